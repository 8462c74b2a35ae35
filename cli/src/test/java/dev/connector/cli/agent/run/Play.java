package dev.connector.cli.agent.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.cli.agent.Agent;
import dev.connector.cli.agent.Bounds;
import dev.connector.cli.agent.Examiner.Examination;
import dev.connector.cli.agent.Outcome;
import dev.connector.cli.agent.Rounds;
import dev.connector.cli.agent.Step;
import dev.connector.cli.agent.Toolbox;
import dev.connector.cli.agent.Watcher;
import dev.connector.cli.agent.brief.Briefing;
import dev.connector.cli.agent.brief.Material;
import dev.connector.cli.agent.brief.Task;
import dev.connector.cli.agent.draft.Draft;
import dev.connector.cli.agent.draft.OwnFiles;
import dev.connector.cli.agent.model.Conversation;
import dev.connector.cli.agent.model.Model;
import dev.connector.cli.agent.model.Part;
import dev.connector.cli.agent.model.Reply;
import dev.connector.cli.agent.model.Reply.Stop;
import dev.connector.cli.agent.model.Reply.Usage;
import dev.connector.cli.agent.model.WireRules;
import dev.connector.cli.agent.tool.AgentTool;
import dev.connector.cli.agent.tool.ProposeDefinition;
import dev.connector.cli.agent.tool.ProposeFile;
import dev.connector.cli.agent.tool.ReadSpec;
import dev.connector.cli.agent.tool.Redaction;
import dev.connector.cli.agent.transcript.Recording;
import dev.connector.cli.agent.transcript.Transcript;
import dev.connector.spec.ConnectorException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A run without a server, a sandbox and a command line: the test plays the model and the examiner.
 * Each conversation is one that both wire formats take, or the test fails.
 */
final class Play implements Model, Watcher {

  static final Usage USAGE = new Usage(100, 40, 10);

  private final Path folder;
  private final Deque<Supplier<Reply>> script = new ArrayDeque<>();
  private final Deque<Examination> verdicts = new ArrayDeque<>();
  private final List<Conversation> heard = new ArrayList<>();
  private final List<Draft> examined = new ArrayList<>();
  private final List<String> shown = new ArrayList<>();
  private final List<AgentTool> tools = new ArrayList<>();
  private Optional<Function<Conversation, Reply>> mind = Optional.empty();
  private Bounds bounds = new Bounds(12, 500_000, Duration.ofMinutes(30));
  private Duration eachRound = Duration.ofSeconds(1);
  private Instant now = Instant.parse("2026-11-21T10:00:00Z");
  private Recording earlier = Recording.none();
  private Redaction redaction = new Redaction(List.of());
  private Material material = Material.none();
  private Draft begun =
      Draft.of(
          "acme", Draft.written(Acme.json("{\"format\": 1, \"version\": \"0.1.0\"}"), Map.of()));
  private boolean existing;

  Play(Path folder) {
    this.folder = folder;
    tools.add(new ReadSpec());
    tools.add(new ProposeDefinition((section, block) -> Optional.empty()));
    tools.add(new ProposeFile(OwnFiles.of("acme")));
  }

  static Part.Call call(String id, String tool, ObjectNode arguments) {
    return new Part.Call(id, tool, arguments);
  }

  static Reply reply(Stop stop, Part... parts) {
    return new Reply(Arrays.asList(parts), stop, USAGE);
  }

  static Examination accepted() {
    return new Examination(true, "accepted: all", List.of());
  }

  static Examination rejected(String... findings) {
    return new Examination(false, "goes back", List.of(findings));
  }

  Play says(Reply reply) {
    script.add(() -> reply);
    return this;
  }

  Play says(String words) {
    return says(reply(Stop.END, new Part.Text(words)));
  }

  Play calls(String tool, ObjectNode arguments) {
    return says(reply(Stop.TOOLS, call("call_" + script.size(), tool, arguments)));
  }

