package dev.connector.cli.command;

import dev.connector.cli.project.ConnectorPlace;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.conformance.statics.ConnectorFiles;
import dev.connector.spec.conformance.statics.StaticChecks;
import dev.connector.spec.definition.reader.ConnectorFolder;
import dev.connector.spec.definition.reader.Problem;
import dev.connector.spec.definition.reader.ReadResult;
import dev.connector.spec.engine.Refusals;
import java.util.List;
import java.util.stream.Stream;

/** What a definition says without effect: what its reader warns of, and what the engine refuses. */
record NotExecuted(ConnectorPlace place, ConnectorFiles files) {

  List<String> lines() {
    ReadResult read = StaticChecks.definition(files);
    Stream<String> warnings = read.warnings().stream().map(Problem::toString);
    Stream<String> refusals =
        refusals().stream()
            .filter(it -> read.warnings().stream().noneMatch(known -> covers(it, known)))
            .map(Refusals.Refusal::toString);
    return Stream.concat(warnings, refusals).toList();
  }

  /** The reader names the very field, where the engine refuses the part it is in. */
  private static boolean covers(Refusals.Refusal refusal, Problem warning) {
    return (warning.pointer() + "/").startsWith(refusal.pointer() + "/");
  }

  /** None where the definition or a schema cannot be used, which the report tells. */
  private List<Refusals.Refusal> refusals() {
    try {
      ConnectorFolder folder = place.read();
      return Refusals.of(folder.definition(), folder.schemas());
    } catch (ConnectorException broken) {
      return List.of();
    }
  }
}
