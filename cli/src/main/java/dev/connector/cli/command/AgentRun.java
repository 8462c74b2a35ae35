package dev.connector.cli.command;

import dev.connector.cli.agent.Agent;
import dev.connector.cli.agent.Outcome;
import dev.connector.cli.agent.Rounds;
import dev.connector.cli.agent.Step;
import dev.connector.cli.agent.Toolbox;
import dev.connector.cli.agent.TrialExaminer;
import dev.connector.cli.agent.brief.Briefing;
import dev.connector.cli.agent.brief.Task;
import dev.connector.cli.agent.draft.Draft;
import dev.connector.cli.agent.sandbox.Trial;
import dev.connector.cli.agent.tool.AgentTool;
import dev.connector.cli.agent.transcript.Transcript;
import dev.connector.registry.lesson.Features;
import dev.connector.registry.lesson.Lessons;
import dev.connector.scaffold.infer.fact.Gap;
import dev.connector.spec.ConnectorException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One run of the agent, all of whose parts are there. */
record AgentRun(
    AgentStart start,
    AgentMaterial material,
    Lessons lessons,
    List<AgentTool> tools,
    Trial trial,
    Transcript transcript) {

  private static final int MOST_LESSONS = 5;

  /** What every API has something to say about. */
  private static final List<String> ALWAYS =
      List.of("pagination", "authentication", "incremental", "deletes", "webhooks");

  /**
   * Runs to an end.
   *
   * @param again the command that goes on with it
   * @throws ConnectorException where the model cannot be asked any more, with how to go on
   */
  Outcome outcome(Rounds rounds, AgentView watcher, String again) {
    AgentBeginning beginning = start.beginning();
    Draft draft = Draft.of(beginning.name(), start.subject().begun());
    Task task =
        new Task(
            draft,
            beginning.existing(),
            Optional.of(beginning.task()).filter(it -> !it.isBlank()),
            lessons(draft));
    Agent agent =
        new Agent(
            new Briefing(task, material.material()),
            new Toolbox(tools, transcript),
            new TrialExaminer(start.subject()::candidate, trial),
            rounds,
            watcher);
    GoingOn hint = watcher.interruptible(again);
    try {
      return agent.run();
    } catch (ConnectorException broken) {
      String first = broken.hint().isEmpty() ? "" : broken.hint() + "; then ";
      throw new ConnectorException(
          broken.kind(),
          Step.DRAFT.word() + ": " + broken.getMessage(),
          first + "go on with it: " + again,
          broken);
    } finally {
      hint.off();
    }
  }

  private List<String> lessons(Draft draft) {
    Set<String> features =
        new LinkedHashSet<>(
            Features.at(
                draft.begun().gaps().stream().map(Gap::edit).map(Gap.Edit::pointer).toList()));
    features.addAll(ALWAYS);
    draft.read().definition().ifPresent(it -> features.addAll(Features.of(it)));
    return lessons.relevant(features, MOST_LESSONS).stream()
        .map(it -> "## " + it.title() + "\n\n" + it.text())
        .toList();
  }
}
