package dev.connector.scaffold.render;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.message.TimeFormat;
import dev.connector.scaffold.render.code.Code;
import dev.connector.scaffold.render.code.Expression;
import dev.connector.scaffold.render.code.Statement;
import dev.connector.scaffold.render.model.JavaConnector;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.Deletes;
import dev.connector.spec.definition.Incremental;
import dev.connector.spec.definition.Pagination;
import dev.connector.spec.definition.Resource;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The tests of a connector: they replay its fixtures, and try what every connector has to do. They
 * reach it by the names of its definition, so they are the same few files however many resources it
 * has.
 */
final class TestSources {

  private static final List<String> ALWAYS =
      List.of("ExchangesTest", "FailuresTest", "Fixture", "Reads", "RecordsTest", "ReplayServer");

  private final Templates templates = new Templates("java/connector");

  /** The files by path; none where there is nothing to replay. */
  Map<String, byte[]> render(JavaConnector connector, Map<String, JsonNode> fixtures) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    if (fixtures.isEmpty()) {
      return files;
    }
    Definition definition = connector.definition();
    TestConnection connection = TestConnection.to(connector);
    if (connection.refused().isPresent()) {
      put(files, connector, "AuthenticationTest", refused(connector, connection));
      return files;
    }
    Trials trials = new Trials(definition, fixtures);
    Map<String, Object> model = new LinkedHashMap<>(connection.model());
    model.put("package", connector.packageName());
    model.put("adapter", connector.adapter());
    model.put("folder", constant("String FOLDER", folder(definition)));
    model.put("name", constant("String NAME", Expression.text(definition.name())));
    model.put("operations", constant("Set<String> OPERATIONS", all("Set.of", reads(definition))));
    model.put(
        "interrupted",
        trials.interrupted().isEmpty() ? List.of() : List.of(names(trials.interrupted())));
    model.put("later", names(trials.later()));
    model.put("client", connector.client());
    model.put("settings", connector.settings());
    model.put("types", TypedTrials.types(connector));
    model.put("lists", TypedTrials.lists(connector, fixtures));
    model.put("fixture", fixture(trials.paged().orElse("")));
    model.put(
        "apart",
        trials.apart().isEmpty()
            ? List.of()
            : List.of(constant("Set<String> APART", all("Set.of", trials.apart()))));
    ALWAYS.forEach(type -> put(files, connector, type, model));
    if (!connection.missing().isEmpty()) {
      put(files, connector, "SettingsTest", model);
    }
    if (!trials.later().isEmpty()) {
      put(files, connector, "ChangesTest", model);
    }
    if (trials.paged().isPresent()) {
      put(files, connector, "PagesTest", model);
    }
    return files;
  }

  /** What cannot be entered cannot be replayed either; that it says so is all there is to test. */
  private static Map<String, Object> refused(JavaConnector connector, TestConnection connection) {
    return Map.of(
        "package", connector.packageName(),
        "adapter", connector.adapter(),
        "credentials", connection.model().get("credentials"));
  }

  private void put(
      Map<String, byte[]> files, JavaConnector connector, String type, Map<String, Object> model) {
    String text = templates.render("test/" + type + ".java.ftl", model);
    files.put(connector.path("test", type + ".java"), text.getBytes(StandardCharsets.UTF_8));
  }

  private static Expression folder(Definition definition) {
    return Expression.text("/connectors/" + definition.name() + "/fixtures");
  }

  static Code constant(String typeAndName, Expression value) {
    return Statement.declaring("private static final " + typeAndName, value).at(2);
  }

  static Expression all(String factory, List<String> texts) {
    return Expression.call(factory, texts(texts));
  }

  private static Code names(List<String> fixtures) {
    return Statement.returning(all("List.of", fixtures)).at(4);
  }

  private static Code fixture(String name) {
    return Statement.declaring(
            "Fixture fixture", Expression.call("Fixture.named", Expression.text(name)))
        .at(4);
  }

  /** The operations that resources are read by. */
  private static List<String> reads(Definition definition) {
    return definition.resources().entrySet().stream()
        .flatMap(it -> read(it.getValue()).stream().map(name -> it.getKey() + "." + name))
        .toList();
  }

  private static Optional<String> read(Resource resource) {
    return resource
        .reading()
        .incremental()
        .map(Incremental::operation)
        .or(() -> resource.reading().operation());
  }

  /** Texts between quotes. */
  static List<Expression> texts(List<String> texts) {
    return texts.stream().map(Expression::text).toList();
  }

  /**
   * What is tried with which fixture.
   *
   * @param fixtures by path
   */
  private record Trials(Definition definition, Map<String, JsonNode> fixtures) {

    /** A list of which more than one page is asked for, and nothing before it. */
    Optional<String> paged() {
      return madeUp()
          .filter(
              it ->
                  pages(it.getValue()) > 1 && resource(it.getValue()).reading().parent().isEmpty())
          .map(it -> name(it.getKey()))
          .findFirst();
    }

    /** Reads of what changed that can break off between two pages. */
    List<String> interrupted() {
      return changes()
          .filter(it -> pages(it.getValue()) > 1 && !isLinked(it.getValue()))
          .map(it -> name(it.getKey()))
          .toList();
    }

    /** Reads of what changed whose request tells where they begin. */
    List<String> later() {
      return changes().map(it -> name(it.getKey())).toList();
    }

    private Stream<Map.Entry<String, JsonNode>> changes() {
      return madeUp()
          .filter(
              it ->
                  resource(it.getValue()).reading().parent().isEmpty()
                      && resource(it.getValue())
                          .reading()
                          .incremental()
                          .filter(how -> how.filter() != Incremental.Filter.CLIENT)
                          .filter(how -> isOperation(it.getValue(), how.operation()))
                          .filter(how -> isDated(it.getValue(), how))
                          .isPresent());
    }

    /** A link that is kept leads to the server it came from, which is gone with the first read. */
    private boolean isLinked(JsonNode fixture) {
      Resource resource = resource(fixture);
      return read(resource)
          .flatMap(it -> resource.operations().get(it).pagination())
          .filter(it -> it instanceof Pagination.NextLink || it instanceof Pagination.LinkHeader)
          .isPresent();
    }

    /** Whether the records say how far a read came. */
    private static boolean isDated(JsonNode fixture, Incremental incremental) {
      for (JsonNode found : fixture.path("records")) {
        JsonNode at = found.at(incremental.cursor());
        try {
          if (incremental.value().type() == Incremental.Type.INTEGER) {
            Long.parseLong(at.asText());
          } else {
            TimeFormat.read(at);
          }
        } catch (RuntimeException unreadable) {
          return false;
        }
      }
      return true;
    }

    /** Those that show less than a connector asks for, or something else than an operation. */
    List<String> apart() {
      return fixtures.entrySet().stream()
          .filter(it -> isApart(it.getValue()))
          .map(it -> name(it.getKey()))
          .toList();
    }

    private boolean isApart(JsonNode fixture) {
      Resource resource = definition.resources().get(resourceName(fixture));
      String name = operationName(fixture);
      if (resource == null || !resource.operations().containsKey(name)) {
        return true;
      }
      Set<String> known = resource.operations().get(name).arguments().keySet();
      boolean sized =
          fixture.path("arguments").properties().stream()
              .anyMatch(it -> !it.getKey().equals("cursor") && !known.contains(it.getKey()));
      boolean fails = fixture.has("error");
      boolean reads = read(resource).filter(name::equals).isPresent();
      boolean deletes =
          resource.reading().deletes().filter(Deletes.Listed.class::isInstance).isPresent();
      int exchanges = fixture.path("exchanges").size();
      return sized || !fails && (reads ? deletes && exchanges < 2 : exchanges > 1);
    }

    /** Made of schemas, so that nothing in them is odd. */
    private Stream<Map.Entry<String, JsonNode>> madeUp() {
      return fixtures.entrySet().stream()
          .filter(it -> !isApart(it.getValue()))
          .filter(it -> it.getValue().path("kind").asText().equals("synthesized"))
          .filter(it -> definition.resources().containsKey(resourceName(it.getValue())))
          .filter(
              it ->
                  read(resource(it.getValue()))
                      .filter(read -> isOperation(it.getValue(), read))
                      .isPresent());
    }

    /** How many exchanges have records. */
    private long pages(JsonNode fixture) {
      String first = fixture.at("/exchanges/0/request/path").asText();
      long same = 0;
      for (JsonNode exchange : fixture.path("exchanges")) {
        same += exchange.at("/request/path").asText().equals(first) ? 1 : 0;
      }
      return same;
    }

    private Resource resource(JsonNode fixture) {
      return definition.resources().get(resourceName(fixture));
    }

    private static String resourceName(JsonNode fixture) {
      String operation = fixture.path("operation").asText();
      return operation.substring(0, Math.max(0, operation.indexOf('.')));
    }

    private static String operationName(JsonNode fixture) {
      String operation = fixture.path("operation").asText();
      return operation.substring(operation.indexOf('.') + 1);
    }

    private static boolean isOperation(JsonNode fixture, String operation) {
      return fixture.path("operation").asText().equals(resourceName(fixture) + "." + operation);
    }

    private static String name(String path) {
      return path.substring(path.lastIndexOf('/') + 1).replace(".json", "");
    }
  }
}
