package dev.connector.scaffold.openapi;

import dev.connector.scaffold.description.ApiBody;
import dev.connector.scaffold.description.ApiContent;
import dev.connector.scaffold.description.ApiParameter;
import dev.connector.scaffold.description.ApiSchema;
import dev.connector.scaffold.description.References.Target;
import dev.connector.scaffold.description.SecurityScheme;
import dev.connector.scaffold.description.Server;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the versions of the format say differently. */
sealed interface Dialect permits OpenApi3, Swagger2 {

  /** Where the API is, by what the whole document says. */
  List<Server> servers(Target root);

  /** Security schemes by name. */
  Map<String, SecurityScheme> schemes(Target root);

  /**
   * A parameter whose place and name are known.
   *
   * @param key what the parameter is, and its name
   */
  ApiParameter parameter(ParameterKey key, Target node);

  /** The body of a request. */
  RequestBody body(Target operation, List<Target> inBody);

  /** What a response holds, by media type. */
  List<ApiContent> contents(Target response, Target operation);

  /** What a header looks like. */
  Optional<ApiSchema> header(Target header);

  /** Whether a parameter is part of the body: {@code in: body} and {@code in: formData}. */
  boolean isBody(Target parameter);

  /**
   * @param in where it goes
   */
  record ParameterKey(ApiParameter.In in, String name) {}

  /** None, one, or one that cannot be read, without which the request cannot be made. */
  sealed interface RequestBody {
    record None() implements RequestBody {}

    record Known(ApiBody body) implements RequestBody {}

    record Unreadable() implements RequestBody {}
  }
}
