package dev.connector.cli.command;

import dev.connector.cli.agent.Step;
import dev.connector.cli.agent.Watcher;
import dev.connector.cli.agent.brief.DescriptionDigest;
import dev.connector.cli.project.ConnectorPlace;
import dev.connector.cli.project.ConnectorPlaces;
import dev.connector.cli.project.Workplace;
import dev.connector.cli.terminal.Environment;
import dev.connector.cli.terminal.Text;
import dev.connector.registry.source.Origin;
import dev.connector.registry.workspace.Project;
import dev.connector.scaffold.draft.ConnectorDraft;
import dev.connector.scaffold.infer.Inference;
import dev.connector.scaffold.infer.assembly.InferredDefinition;
import dev.connector.scaffold.lexicon.Lexicon;
import dev.connector.scaffold.openapi.ReadDescription;
import dev.connector.spec.ConnectorException;
import java.util.List;
import java.util.Optional;

/** What a run begins with: the connector of the project, or what can be known without a model. */
record AgentStart(AgentBeginning beginning, AgentSubject subject) {

  /** Where a run begins, and who is told of it. */
  record Ground(Environment environment, Workplace place, Watcher watcher) {

    boolean has(String name) {
      return place.installed().containsKey(name);
    }
  }

  /** The same as an earlier run began with. */
  static AgentStart again(AgentBeginning earlier, Optional<String> typed, Ground ground) {
    earlier.requireSame(typed, ground.has(earlier.name()));
    ground.watcher().at(Step.INFER, "as the transcript has it: " + resources(earlier.begun()));
    if (!earlier.existing()) {
      return new AgentStart(
          earlier, new FreshConnector(earlier.begun(), earlier.source(), earlier.origin()));
    }
    InstalledConnector here = installed(ground, earlier.name());
    if (!here.begun().document().equals(earlier.begun().document())) {
      throw new ConnectorException(
          ConnectorException.Kind.CONFLICT,
          earlier.name() + " was changed since that run began",
          "begin anew: connector agent " + earlier.name() + " --task \"...\"");
    }
    return new AgentStart(earlier, here);
  }

  /** A connector of the project. */
  static AgentStart existing(String name, AgentOptions agent, Ground ground) {
    InstalledConnector here = installed(ground, name);
    ground.watcher().at(Step.INFER, name + " as it is here: " + resources(here.begun()));
    return new AgentStart(
        new AgentBeginning(
            name, true, agent.docs, agent.task(), here.begun(), "", AgentBeginning.nowhere()),
        here);
  }

  /** A connector that is to be, of which there may be a description. */
  static AgentStart fresh(
      String name,
      AgentOptions agent,
      DescriptionOptions description,
      SelectionOptions selection,
      Ground ground) {
    if (!description.given()) {
      ground.watcher().at(Step.INFER, "no description; the documentation is all there is");
      return fresh(
          name,
          agent,
          AgentBeginning.nothing(name, List.of()),
          DescriptionOptions.source(agent.docs.get(0)),
          AgentBeginning.nowhere());
    }
    ReadDescription read = description.read(ground.environment());
    int operations = read.description().operations().size();
    ground.watcher().at(Step.READ, "a description of " + Text.count(operations, "operation"));
    InferredDefinition inferred;
    try {
      inferred =
          new Inference(read.description(), Lexicon.standard()).definition(selection.selection());
    } catch (ConnectorException nothing) {
      if (agent.docs.isEmpty() || !selection.isEverything()) {
        throw nothing;
      }
      ground.watcher().at(Step.INFER, "nothing that is certain; its operations are told");
      return fresh(
          name,
          agent,
          AgentBeginning.nothing(name, DescriptionDigest.of(read.description())),
          description.source(read),
          AgentBeginning.nowhere());
    }
    ground
        .watcher()
        .at(
            Step.INFER,
            resources(inferred) + ", " + Text.count(inferred.gaps().size(), "open question"));
    return fresh(
        name,
        agent,
        inferred,
        description.source(read),
        new Origin.Rendered(
            description.address(read, ground.place().folder()),
            read.sha256(),
            Origins.kept(selection.selection()),
            ConnectorDraft.TEMPLATES,
            ""));
  }

  private static AgentStart fresh(
      String name,
      AgentOptions agent,
      InferredDefinition begun,
      String source,
      Origin.Rendered origin) {
    return new AgentStart(
        new AgentBeginning(name, false, agent.docs, agent.task(), begun, source, origin),
        new FreshConnector(begun, source, origin));
  }

  private static InstalledConnector installed(Ground ground, String name) {
    ConnectorPlace found = new ConnectorPlaces(ground.place().folder()).meant(List.of(name)).get(0);
    if (found instanceof ConnectorPlace.InProject here
        && ground.place().project() instanceof Project.Java java) {
      return new InstalledConnector(java, here);
    }
    throw new ConnectorException(
        ConnectorException.Kind.USAGE,
        name + " is not installed in a Java project",
        "edit its definition by hand, then: connector test " + name);
  }

  private static String resources(InferredDefinition of) {
    return Text.count(of.document().path("resources").size(), "resource");
  }
}