  Play proposes(ObjectNode arguments) {
    return calls("propose_definition", arguments);
  }

  Play reports(List<String> doubts, String... open) {
    return calls("report", Acme.report(doubts, open));
  }

  /** The model cannot be reached any more. */
  Play breaks() {
    script.add(
        () -> {
          throw new ConnectorException(
              ConnectorException.Kind.NETWORK, "the connection broke off", "try again");
        });
    return this;
  }

  /** Answers whatever it hears. */
  Play answering(Function<Conversation, Reply> how) {
    mind = Optional.of(how);
    return this;
  }

  /** What the examiner says of drafts, in order; the last of it again and again. */
  Play judged(Examination... all) {
    verdicts.clear();
    verdicts.addAll(Arrays.asList(all));
    return this;
  }

  Play within(Bounds other) {
    bounds = other;
    return this;
  }

  Play repeating(Recording recording) {
    earlier = recording;
    return this;
  }

  Play hiding(String... secrets) {
    redaction = new Redaction(Arrays.asList(secrets));
    return this;
  }

  Play with(AgentTool... more) {
    tools.addAll(Arrays.asList(more));
    return this;
  }

  Play reading(Material documentation) {
    material = documentation;
    return this;
  }

  Play from(Draft draft) {
    begun = draft;
    existing = true;
    return this;
  }

  Outcome run() {
    return run(List.of());
  }

  Outcome run(List<String> lessons) {
    Transcript transcript =
        Transcript.begin(transcript(), redaction, earlier, JsonNodeFactory.instance.objectNode());
    Rounds rounds = new Rounds(this, bounds, transcript, words -> {}, () -> now);
    return new Agent(
            new Briefing(new Task(begun, existing, Optional.empty(), lessons), material),
            new Toolbox(tools, transcript),
            this::examine,
            rounds,
            this)
        .run();
  }

  private Examination examine(Draft draft) {
    examined.add(draft);
    return verdicts.size() > 1 ? verdicts.poll() : verdicts.peek();
  }

  Path transcript() {
    return folder.resolve("run.jsonl");
  }

  List<Conversation> heard() {
    return heard;
  }

  /** What the model was told last. */
  String toldLast() {
    Conversation last = heard.get(heard.size() - 1);
    return told(last.messages().get(last.messages().size() - 1).parts());
  }

  static String told(List<Part> parts) {
    StringBuilder told = new StringBuilder();
    for (Part part : parts) {
      if (part instanceof Part.Text text) {
        told.append(text.text()).append('\n');
      } else if (part instanceof Part.Result result) {
        told.append(result.failed() ? "failed: " : "").append(result.text()).append('\n');
      }
    }
    return told.toString();
  }

  /** All a model was told in a run, the system's text included. */
  String toldInAll() {
    StringBuilder all = new StringBuilder();
    heard.forEach(
        it -> {
          all.append(it.system());
          it.messages().forEach(message -> all.append(told(message.parts())));
        });
    return all.toString();
  }

  List<Draft> examined() {
    return examined;
  }

  List<String> shown() {
    return shown;
  }

  @Override
  public String name() {
    return "double";
  }

  @Override
  public Reply reply(Conversation conversation, Consumer<String> words) {
    WireRules.requireAccepted(conversation);
    heard.add(conversation);
    now = now.plus(eachRound);
    return mind.map(it -> it.apply(conversation))
        .orElseGet(
            () ->
                Optional.ofNullable(script.poll())
                    .orElseThrow(() -> new AssertionError("the script is over"))
                    .get());
  }

  @Override
  public void at(Step step, String what) {
    shown.add(step.word() + ": " + what);
  }

  @Override
  public void busy(String what) {}

  /** The resources of a draft. */
  static List<String> resources(Draft draft) {
    List<String> names = new ArrayList<>();
    draft.document().path("resources").fieldNames().forEachRemaining(names::add);
    return names;
  }
}
