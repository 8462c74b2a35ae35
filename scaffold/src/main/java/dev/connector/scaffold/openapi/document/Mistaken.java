package dev.connector.scaffold.openapi.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What something is that was given for a description of an API and is none.
 *
 * @param what with its article: {@code a Postman collection}
 * @param hint what to do
 */
public record Mistaken(String what, String hint) {

  private static final int LOOKED_AT = 50_000;
  private static final Pattern ADDRESS_IN_PAGE =
      Pattern.compile(
          "(?:\\burl|\\bspec-?url|data-url|apiDescriptionUrl)\\s*[:=]\\s*[\"']([\\x21-\\x7e&&[^\"'<>]]{1,300})"
              + "[\"']",
          Pattern.CASE_INSENSITIVE);
  private static final String EXPORT =
      "export it as OpenAPI 3 from the tool it comes from, and give that file";

  /** What the bytes are, where they are no text or a text of another kind. */
  public static Optional<Mistaken> ofBytes(byte[] bytes) {
    String start = new String(bytes, 0, Math.min(bytes.length, 4), StandardCharsets.ISO_8859_1);
    if (start.startsWith("PK\u0003")) {
      return it("a zip archive", "unpack it, and give the description in it");
    }
    if (start.startsWith("\u001f\u008b")) {
      return it("a gzip file", "unpack it: gunzip --stdout FILE | connector new --from-openapi -");
    }
    return start.startsWith("%PDF")
        ? it("a PDF document", "look for the description that its vendor publishes for machines")
        : Optional.empty();
  }

  /** What a text is by its beginning. */
  public static Optional<Mistaken> ofText(String text) {
    String start = text.substring(0, Math.min(text.length(), LOOKED_AT)).strip();
    if (start.isEmpty()) {
      return it("empty", "give a file with an OpenAPI or Swagger description");
    }
    if (start.startsWith("<")) {
      return Optional.of(markup(start));
    }
    if (start.startsWith("#%RAML")) {
      return it("a RAML description", "convert it to OpenAPI 3 with the RAML tools, and give that");
    }
    if (start.startsWith("FORMAT: 1A")) {
      return it("an API Blueprint", "convert it to OpenAPI 3, and give that");
    }
    if (has(start, "^syntax {0,9}= {0,9}[\"']proto[23]")) {
      return it("a Protocol Buffers file", "gRPC is not read; look for an HTTP description");
    }
    if (has(
            start,
            "^(extend )?(type|schema|interface|enum|scalar|union|input|directive)\\b[^:\n]{0,200}[{@]")
        && !has(start, "^(openapi|swagger)\\s*:")) {
      return it("a GraphQL schema", GRAPHQL);
    }
    return has(start, "^import \"@typespec/")
        ? it("TypeSpec source", "compile it to OpenAPI 3 with tsp compile, and give that")
        : Optional.empty();
  }

  private static final String GRAPHQL =
      "GraphQL is not read; look for a REST description, or start with: connector new <name>";

  private static Mistaken markup(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.contains("<edmx:edmx")) {
      return new Mistaken("OData metadata", "convert it to OpenAPI 3, and give that");
    }
    if (lower.contains("definitions") && lower.contains("schemas.xmlsoap.org/wsdl")) {
      return new Mistaken("a WSDL description", "SOAP is not read; look for an HTTP description");
    }
    if (lower.contains("wadl.dev.java.net")) {
      return new Mistaken("a WADL description", "convert it to OpenAPI 3, and give that");
    }
    if (!lower.contains("<html") && !lower.contains("<!doctype html")) {
      return new Mistaken("XML", "give an OpenAPI or Swagger description, in JSON or YAML");
    }
    for (String viewer :
        new String[] {"swagger-ui", "redoc", "rapidoc", "scalar", "elements-api"}) {
      if (lower.contains(viewer)) {
        return new Mistaken("a web page that shows a description (" + viewer + ")", page(text));
      }
    }
    return new Mistaken("a web page", "give the address of the description itself, JSON or YAML");
  }

  private static String page(String text) {
    Matcher address = ADDRESS_IN_PAGE.matcher(text);
    while (address.find()) {
      String found = address.group(1).toLowerCase(Locale.ROOT);
      if (!found.endsWith(".js") && !found.endsWith(".css") && !found.endsWith(".png")) {
        return "the page takes it from " + address.group(1) + ": give that address";
      }
    }
    return "open the page, look for the link to openapi.json, swagger.json or api-docs, and give that";
  }

  private static boolean has(String text, String pattern) {
    return Pattern.compile(pattern, Pattern.MULTILINE).matcher(text).find();
  }

  /** What a tree is that does not say {@code openapi} or {@code swagger}. */
  public static Optional<Mistaken> ofTree(JsonNode root) {
    JsonNode info = root.path("info");
    if (info.has("_postman_id") || info.path("schema").asText().contains("postman.com")) {
      return it("a Postman collection", EXPORT);
    }
    if (root.has("asyncapi")) {
      return it("an AsyncAPI description", "it is of messages, not of requests; look for OpenAPI");
    }
    if (root.has("__schema") || root.path("data").has("__schema")) {
      return it("a GraphQL schema", GRAPHQL);
    }
    if (root.has("arazzo") || root.has("overlay")) {
      return it(
          root.has("arazzo") ? "an Arazzo description" : "an OpenAPI overlay",
          "give the OpenAPI description that it speaks of");
    }
    if (root.path("_type").asText().equals("export") || root.has("__export_format")) {
      return it("an Insomnia export", EXPORT);
    }
    if (root.path("log").has("entries")) {
      return it("an HTTP archive (HAR)", "look for the description that the vendor publishes");
    }
    if (root.path("kind").asText().startsWith("discovery#")) {
      return it("a Google discovery document", "convert it to OpenAPI 3, and give that");
    }
    if (root.has("swaggerVersion")) {
      return it("a Swagger 1 description", "convert it to OpenAPI 3, and give that");
    }
    return root.path("$schema").asText().contains("json-schema.org")
        ? it("a JSON Schema", "it describes values; give the description of the API")
        : Optional.empty();
  }

  private static Optional<Mistaken> it(String what, String hint) {
    return Optional.of(new Mistaken(what, hint));
  }
}
