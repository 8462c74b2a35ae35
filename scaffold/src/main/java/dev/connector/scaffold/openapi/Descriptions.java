package dev.connector.scaffold.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.scaffold.description.ApiDescription;
import dev.connector.scaffold.openapi.document.DocumentParser;
import dev.connector.scaffold.openapi.document.MalformedException;
import dev.connector.scaffold.openapi.document.Mistaken;
import dev.connector.scaffold.openapi.document.Tree;
import dev.connector.scaffold.openapi.source.Content;
import dev.connector.scaffold.openapi.source.DescriptionSource;
import dev.connector.scaffold.openapi.source.Loader;
import dev.connector.scaffold.openapi.source.ReadOptions;
import dev.connector.scaffold.openapi.source.RefusedException;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads descriptions from wherever users have them. */
public final class Descriptions {

  private static final String FORMATS = "OpenAPI 3.0 and 3.1 and Swagger 2.0 are read";

  private Descriptions() {}

  /**
   * Reads a description and the files that it refers to.
   *
   * @throws ConnectorException if there is none, telling what there is instead
   */
  public static ReadDescription read(DescriptionSource source, ReadOptions options) {
    String address = Addresses.shown(source);
    String name = address.isEmpty() ? "standard input" : address;
    Loader loader = new Loader(options);
    Content content = named(source, name, loader);
    Tree tree = tree(content.bytes(), name);
    Defects defects = new Defects();
    tree.notes().forEach(it -> defects.add(it.place(), it.problem()));
    if (!isKnown(tree.root())) {
      unknown(content.bytes(), tree.root(), name);
      defects.add("#", "does not say which version of OpenAPI it is; taken for 3.0");
    }
    Documents documents =
        new Documents(Optional.of(loader), content.location(), tree.root(), defects);
    ApiDescription description = OpenApiReader.read(documents, defects);
    List<FileRead> files = new ArrayList<>();
    files.add(FileRead.of("", content.bytes()));
    files.addAll(documents.files());
    return new ReadDescription(description, address, hash(files), files);
  }

  private static Content named(DescriptionSource source, String name, Loader loader) {
    try {
      return loader.named(source);
    } catch (RefusedException e) {
      Kind kind = source instanceof DescriptionSource.Address ? Kind.NETWORK : Kind.FAILED;
      throw new ConnectorException(kind, name + " " + e.getMessage(), e.hint(), e);
    }
  }

  private static Tree tree(byte[] bytes, String name) {
    Mistaken.ofBytes(bytes).ifPresent(it -> refuse(name, it));
    try {
      Tree tree = DocumentParser.parse(bytes);
      if (tree.root().isObject()) {
        return tree;
      }
      Mistaken.ofText(DocumentParser.text(bytes)).ifPresent(it -> refuse(name, it));
      throw new ConnectorException(
          Kind.FAILED, name + " is not a description of an API", FORMATS + ", as JSON or YAML");
    } catch (MalformedException e) {
      Mistaken.ofText(DocumentParser.text(bytes)).ifPresent(it -> refuse(name, it));
      throw new ConnectorException(
          Kind.FAILED, name + " " + e.getMessage(), "mend the document, or give another", e);
    }
  }

  private static void refuse(String name, Mistaken mistaken) {
    throw new ConnectorException(
        Kind.FAILED,
        name + " is " + mistaken.what() + ", not a description that can be read",
        mistaken.hint());
  }

  private static boolean isKnown(JsonNode root) {
    String openapi = root.path("openapi").asText();
    String swagger = root.path("swagger").asText();
    return openapi.equals("3")
        || openapi.startsWith("3.")
        || swagger.equals("2")
        || swagger.startsWith("2.");
  }

  /** Refuses what is no description; what only forgets to say its version may be one. */
  private static void unknown(byte[] bytes, JsonNode root, String name) {
    Mistaken.ofTree(root)
        .or(() -> Mistaken.ofText(DocumentParser.text(bytes)))
        .ifPresent(it -> refuse(name, it));
    if (root.has("openapi") || root.has("swagger")) {
      throw new ConnectorException(
          Kind.FAILED,
          name + " is of a version of OpenAPI that is not known",
          FORMATS + "; convert it to one of them");
    }
    if (!root.path("paths").isObject()) {
      throw new ConnectorException(
          Kind.FAILED, name + " is not a description of an API: it has no paths", FORMATS);
    }
  }

  private static String hash(List<FileRead> files) {
    if (files.size() == 1) {
      return files.get(0).sha256();
    }
    StringBuilder lines = new StringBuilder();
    files.stream()
        .sorted(Comparator.comparing(FileRead::name))
        .forEach(it -> lines.append(it.sha256()).append("  ").append(it.name()).append('\n'));
    return FileRead.sha256(lines.toString().getBytes(StandardCharsets.UTF_8));
  }
}
