package dev.connector.scaffold.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.scaffold.description.ApiSchema;
import dev.connector.scaffold.description.References;
import dev.connector.scaffold.openapi.document.DocumentParser;
import dev.connector.scaffold.openapi.document.Limits;
import dev.connector.scaffold.openapi.document.MalformedException;
import dev.connector.scaffold.openapi.document.Tree;
import dev.connector.scaffold.openapi.source.Content;
import dev.connector.scaffold.openapi.source.Loader;
import dev.connector.scaffold.openapi.source.Location;
import dev.connector.scaffold.openapi.source.RefusedException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The files of one description, loaded when a reference leads to them, each once. */
final class Documents implements References {

  private static final int MOST_STEPS = 20;

  private final Optional<Loader> loader;
  private final Defects defects;
  private final Document first;
  private final Map<String, Document> byName = new LinkedHashMap<>();
  private final Map<String, Loaded> byLocation = new HashMap<>();
  private final Map<String, ApiSchema> schemas = new HashMap<>();
  private final List<FileRead> files = new ArrayList<>();

  private record Loaded(Optional<Document> document, String problem) {}

  /** A tree alone, which refers to nothing but itself. */
  static Documents of(JsonNode root, Defects defects) {
    return new Documents(Optional.empty(), new Location.Nowhere(), root, defects);
  }

  Documents(Optional<Loader> loader, Location location, JsonNode root, Defects defects) {
    this.loader = loader;
    this.defects = defects;
    this.first = new Document("", location, root);
    byName.put("", first);
    byLocation.put(location.toString(), new Loaded(Optional.of(first), ""));
  }

  Document first() {
    return first;
  }

  /** All that were loaded so far, in the order in which they were. */
  List<Document> all() {
    return List.copyOf(byName.values());
  }

  /** What was read beside the first. */
  List<FileRead> files() {
    return List.copyOf(files);
  }

  @Override
  public Optional<Target> find(String from, String reference) {
    return resolve(from, reference).target();
  }

  @Override
  public ApiSchema shared(String place, Supplier<ApiSchema> view) {
    ApiSchema known = schemas.get(place);
    if (known == null) {
      known = view.get();
      schemas.put(place, known);
    }
    return known;
  }

  /** Follows a reference, one step: what it leads to may be a reference again. */
  Resolution resolve(String from, String reference) {
    Document document = byName.get(from.substring(0, Math.max(0, from.indexOf('#'))));
    return document == null
        ? Resolution.none("is nowhere")
        : resolve(document, reference, MOST_STEPS);
  }

  /** What is being followed already leads in a circle if it is met again. */
  private Resolution resolve(Document from, String reference, int steps) {
    Resolution known = from.resolved().get(reference);
    if (known != null) {
      return known;
    }
    if (steps == 0 || from.resolved().size() >= Limits.MOST_REFERENCES) {
      return Resolution.none(steps == 0 ? "leads too far" : "is one reference too many");
    }
    from.resolved().put(reference, Resolution.none("leads in a circle"));
    Resolution found = search(from, reference, steps);
    from.resolved().put(reference, found);
    return found;
  }

  private Resolution search(Document from, String reference, int steps) {
    String anchored =
        from.anchors().get(reference.startsWith("#") ? reference.substring(1) : reference);
    if (anchored != null) {
      return descend(from, anchored, steps);
    }
    int hash = reference.indexOf('#');
    String file = hash < 0 ? reference : reference.substring(0, hash);
    String fragment = hash < 0 ? "" : reference.substring(hash + 1);
    if (file.isEmpty()) {
      return inside(from, fragment, steps);
    }
    Optional<Resolution> byBareName = bareName(from, reference, steps);
    if (byBareName.isPresent()) {
      return byBareName.get();
    }
    Optional<Location> location = from.location().resolve(file);
    if (location.isEmpty()) {
      return Resolution.none("is no address that can be read from here");
    }
    Loaded loaded = load(location.get());
    return loaded.document().isEmpty()
        ? Resolution.none(loaded.problem())
        : inside(loaded.document().get(), fragment, steps);
  }

