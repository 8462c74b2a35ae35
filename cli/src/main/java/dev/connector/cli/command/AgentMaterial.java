package dev.connector.cli.command;

import dev.connector.cli.agent.Step;
import dev.connector.cli.agent.Watcher;
import dev.connector.cli.agent.brief.DocsMaterial;
import dev.connector.cli.agent.brief.Material;
import dev.connector.cli.agent.docs.DocumentIndex;
import dev.connector.cli.agent.docs.DocumentationReader;
import dev.connector.cli.agent.docs.Reading;
import dev.connector.cli.agent.docs.ReadingLimits;
import dev.connector.cli.agent.draft.OwnFiles;
import dev.connector.cli.agent.tool.AgentTool;
import dev.connector.cli.agent.tool.ProposeDefinition;
import dev.connector.cli.agent.tool.ProposeFile;
import dev.connector.cli.agent.tool.ReadDocs;
import dev.connector.cli.agent.tool.ReadSpec;
import dev.connector.cli.agent.tool.SearchDocs;
import dev.connector.cli.agent.tool.ShownExchanges;
import dev.connector.cli.agent.tool.ViewConnector;
import dev.connector.cli.agent.transcript.Transcript;
import dev.connector.cli.terminal.Environment;
import dev.connector.cli.terminal.Text;
import dev.connector.registry.source.CatalogEntry;
import dev.connector.registry.source.Item;
import dev.connector.registry.source.Registry;
import dev.connector.scaffold.description.ApiContent.Example;
import dev.connector.spec.ConnectorException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a model may read in a run, and the tools it reads and proposes with. */
final class AgentMaterial implements AutoCloseable {

  private final List<String> docs;
  private final DocumentIndex index;
  private final Reading reading;

  private AgentMaterial(List<String> docs, Reading reading) {
    this.docs = docs;
    this.reading = reading;
    this.index = DocumentIndex.of(reading.documents());
  }

  /**
   * Reads documentation.
   *
   * @param docs URLs, files and folders as typed
   */
  static AgentMaterial read(
      List<String> docs, boolean privateNetworks, Environment environment, Watcher watcher) {
    if (docs.isEmpty()) {
      return new AgentMaterial(docs, new Reading(List.of(), List.of(), List.of()));
    }
    DocumentationReader reader =
        new DocumentationReader(ReadingLimits.standard(), privateNetworks, watcher::busy);
    Reading reading = reader.read(docs, environment.directory());
    if (reading.documents().isEmpty()) {
      throw new ConnectorException(
          ConnectorException.Kind.USAGE,
          "there is nothing to read at " + String.join(", ", docs),
          "HTML, Markdown and plain text are read; pages that a browser makes by script are empty");
    }
    int sections = reading.documents().stream().mapToInt(it -> it.sections().size()).sum();
    watcher.at(
        Step.READ,
        Text.count(reading.documents().size(), "page")
            + " of documentation, "
            + Text.count(sections, "section"));
    reading.notes().forEach(it -> environment.terminal().note("note:  " + Text.visible(it)));
    reading
        .descriptions()
        .forEach(
            it ->
                environment
                    .terminal()
                    .note(
                        "note:  the documentation names a description of the API, which was not read; to have it read: --from-openapi "
                            + Text.visible(it)));
    return new AgentMaterial(docs, reading);
  }

  /** What a replay has: nothing but what the transcript remembers. */
  static AgentMaterial remembered(List<String> docs) {
    return new AgentMaterial(docs, new Reading(List.of(), List.of(), List.of()));
  }

  Material material() {
    return reading.documents().isEmpty()
        ? Material.none()
        : new DocsMaterial(index, reading.documents());
  }

  /** All tools but the one that samples. */
  List<AgentTool> tools(Registry registry, OwnFiles files, Transcript transcript) {
    List<AgentTool> tools = new ArrayList<>();
    if (!docs.isEmpty()) {
      tools.add(new SearchDocs(index));
      tools.add(new ReadDocs(index));
    }
    tools.add(new ReadSpec());
    tools.add(new ViewConnector(() -> definitions(registry)));
    ShownExchanges shown = new ShownExchanges(index);
    tools.add(
        new ProposeDefinition(
            (section, block) -> {
              Optional<Example> known = transcript.example(section, block);
              Optional<Example> example = known.or(() -> shown.find(section, block));
              example.ifPresent(it -> transcript.shown(section, block, it));
              return example;
            }));
    tools.add(new ProposeFile(files));
    return tools;
  }

  private static Map<String, byte[]> definitions(Registry registry) {
    Map<String, byte[]> definitions = new TreeMap<>();
    for (CatalogEntry entry : registry.catalog().connectors()) {
      definitions.put(
          entry.name(),
          registry.connector(entry.name()).file(Item.DEFINITION).orElseThrow().content());
    }
    return definitions;
  }

  @Override
  public void close() {
    index.close();
  }
}
