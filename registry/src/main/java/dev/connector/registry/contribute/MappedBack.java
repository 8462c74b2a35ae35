package dev.connector.registry.contribute;

import dev.connector.registry.source.Item;
import dev.connector.registry.workspace.Lock;
import dev.connector.registry.workspace.PackageRewriter;
import dev.connector.registry.workspace.Pristine;
import dev.connector.registry.workspace.SchemaLink;
import dev.connector.registry.workspace.Status;
import dev.connector.registry.workspace.Status.FileState;
import dev.connector.registry.workspace.change.ProjectTree;
import dev.connector.registry.workspace.change.Sha256;
import dev.connector.registry.workspace.merge.LineEndings;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An installed connector in the layout, the packages and the line endings of its registry.
 *
 * @param base by path in the item, as it was installed
 * @param ours by path in the item, as the user has it now
 * @param problems why it cannot be contributed like this, one line each
 */
record MappedBack(
    SortedMap<String, byte[]> base, SortedMap<String, byte[]> ours, List<String> problems) {

  MappedBack {
    base = Collections.unmodifiableSortedMap(new TreeMap<>(base));
    ours = Collections.unmodifiableSortedMap(new TreeMap<>(ours));
    problems = List.copyOf(problems);
  }

  /**
   * Maps back.
   *
   * @param definition the registry's, which tells how definitions there link to their schema; empty
   *     where the registry has none yet
   */
  static MappedBack of(
      ProjectTree tree, String name, Lock.Entry entry, Optional<byte[]> definition) {
    return new Mapping(tree, name, entry, definition).run();
  }

  private static final class Mapping {
    private final ProjectTree tree;
    private final String name;
    private final Lock.Entry entry;
    private final Optional<byte[]> definition;
    private final PackageRewriter rewriter;
    private final SortedMap<String, byte[]> base = new TreeMap<>();
    private final SortedMap<String, byte[]> ours = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();

    Mapping(ProjectTree tree, String name, Lock.Entry entry, Optional<byte[]> definition) {
      this.tree = Objects.requireNonNull(tree);
      this.name = name;
      this.entry = entry;
      this.definition = definition;
      this.rewriter = new PackageRewriter(entry.packages()).reversed();
    }

    MappedBack run() {
      SortedMap<String, byte[]> pristine = Pristine.read(tree, name, entry);
      Map<String, List<String>> places = new TreeMap<>();
      entry
          .files()
          .forEach(
              (path, file) ->
                  places.computeIfAbsent(file.from(), from -> new ArrayList<>()).add(path));
      places.forEach((from, paths) -> installed(from, paths, pristine));
      added();
      return new MappedBack(base, ours, problems);
    }

    private void installed(String from, List<String> paths, SortedMap<String, byte[]> pristine) {
      String first = paths.get(0);
      byte[] upstream = back(from, pristine.get(first));
      base.put(from, upstream);
      Optional<byte[]> here = tree.read(first);
      for (String other : paths.subList(1, paths.size())) {
        if (!same(here, tree.read(other))) {
          problems.add(first + " and " + other + " are to be the same, and differ");
        }
      }
      if (here.isEmpty()) {
        return;
      }
      if (LineEndings.same(here.get(), pristine.get(first))) {
        ours.put(from, upstream);
        return;
      }
      if (from.endsWith(".java")
          && !Sha256.of(upstream).equals(entry.files().get(first).upstream())) {
        problems.add(
            first
                + ": where its packages were renamed cannot be told for sure; change them by hand");
      }
      ours.put(from, LineEndings.of(upstream).written(back(from, text(first, here.get()))));
    }

    private void added() {
      ItemPaths paths = ItemPaths.of(entry);
      for (Status.Installed installed : Status.of(tree.root()).installed()) {
        if (installed.name().equals(name)) {
          installed.files().forEach((path, state) -> added(paths, path, state));
        }
      }
    }

    private void added(ItemPaths paths, String path, FileState state) {
      Optional<byte[]> content = state == FileState.EXTRA ? tree.read(path) : Optional.empty();
      Optional<String> from = content.flatMap(it -> paths.of(path));
      if (from.isEmpty()) {
        return;
      }
      byte[] mapped = back(from.get(), LineEndings.unix(text(path, content.get())));
      byte[] twin = ours.putIfAbsent(from.get(), mapped);
      if (twin != null && !Arrays.equals(twin, mapped)) {
        problems.add(path + " and its other copy are to be the same, and differ");
      }
    }

    private byte[] back(String from, byte[] content) {
      if (from.endsWith(".java")) {
        return rewriter
            .source(new String(content, StandardCharsets.UTF_8))
            .getBytes(StandardCharsets.UTF_8);
      }
      return from.equals(Item.DEFINITION)
          ? definition.map(linked -> SchemaLink.restored(content, linked)).orElse(content)
          : content;
    }

    /** The content; source in an encoding other than UTF-8 would be spoilt on the way. */
    private byte[] text(String path, byte[] content) {
      if (path.endsWith(".java")) {
        try {
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
        } catch (CharacterCodingException other) {
          problems.add(path + " is not written in UTF-8");
        }
      }
      return content;
    }

    private static boolean same(Optional<byte[]> left, Optional<byte[]> right) {
      return left.isPresent() && right.isPresent()
          ? LineEndings.same(left.get(), right.get())
          : left.isEmpty() && right.isEmpty();
    }
  }
}
