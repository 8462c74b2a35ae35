package dev.connector.scaffold.render;

import dev.connector.scaffold.render.model.JavaArgument;
import dev.connector.scaffold.render.model.JavaConnector;
import dev.connector.scaffold.render.model.JavaOperation;
import dev.connector.scaffold.render.model.JavaResource;
import dev.connector.scaffold.render.text.Markdown;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.Incremental;
import dev.connector.spec.definition.Pagination;
import dev.connector.spec.definition.Setting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a connector's README says, in Markdown; whatever came from outside is escaped. */
record Readme(JavaConnector connector, ConnectorSource source) {

  private static final int LONGEST_DESCRIPTION = 500;
  private static final int LONGEST_CELL = 120;
  private static final int NAMED = 12;

  Map<String, Object> model() {
    Definition definition = connector.definition();
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("package", connector.packageName());
    model.put("connector", definition.name());
    model.put("version", definition.version());
    model.put("title", Markdown.text(definition.title()));
    model.put("description", Markdown.sentence(definition.description(), LONGEST_DESCRIPTION));
    model.put(
        "documentation", definition.metadata().documentation().map(Markdown::code).orElse(""));
    model.put("summary", summary());
    model.put("example", example());
    model.put("first", streamed().map(JavaResource::name).orElse(""));
    model.put("writes", writes());
    model.put("resources", connector.resources().stream().map(this::resource).toList());
    model.put("records", records());
    model.put("changes", changes());
    model.put("parents", parents());
    model.put("webhooks", webhooks());
    model.put("ways", new ReadmeAccess(definition).ways());
    model.put("settings", settings());
    model.put("settingsType", connector.settings());
    model.put("adapter", connector.adapter());
    model.put("prefix", prefix());
    model.put("limits", new ReadmeAccess(definition).limits());
    model.put("open", source.open().stream().map(Markdown::text).toList());
    model.put("fixtures", fixtures());
    return model;
  }

  private String prefix() {
    String variable = connector.definition().variable("baseUrl");
    return variable.substring(0, variable.length() - "_BASE_URL".length());
  }

  private String summary() {
    List<String> names = connector.resources().stream().map(JavaResource::name).toList();
    String listed =
        names.stream().limit(NAMED).map(Markdown::code).collect(Collectors.joining(", "));
    int more = names.size() - NAMED;
    return "The first version: " + listed + (more > 0 ? " and " + more + " more resources." : ".");
  }

  /** A resource all of whose records can be had without being told anything. */
  private Optional<JavaResource> streamed() {
    return connector.resources().stream()
        .filter(it -> it.definition().reading().parent().isEmpty())
        .filter(it -> list(it).isPresent())
        .findFirst();
  }

  private static Optional<JavaOperation> list(JavaResource resource) {
    return resource.operations().stream()
        .filter(
            it -> resource.definition().reading().operation().filter(it.name()::equals).isPresent())
        .filter(it -> it.result() == JavaOperation.Result.STREAM)
        .filter(it -> it.required().isEmpty() && it.refusal().isEmpty())
        .findFirst();
  }

  private List<String> example() {
    String api = connector.packageName().substring(connector.packageName().lastIndexOf('.') + 1);
    return streamed()
        .map(
            it ->
                List.of(
                    "try (%s %s = %s.connect(%s.fromEnvironment(System.getenv()))) {"
                        .formatted(
                            connector.client(), api, connector.client(), connector.settings()),
                    "  for (%s found : %s.%s().%s()) {"
                        .formatted(
                            it.record(), api, it.accessor(), list(it).orElseThrow().method()),
                    "    System.out.println(found);",
                    "  }",
                    "}"))
        .orElse(List.of());
  }

  private boolean writes() {
    return connector.resources().stream()
        .flatMap(it -> it.operations().stream())
        .anyMatch(
            it ->
                !it.definition().effect().safe()
                    && !it.definition().request().method().equals("GET")
                    && !it.definition().request().method().equals("HEAD"));
  }

  private Map<String, String> resource(JavaResource resource) {
    List<String> methods = new ArrayList<>();
    for (JavaOperation operation : resource.operations()) {
      String arguments =
          operation.required().stream()
              .map(JavaArgument::parameter)
              .collect(Collectors.joining(", "));
      String call = Markdown.code(operation.method() + "(" + arguments + ")");
      methods.add(operation.refusal().isEmpty() ? call : call + " (needs code of its own)");
    }
    if (resource.definition().reading().incremental().isPresent()) {
      methods.add(Markdown.code("changes(checkpoint)"));
    }
    String accessor = Markdown.code(resource.accessor() + "()");
    String name =
        resource.accessor().equals(resource.name())
            ? accessor
            : accessor + " for " + Markdown.code(resource.name());
    return Map.of(
        "accessor", name,
        "record", Markdown.code(resource.record()),
        "description", words(resource),
        "methods", String.join(", ", methods));
  }

