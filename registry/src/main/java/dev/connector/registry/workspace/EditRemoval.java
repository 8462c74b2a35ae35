package dev.connector.registry.workspace;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.connector.registry.workspace.Lock.Entry;
import dev.connector.registry.workspace.Lock.LockedEdit;
import dev.connector.registry.workspace.RemovePlan.Dropped;
import dev.connector.registry.workspace.build.BuildEdit.Piece;
import dev.connector.registry.workspace.build.Dependency;
import dev.connector.registry.workspace.build.PieceRemoval;
import dev.connector.registry.workspace.build.PieceRemoval.Result;
import dev.connector.registry.workspace.change.ProjectTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/** Takes what connectors put into files of the user's out of them again. */
final class EditRemoval {

  private final ProjectTree tree;
  private final Reconciler reconciler;
  private final SortedMap<String, Entry> leaving;
  private final SortedMap<String, Entry> staying;
  private final List<Dropped> dropped = new ArrayList<>();
  private final List<String> advice = new ArrayList<>();

  EditRemoval(
      ProjectTree tree,
      Reconciler reconciler,
      SortedMap<String, Entry> leaving,
      SortedMap<String, Entry> staying) {
    this.tree = tree;
    this.reconciler = reconciler;
    this.leaving = leaving;
    this.staying = staying;
  }

  /** Adds the changes, and gives the edits that are still needed. */
  List<LockedEdit> remove(List<LockedEdit> edits) {
    Map<String, List<LockedEdit>> files = new LinkedHashMap<>();
    edits.forEach(edit -> files.computeIfAbsent(edit.file(), it -> new ArrayList<>()).add(edit));
    List<LockedEdit> kept = new ArrayList<>();
    files.forEach((file, own) -> kept.addAll(remove(file, own)));
    // In the order in which they were made, whatever file they are in.
    return edits.stream().filter(kept::contains).toList();
  }

  private List<LockedEdit> remove(String file, List<LockedEdit> edits) {
    Optional<byte[]> present = tree.read(file);
    List<Piece> pieces =
        edits.stream().filter(edit -> !edit.isNewFile()).map(LockedEdit::piece).toList();
    Result result = without(file, present.orElse(new byte[0]), pieces);
    List<LockedEdit> kept =
        new ArrayList<>(result.kept().stream().map(it -> new LockedEdit(file, it)).toList());
    boolean ours = edits.stream().anyMatch(LockedEdit::isNewFile);
    if (ours && !kept.isEmpty()) {
      kept.add(LockedEdit.newFile(file));
    }
    if (present.isPresent()) {
      tell(file, result);
      if (ours && result.content().length == 0) {
        reconciler.delete(file);
      } else {
        reconciler.write(file, result.content());
      }
    }
    return kept;
  }

  private Result without(String file, byte[] content, List<Piece> pieces) {
    if (file.equals(EnvExample.PATH)) {
      List<String> needed = staying.keySet().stream().map(EnvExample::neededBy).toList();
      return PieceRemoval.of(content, pieces, needed::contains);
    }
    List<Dependency> libraries =
        staying.values().stream().flatMap(entry -> entry.dependencies().stream()).toList();
    return PieceRemoval.of(content, pieces, libraries);
  }

  private void tell(String file, Result result) {
    String text = new String(result.content(), ISO_8859_1);
    EnvExample names = new EnvExample(Optional.of(result.content()));
    for (Piece piece : result.taken()) {
      if (piece.needs().contains(":")) {
        dropped.add(new Dropped(file, piece.needs()));
      }
    }
    for (Piece piece : result.left()) {
      // What the user took out already needs no word.
      String what = piece.needs().substring(piece.needs().indexOf(':') + 1);
      if (file.equals(EnvExample.PATH)
          ? brought(piece).anyMatch(names::mentions)
          : text.contains(what)) {
        advice.add(
            "%s: what was put in for %s is no longer as it was, and was left."
                .formatted(file, piece.needs().replace("connectors/", "")));
      }
    }
  }

  /** The names that a connector brought in with a piece. */
  private Stream<String> brought(Piece piece) {
    return leaving.entrySet().stream()
        .filter(it -> EnvExample.neededBy(it.getKey()).equals(piece.needs()))
        .flatMap(it -> it.getValue().variables().stream());
  }

  /** The libraries that build files lose. */
  List<Dropped> dropped() {
    return List.copyOf(dropped);
  }

  /** What was left, and why. */
  List<String> advice() {
    return advice.stream().distinct().toList();
  }
}
