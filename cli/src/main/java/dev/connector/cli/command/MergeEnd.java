package dev.connector.cli.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.cli.terminal.Environment;
import dev.connector.cli.terminal.Style;
import dev.connector.cli.terminal.Terminal;
import dev.connector.registry.workspace.UnfinishedMerge;
import dev.connector.registry.workspace.change.ProjectTree;
import dev.connector.spec.ConnectorException;
import java.nio.file.Path;
import java.util.List;

/** Ends an update that left overlaps, one way or the other. */
final class MergeEnd {

  private final Terminal terminal;
  private final WorkOptions work;
  private final ProjectTree tree;

  MergeEnd(Environment environment, WorkOptions work, Path root) {
    this.terminal = environment.terminal();
    this.work = work;
    this.tree = ProjectTree.at(root);
  }

  ExitCode run(boolean abort) {
    UnfinishedMerge merge =
        UnfinishedMerge.read(tree)
            .orElseThrow(
                () ->
                    new ConnectorException(
                        ConnectorException.Kind.USAGE,
                        "no update is waiting for overlaps to be resolved here",
                        "see what there is: connector status"));
    return abort ? aborted(merge) : continued(merge);
  }

  private ExitCode continued(UnfinishedMerge merge) {
    List<String> open = merge.unresolved(tree);
    if (open.isEmpty()) {
      tree.apply(merge.end(tree));
    }
    String outcome = open.isEmpty() ? "continued" : "unresolved";
    if (work.json) {
      document(merge, outcome, open);
    } else if (open.isEmpty()) {
      terminal.print(terminal.styled(Style.GOOD, "Ended \"" + merge.title() + "\"."));
      terminal.section("Next", List.of("connector status"));
    } else {
      terminal.print("Still marked in \"" + merge.title() + "\"; nothing was ended.");
      terminal.section("Resolve", open);
    }
    return open.isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS;
  }

  private ExitCode aborted(UnfinishedMerge merge) {
    tree.apply(merge.abort(tree));
    if (work.json) {
      document(merge, "aborted", List.of());
    } else {
      terminal.print(
          terminal.styled(Style.GOOD, "Took back \"" + merge.title() + "\"; all is as before."));
    }
    return ExitCode.DONE;
  }

  private void document(UnfinishedMerge merge, String outcome, List<String> open) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("title", merge.title()).put("outcome", outcome);
    open.forEach(document.putArray("unresolved")::add);
    terminal.printDocument(Json.print(document));
  }
}