  private static String words(JavaResource resource) {
    String description = resource.definition().description();
    return Markdown.sentence(
        description.isBlank() ? resource.definition().title() : description, LONGEST_CELL);
  }

  /** What tells records apart, where nothing does. */
  private String records() {
    String keyless =
        connector.resources().stream()
            .filter(it -> it.definition().record().primaryKey().isEmpty())
            .map(it -> Markdown.code(it.name()))
            .collect(Collectors.joining(", "));
    return keyless.isEmpty()
        ? ""
        : "Nothing is known that tells the records of these apart: " + keyless + ".";
  }

  private List<Map<String, String>> changes() {
    List<Map<String, String>> changes = new ArrayList<>();
    for (JavaResource resource : connector.resources()) {
      Optional<Incremental> incremental = resource.definition().reading().incremental();
      if (incremental.isPresent()) {
        Incremental it = incremental.get();
        changes.add(
            Map.of(
                "resource", Markdown.code(resource.name()),
                "cursor", Markdown.code(it.cursor().toString()),
                "filter", filter(it),
                "start",
                    it.range().start().map(start -> Markdown.code(start.text())).orElse("with all"),
                "deletes", deletes(resource)));
      }
    }
    return changes;
  }

  private static String filter(Incremental incremental) {
    String lookback =
        incremental
            .range()
            .lookback()
            .map(
                it ->
                    ", from "
                        + it.toString().substring(2).toLowerCase(java.util.Locale.ROOT)
                        + " before the checkpoint")
            .orElse("");
    switch (incremental.filter()) {
      case CLIENT:
        return "no: all is read, and what is older left out here" + lookback;
      case EXCLUSIVE:
        return "yes, after a value" + lookback;
      default:
        return "yes, from a value on" + lookback;
    }
  }

  private static String deletes(JavaResource resource) {
    return resource
        .definition()
        .reading()
        .deletes()
        .map(
            it -> {
              if (it instanceof dev.connector.spec.definition.Deletes.Marked marked) {
                return "marked at " + Markdown.code(marked.field().toString());
              }
              if (it instanceof dev.connector.spec.definition.Deletes.Listed listed) {
                return "listed by " + Markdown.code(listed.operation() + "()");
              }
              return "what a full read no longer has";
            })
        .orElse("not told");
  }

  private List<String> parents() {
    return connector.resources().stream()
        .flatMap(
            it ->
                it.definition().reading().parent().stream()
                    .map(
                        parent ->
                            Markdown.code(it.name())
                                + " of each of "
                                + Markdown.code(parent.resource())))
        .toList();
  }

  private String webhooks() {
    return connector
        .definition()
        .webhooks()
        .map(
            it ->
                "Deliveries are verified and read; these events are known: "
                    + it.events().keySet().stream()
                        .limit(NAMED)
                        .map(Markdown::code)
                        .collect(Collectors.joining(", "))
                    + (it.events().size() > NAMED ? ", …" : "")
                    + ".")
        .orElse("");
  }

  private List<Map<String, String>> settings() {
    List<Map<String, String>> settings = new ArrayList<>();
    connector
        .definition()
        .settings()
        .forEach(
            (name, it) ->
                settings.add(
                    Map.of(
                        "variable", Markdown.code(connector.definition().variable(name)),
                        "description", Markdown.sentence(described(it), LONGEST_CELL),
                        "otherwise", otherwise(it))));
    return settings;
  }

  private static String described(Setting setting) {
    return setting.description().isBlank() ? setting.title() : setting.description();
  }

  private static String otherwise(Setting setting) {
    if (setting.required()) {
      return "needed";
    }
    return setting.defaultValue().map(Markdown::code).orElse("none");
  }

  private String fixtures() {
    long documented = kind("documented") + kind("recorded");
    long made = kind("synthesized");
    String examples =
        documented == 0
            ? "The description shows no examples that could be used"
            : documented + " of the exchanges in `fixtures/` are examples of the description";
    return examples
        + ", "
        + made
        + " were made up from its schemas and say so: those show that the code does what the"
        + " definition says, not that the API does.";
  }

  private long kind(String kind) {
    return source.fixtures().values().stream()
        .map(it -> it.path("kind").asText())
        .filter(kind::equals)
        .count();
  }

  /** Lists that the API cuts off. */
  static List<String> windows(Definition definition) {
    List<String> windows = new ArrayList<>();
    definition
        .resources()
        .forEach(
            (name, resource) ->
                resource
                    .operations()
                    .forEach(
                        (operation, it) ->
                            it.pagination()
                                .flatMap(Pagination::window)
                                .ifPresent(
                                    window ->
                                        windows.add(
                                            Markdown.code(name + "." + operation)
                                                + " ends after "
                                                + window.results()
                                                + " records, and says so."))));
    return windows;
  }
}
