package dev.connector.scaffold.infer.shape;

import dev.connector.scaffold.description.ApiContent;
import dev.connector.scaffold.description.ApiOperation;
import dev.connector.scaffold.description.ApiResponse;
import dev.connector.scaffold.description.ApiSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an operation answers when all is well.
 *
 * @param schema empty where the document has none
 * @param examples what the document's examples look like, in its order
 * @param unreadable the media types where none of them is JSON; empty where none is named
 */
record Payload(
    String place, Optional<ApiSchema> schema, List<ApiSchema> examples, List<String> unreadable) {

  Payload {
    examples = List.copyOf(examples);
    unreadable = List.copyOf(unreadable);
  }

  static Payload of(ApiOperation operation) {
    Optional<ApiResponse> success = operation.success();
    if (success.isEmpty()) {
      return new Payload(operation.place(), Optional.empty(), List.of(), List.of());
    }
    ApiResponse response =
        Stream.concat(success.stream(), operation.responses().stream().filter(Payload::isSuccess))
            .filter(it -> content(it).isPresent())
            .findFirst()
            .orElse(success.get());
    Optional<ApiContent> content = content(response);
    List<ApiSchema> examples = new ArrayList<>();
    content.ifPresent(it -> it.examples().forEach(each -> examples.add(ExampleSchema.of(each))));
    Optional<ApiSchema> schema = content.flatMap(ApiContent::schema);
    schema
        .flatMap(
            it -> it.example().map(value -> new ApiContent.Example(it.place() + "/example", value)))
        .ifPresent(it -> examples.add(ExampleSchema.of(it)));
    List<String> unreadable =
        content.isPresent()
            ? List.of()
            : response.contents().stream().map(ApiContent::type).toList();
    return new Payload(response.place(), schema, examples, unreadable);
  }

  private static boolean isSuccess(ApiResponse response) {
    return response.status().startsWith("2");
  }

  /** JSON before anything else, and what has a schema before what has none. */
  private static Optional<ApiContent> content(ApiResponse response) {
    List<ApiContent> readable = response.contents().stream().filter(Payload::isReadable).toList();
    return readable.stream()
        .filter(it -> it.isJson() && it.schema().isPresent())
        .findFirst()
        .or(() -> readable.stream().filter(it -> it.schema().isPresent()).findFirst())
        .or(() -> readable.stream().findFirst());
  }

  /** Some documents call JSON plain text, or by a name of their own. */
  private static boolean isReadable(ApiContent content) {
    String type = content.type().toLowerCase(Locale.ROOT);
    boolean object = content.schema().filter(it -> it.isObject() || it.isArray()).isPresent();
    return content.isJson()
        || object && (type.startsWith("text/plain") || type.startsWith("text/html"))
        || object && !type.contains("/");
  }
}
