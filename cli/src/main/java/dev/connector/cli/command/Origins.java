package dev.connector.cli.command;

import dev.connector.registry.source.Item;
import dev.connector.registry.source.Origin;
import dev.connector.registry.source.Registries;
import dev.connector.registry.source.Registry;
import dev.connector.registry.workspace.Lock;
import dev.connector.registry.workspace.Status;
import dev.connector.registry.workspace.change.ProjectTree;
import dev.connector.scaffold.draft.ConnectorDraft;
import dev.connector.scaffold.infer.Inference;
import dev.connector.scaffold.infer.assembly.Selection;
import dev.connector.scaffold.lexicon.Lexicon;
import dev.connector.scaffold.openapi.Descriptions;
import dev.connector.scaffold.openapi.ReadDescription;
import dev.connector.scaffold.openapi.source.DescriptionSource;
import dev.connector.scaffold.openapi.source.ReadOptions;
import dev.connector.spec.ConnectorException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the origins of a project's connectors have now. */
final class Origins implements Status.LastFetched {

  private final Registries registries;
  private final Path root;
  private final ReadOptions reading;

  Origins(Registries registries, Path root, ReadOptions reading) {
    this.registries = registries;
    this.root = root;
    this.reading = reading;
  }

  /**
   * A connector or the runtime as its origin has it, fetched or rendered anew.
   *
   * @param ref another branch, tag or commit than the one it was asked for at
   */
  Item current(String name, Lock.Entry entry, Optional<String> ref) {
    if (entry.origin() instanceof Origin.Registered origin) {
      return name.equals(Item.RUNTIME) && ref.isEmpty()
          ? registries.runtime(entry.language().id())
          : item(registry(origin, ref), name, entry);
    }
    if (ref.isPresent()) {
      throw new ConnectorException(
          ConnectorException.Kind.USAGE,
          name + " was made here and has no " + ref.get(),
          "leave --to out, and it is made anew from what it was made of");
    }
    return rendered(name, entry, (Origin.Rendered) entry.origin());
  }

  /** What failed, with the name of the connector it failed for. */
  static String told(String name, ConnectorException failure) {
    String message = failure.getMessage();
    return message.startsWith(name + " ") ? message : name + ": " + message;
  }

  /** The registry that a connector and what it needs come from. */
  Registry registry(Lock.Entry entry, Optional<String> ref) {
    return entry.origin() instanceof Origin.Registered origin
        ? registry(origin, ref)
        : registries.home();
  }

  private Registry registry(Origin.Registered origin, Optional<String> ref) {
    return registries.open(origin, ref);
  }

  private static Item item(Registry registry, String name, Lock.Entry entry) {
    return name.equals(Item.RUNTIME)
        ? registry.runtime(entry.language().id())
        : registry.connector(name);
  }

  /** Whether something else may come out than what is here, as far as can be told at once. */
  boolean isOutdated(String name, Lock.Entry entry, Item current) {
    if (entry.origin() instanceof Origin.Rendered before
        && current.origin() instanceof Origin.Rendered now) {
      return !before.sha256().equals(now.sha256()) || !before.templates().equals(now.templates());
    }
    return !entry.origin().tree().equals(current.origin().tree());
  }

  @Override
  public Optional<Item> item(String name, Lock.Entry entry) {
    if (!(entry.origin() instanceof Origin.Registered origin)) {
      return Optional.empty();
    }
    try {
      Registry registry = registry(origin, Optional.empty());
      boolean same =
          registry.isAt(origin.tree(), name)
              || !origin.commit().isEmpty() && origin.commit().equals(registry.commit());
      return same ? Optional.empty() : Optional.of(item(registry, name, entry));
    } catch (ConnectorException unknown) {
      // Never fetched to this machine, or not there any more: then nothing is known of it.
      return Optional.empty();
    }
  }

  private Item rendered(String name, Lock.Entry entry, Origin.Rendered origin) {
    Rerendering rendering = new Rerendering(ProjectTree.at(root), name, entry);
    if (origin.description().isEmpty()) {
      return rendering.ofDefinition(
          new Origin.Rendered(
              "", origin.sha256(), origin.selection(), ConnectorDraft.TEMPLATES, ""));
    }
    ReadDescription read = read(name, origin.description());
    return rendering.of(
        new Inference(read.description(), Lexicon.standard())
            .definition(selection(origin.selection())),
        DescriptionOptions.source(origin.description()),
        new Origin.Rendered(
            origin.description(), read.sha256(), origin.selection(), ConnectorDraft.TEMPLATES, ""));
  }

  private ReadDescription read(String name, String description) {
    try {
      return Descriptions.read(
          DescriptionSource.of(description, root, InputStream.nullInputStream()), reading);
    } catch (ConnectorException unreadable) {
      throw new ConnectorException(
          unreadable.kind(),
          "%s was made of %s: %s".formatted(name, description, unreadable.getMessage()),
          "bring it back, or say where it is now: connector new %s --from-openapi <file|URL>"
              .formatted(name),
          unreadable);
    }
  }

  /** A choice as the lock keeps it. */
  static SortedMap<String, List<String>> kept(Selection selection) {
    SortedMap<String, List<String>> kept = new TreeMap<>();
    kept.put("resources", selection.resources());
    kept.put("tags", selection.tags());
    kept.put("include", selection.include());
    kept.put("exclude", selection.exclude());
    kept.values().removeIf(List::isEmpty);
    return kept;
  }

  private static Selection selection(SortedMap<String, List<String>> kept) {
    return new Selection(
        kept.getOrDefault("resources", List.of()),
        kept.getOrDefault("tags", List.of()),
        kept.getOrDefault("include", List.of()),
        kept.getOrDefault("exclude", List.of()));
  }
}