  /** {@code User} alone meant the schema of that name in the first versions of the format. */
  private Optional<Resolution> bareName(Document from, String reference, int steps) {
    if (reference.indexOf('.') >= 0 || reference.indexOf('/') >= 0 || reference.indexOf('#') >= 0) {
      return Optional.empty();
    }
    for (String list : List.of("/components/schemas/", "/definitions/")) {
      Resolution found = descend(from, list + reference, steps);
      if (found.target().isPresent()) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  private Resolution inside(Document document, String fragment, int steps) {
    String anchored = document.anchors().get(fragment);
    if (anchored != null) {
      return descend(document, anchored, steps);
    }
    String pointer = Pointer.decoded(fragment.startsWith("%2F") ? fragment : "");
    if (pointer.isEmpty()) {
      pointer = fragment.isEmpty() || fragment.startsWith("/") ? fragment : '/' + fragment;
    }
    return descend(document, pointer, steps);
  }

  private Resolution descend(Document document, String pointer, int steps) {
    Target at = new Target(document.name() + '#', document.root());
    for (String name : Pointer.names(pointer)) {
      Optional<Target> next = child(at, name);
      for (int i = 0; next.isEmpty() && at.node().path("$ref").isTextual(); i++) {
        Document in = byName.get(at.place().substring(0, at.place().indexOf('#')));
        Resolution behind = resolve(in, at.node().path("$ref").textValue(), steps - 1);
        if (behind.target().isEmpty() || i >= MOST_STEPS) {
          return Resolution.none(
              behind.target().isEmpty() ? behind.problem() : "leads in a circle");
        }
        at = behind.target().get();
        next = child(at, name);
      }
      if (next.isEmpty()) {
        return Resolution.none("leads to nothing");
      }
      at = next.get();
    }
    return Resolution.found(at);
  }

  private static Optional<Target> child(Target at, String name) {
    JsonNode node = at.node();
    if (node.isArray()) {
      boolean index =
          !name.isEmpty() && name.length() < 9 && name.chars().allMatch(Character::isDigit);
      return index && node.has(Integer.parseInt(name))
          ? Optional.of(at.child(Integer.parseInt(name)))
          : Optional.empty();
    }
    if (node.has(name)) {
      return Optional.of(at.child(name));
    }
    String decoded = Pointer.decoded(name);
    return node.has(decoded) ? Optional.of(at.child(decoded)) : Optional.empty();
  }

  private Loaded load(Location location) {
    Loaded known = byLocation.get(location.toString());
    if (known == null) {
      known = fresh(location);
      byLocation.put(location.toString(), known);
    }
    return known;
  }

  private Loaded fresh(Location location) {
    if (loader.isEmpty()) {
      return new Loaded(Optional.empty(), "is in another file");
    }
    try {
      Content content = loader.get().referenced(location);
      Tree tree = DocumentParser.parse(content.bytes());
      String name = name(location);
      Document document = new Document(name, content.location(), tree.root());
      byName.put(name, document);
      files.add(FileRead.of(name, content.bytes()));
      tree.notes().forEach(it -> defects.add(name + it.place(), it.problem()));
      return new Loaded(Optional.of(document), "");
    } catch (RefusedException | MalformedException e) {
      return new Loaded(Optional.empty(), e.getMessage());
    }
  }

  /** As it is seen from the first file: the same on every machine. */
  private String name(Location location) {
    String name = location.toString();
    if (location instanceof Location.OnWeb page) {
      URI uri = page.uri();
      name = uri.toString();
    } else if (location instanceof Location.OnDisk file
        && first.location() instanceof Location.OnDisk from) {
      Path folder = from.path().getParent();
      name = folder.relativize(file.path()).toString().replace('\\', '/');
    }
    return name.replace("#", "%23");
  }
}
