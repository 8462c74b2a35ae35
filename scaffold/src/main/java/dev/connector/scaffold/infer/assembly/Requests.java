package dev.connector.scaffold.infer.assembly;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.scaffold.description.ApiContent;
import dev.connector.scaffold.description.ApiOperation;
import dev.connector.scaffold.description.ApiParameter;
import dev.connector.scaffold.description.ApiSchema;
import dev.connector.scaffold.infer.access.Access;
import dev.connector.scaffold.infer.graph.PathTemplate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes the request of one operation: by its placeholder what is bound or configured, as it is
 * what has one value, by an argument what the caller says. An operation that reads has no caller,
 * so that what it cannot do without is asked of the user.
 */
final class Requests {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)\\}");
  private static final Pattern NOT_IN_PATH = Pattern.compile("[?#\\s\\\\]|//");
  private static final Pattern HEADER = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z]+/[A-Za-z0-9.+-]{1,100}");
  private static final Set<String> ALWAYS_SENT =
      Set.of(
          "accept",
          "content-type",
          "authorization",
          "user-agent",
          "host",
          "content-length",
          "accept-encoding",
          "connection",
          "cookie");
  private static final int MOST_MEMBERS = 30;
  private static final int LONGEST_PATH = 1_000;

  private final ApiOperation operation;
  private final Scope scope;
  private final boolean reads;
  private final Set<String> taken;
  private final ObjectNode arguments = JSON.objectNode();
  private final Map<String, Binding.Question> questions = new LinkedHashMap<>();

  private Requests(ApiOperation operation, Scope scope, boolean reads) {
    this.operation = operation;
    this.scope = scope;
    this.reads = reads;
    this.taken = new HashSet<>(scope.taken());
  }

  /** What came of an operation. */
  sealed interface Result {}

  /**
   * @param questions settings by name that reading needs besides those of the binding
   */
  record Written(ObjectNode request, Map<String, Binding.Question> questions) implements Result {}

  /**
   * @param why a part of a sentence that begins with the operation
   */
  record Unsaid(String why) implements Result {}

  /**
   * @param skipped parameters and members of the body that paging and the like fill
   */
  static Result write(
      ApiOperation operation,
      Access.Operations access,
      Scope scope,
      Set<String> skipped,
      boolean reads) {
    if (access.address(operation).isPresent()) {
      return new Unsaid("is at another address, " + access.address(operation).get());
    }
    return new Requests(operation, scope, reads).result(access, skipped);
  }

  private Result result(Access.Operations access, Set<String> skipped) {
    ObjectNode request = JSON.objectNode();
    if (!operation.method().equals("GET")) {
      request.put("method", operation.method());
    }
    Optional<String> path = path();
    if (path.isEmpty()) {
      return new Unsaid("has a path that no request can have");
    }
    request.put("path", path.get());
    ObjectNode query = JSON.objectNode();
    ObjectNode headers = JSON.objectNode();
    query(operation.path(), query);
    for (ApiParameter parameter : operation.parameters()) {
      contentType(parameter).ifPresent(it -> headers.put("Content-Type", it));
      if (access.supplies(parameter) || parameter.name().isBlank()) {
        continue;
      }
      boolean left =
          parameter.in() == ApiParameter.In.QUERY
              ? skipped.contains(parameter.name()) || query(parameter, query)
              : parameter.in() != ApiParameter.In.HEADER || header(parameter, headers);
      if (!left) {
        return new Unsaid("needs " + parameter.name() + ", written in a way the format cannot say");
      }
    }
    put(request, "query", query);
    access.accepted(operation).ifPresent(it -> headers.put("Accept", it));
    put(request, "headers", headers);
    Optional<String> problem = body(request, skipped);
    if (problem.isPresent()) {
      return new Unsaid(problem.get());
    }
    put(request, "arguments", arguments);
    idempotencyKey().ifPresent(it -> request.put("idempotencyKey", it));
    return new Written(request, questions);
  }

  private static void put(ObjectNode request, String name, ObjectNode members) {
    if (!members.isEmpty()) {
      request.set(name, members);
    }
  }

  /** Without what some documents write behind it to tell one operation from another. */
  private static String bare(String path) {
    int end = path.indexOf('#');
    String whole = end < 0 ? path : path.substring(0, end);
    return whole.indexOf('?') < 0 ? whole : whole.substring(0, whole.indexOf('?'));
  }

  /** What the path itself has behind a question mark. */
  private static void query(String path, ObjectNode query) {
    int begin = path.indexOf('?');
    int end = path.indexOf('#') < 0 ? path.length() : path.indexOf('#');
    if (begin < 0 || begin > end) {
      return;
    }
    for (String pair : path.substring(begin + 1, end).split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0 && pair.indexOf('{') < 0) {
        query.put(pair.substring(0, equals), pair.substring(equals + 1));
      }
    }
  }

  private Optional<String> path() {
    String given = bare(operation.path());
    PathTemplate template = PathTemplate.of(operation.path());
    StringBuilder path = new StringBuilder();
    Matcher matcher = VARIABLE.matcher(given);
    int end = 0;
    int number = 0;
    while (matcher.find()) {
      path.append(given, end, matcher.start());
      PathTemplate.Variable variable = template.variables().get(number++);
      String key = template.key(variable.segment() + 1) + " " + variable.name();
      path.append('{').append(pathPlaceholder(key, variable)).append('}');
      end = matcher.end();
    }
    String fixed = VARIABLE.matcher(given).replaceAll("");
    path.append(given.substring(end));
    boolean possible =
        path.indexOf("/") == 0
            && path.length() <= LONGEST_PATH
            && fixed.indexOf('{') < 0
            && fixed.indexOf('}') < 0
            && !NOT_IN_PATH.matcher(path).find();
    return possible ? Optional.of(path.toString()) : Optional.empty();
  }

  private String pathPlaceholder(String key, PathTemplate.Variable variable) {
    Optional<String> known = scope.placeholder(key.substring(0, key.indexOf(' ')));
    if (known.isPresent()) {
      return known.get();
    }
    Optional<ApiParameter> declared = operation.parameter(ApiParameter.In.PATH, variable.name());
    String name = free(Names.camel(variable.name()));
    if (reads) {
      questions.put(name, question(variable.name(), declared.map(ApiParameter::description)));
      return name;
    }
    ObjectNode argument = arguments.putObject(name);
    declared.ifPresent(it -> describe(argument, it.description(), it.schema()));
    argument.put("required", true);
    return name;
  }

  /** Whether the parameter could be written, or can be left out. */
  private boolean query(ApiParameter parameter, ObjectNode query) {
    Optional<String> value = value(parameter.name(), parameter);
    value.ifPresent(it -> query.put(parameter.name(), it));
    return value.isPresent() || !parameter.required();
  }

  private boolean header(ApiParameter parameter, ObjectNode headers) {
    boolean sent = ALWAYS_SENT.contains(parameter.name().toLowerCase(Locale.ROOT));
    if (sent || !parameter.required() || isIdempotencyKey(parameter)) {
      return true;
    }
    if (!HEADER.matcher(parameter.name()).matches()) {
      return false;
    }
    Optional<String> value = value(parameter.name(), parameter);
    value.ifPresent(it -> headers.put(parameter.name(), it));
    return value.isPresent();
  }

  /** Where there is no body, nobody sends it by himself, and some servers insist. */
  private Optional<String> contentType(ApiParameter parameter) {
    boolean insists =
        parameter.in() == ApiParameter.In.HEADER
            && parameter.name().equalsIgnoreCase("content-type")
            && parameter.required()
            && List.of("GET", "HEAD").contains(operation.method());
    return insists
        ? Optional.of(
            parameter.schema().values().stream()
                .map(JsonNode::asText)
                .filter(it -> MEDIA_TYPE.matcher(it).matches())
                .findFirst()
                .orElse("application/json"))
        : Optional.empty();
  }

  private Optional<String> value(String name, ApiParameter parameter) {
    Optional<String> known = scope.placeholder(name);
    if (known.isPresent()) {
      return Optional.of("{" + known.get() + "}");
    }
    ApiSchema schema = parameter.schema();
    List<JsonNode> values = schema.values();
    if (parameter.required() && values.size() == 1 && values.get(0).isValueNode()) {
      return Optional.of(DefinitionJson.literal(values.get(0).asText()));
    }
    if (schema.isObject() || isObjects(schema)) {
      return Optional.empty();
    }
    Optional<JsonNode> standard =
        schema.defaultValue().filter(it -> it.isValueNode() && !it.isNull());
    if (reads && parameter.required() && standard.isPresent()) {
      return Optional.of(DefinitionJson.literal(standard.get().asText()));
    }
    String argument = free(Names.camel(name));
    if (reads && parameter.required()) {
      questions.put(argument, question(name, Optional.of(parameter.description())));
    } else {
      ObjectNode written = arguments.putObject(argument);
      describe(written, parameter.description(), schema);
      if (schema.isArray() && !parameter.explode()) {
        written.put("separator", separator(parameter.style()));
      }
      if (parameter.required()) {
        written.put("required", true);
      }
    }
    return Optional.of("{" + argument + "}");
  }

  private static String separator(String style) {
    return style.equals("pipeDelimited") ? "|" : style.equals("spaceDelimited") ? " " : ",";
  }

  /** Empty where the body is written, or where there is none; else why it cannot be. */
  private Optional<String> body(ObjectNode request, Set<String> skipped) {
    boolean without = List.of("GET", "HEAD").contains(operation.method());
    if (operation.body().isEmpty() || operation.body().get().contents().isEmpty() || without) {
      return operation
          .body()
          .filter(it -> without && it.required())
          .map(it -> "has a body that no " + operation.method() + " can have");
    }
    Optional<ApiContent> json = operation.body().get().json();
    Optional<ApiContent> form =
        operation.body().get().contents().stream()
            .filter(it -> it.type().toLowerCase(Locale.ROOT).startsWith("application/x-www-form"))
            .findFirst();
    boolean several = json.flatMap(ApiContent::schema).filter(Requests::isList).isPresent();
    if (reads && several) {
      return Optional.of("takes a list for a body").filter(it -> operation.body().get().required());
    }
    if (json.isPresent()) {
      json(json.get().schema(), request, skipped);
    } else if (form.isPresent()) {
      form.get().schema().ifPresent(it -> form(it, request, skipped));
    } else if (operation.body().get().required()) {
      return Optional.of(
          "takes "
              + Prose.sentence(operation.body().get().contents().get(0).type())
              + ", not JSON");
    }
    return Optional.empty();
  }

  private void json(Optional<ApiSchema> schema, ObjectNode request, Set<String> skipped) {
    Map<String, ApiSchema> members = members(schema, skipped);
    boolean whole = members.isEmpty() || members.size() > MOST_MEMBERS;
    if (whole && !reads) {
      String name = free("body");
      request.put("body", "{" + name + "}");
      ObjectNode argument = arguments.putObject(name);
      schema
          .map(it -> Prose.sentence(it.description()))
          .filter(it -> !it.isEmpty())
          .ifPresent(it -> argument.put("description", it));
      argument.put("type", "object");
      if (operation.body().orElseThrow().required()) {
        argument.put("required", true);
      }
      return;
    }
    ObjectNode body = request.putObject("body");
    members.forEach(
        (name, member) -> {
          boolean required = schema.get().required().contains(name);
          JsonNode fixed = fixed(member, required);
          if (fixed != null) {
            body.set(name, fixed);
          } else {
            member(name, member, required).ifPresent(it -> body.put(name, "{" + it + "}"));
          }
        });
  }

  private void form(ApiSchema schema, ObjectNode request, Set<String> skipped) {
    ObjectNode form = request.putObject("form");
    members(Optional.of(schema), skipped)
        .forEach(
            (name, member) -> {
              if (!member.isObject() && !isObjects(member)) {
                member(name, member, schema.required().contains(name))
                    .ifPresent(it -> form.put(name, "{" + it + "}"));
              }
            });
  }

  private static Map<String, ApiSchema> members(Optional<ApiSchema> schema, Set<String> skipped) {
    Map<String, ApiSchema> members = new LinkedHashMap<>();
    schema.ifPresent(it -> members.putAll(it.properties()));
    members
        .entrySet()
        .removeIf(
            it ->
                it.getValue().readOnly() || skipped.contains(it.getKey()) || it.getKey().isBlank());
    return members;
  }

  private JsonNode fixed(ApiSchema member, boolean required) {
    List<JsonNode> values = member.values();
    boolean one = required && values.size() == 1 && values.get(0).isValueNode();
    if (!one) {
      return null;
    }
    return values.get(0).isTextual()
        ? JSON.textNode(DefinitionJson.literal(values.get(0).textValue()))
        : values.get(0);
  }

  /** The placeholder for a member of the body. */
  private Optional<String> member(String name, ApiSchema member, boolean required) {
    Optional<String> known = scope.placeholder(name);
    if (known.isPresent()) {
      return known;
    }
    String free = free(Names.camel(name));
    if (reads && required) {
      questions.put(free, question(name, Optional.of(member.description())));
    } else {
      ObjectNode argument = arguments.putObject(free);
      describe(argument, member.description(), member);
      if (required) {
        argument.put("required", true);
      }
    }
    return Optional.of(free);
  }

  private static void describe(ObjectNode argument, String says, ApiSchema schema) {
    String sentence = Prose.sentence(says, schema.description());
    if (!sentence.isEmpty()) {
      argument.put("description", sentence);
    }
    String type = ArgumentType.of(schema);
    if (!type.equals("text")) {
      argument.put("type", type);
    }
  }

  /** Whether it is a list and nothing else. */
  static boolean isList(ApiSchema schema) {
    return schema.isArray() && schema.types().size() == 1;
  }

  private static boolean isObjects(ApiSchema schema) {
    return schema.isArray()
        && schema.items().filter(it -> it.isObject() || it.isArray()).isPresent();
  }

  private static Binding.Question question(String name, Optional<String> description) {
    return new Binding.Question(
        Prose.title(String.join(" ", dev.connector.scaffold.infer.graph.Words.of(name))),
        Prose.sentence(description.orElse("")),
        List.of());
  }

  private String free(String wanted) {
    String free = wanted;
    for (int i = 2; !taken.add(free); i++) {
      free = wanted + i;
    }
    return free;
  }

  private Optional<String> idempotencyKey() {
    boolean repeatable = List.of("GET", "HEAD").contains(operation.method());
    return operation.parameters().stream()
        .filter(it -> !repeatable && isIdempotencyKey(it))
        .map(ApiParameter::name)
        .findFirst();
  }

  private static boolean isIdempotencyKey(ApiParameter parameter) {
    return parameter.in() == ApiParameter.In.HEADER
        && HEADER.matcher(parameter.name()).matches()
        && parameter.name().toLowerCase(Locale.ROOT).contains("idempotency");
  }
}
