package dev.connector.cli.agent.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.runtime.message.TimeFormat;
import dev.connector.spec.definition.AuthenticationScheme;
import dev.connector.spec.definition.Incremental;
import dev.connector.spec.definition.Placement;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A nursery's API whose description says little: no authentication, no answers, no keys, parameters
 * without a word. A thin folder of Markdown says most of what is missing.
 */
public final class Gappy implements World {

  private static final String KEY = "sk_demo_nursery_81";

  private final GappyRecords records = new GappyRecords();
  private final Shelf shelf = Shelf.of("gappy");
  private final Loopback server;

  private Gappy(int port) {
    server = Loopback.start(port, this::answer);
  }

  public static Gappy start(int port) {
    return new Gappy(port);
  }

  /** Prints where it is and stays up; takes the port. */
  public static void main(String... arguments) throws InterruptedException {
    try (Gappy gappy = start(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 0)) {
      System.out.println("description    " + gappy.origin() + "/openapi.yaml");
      gappy.announce();
    }
  }

  @Override
  public String origin() {
    return server.origin();
  }

  @Override
  public Shelf shelf() {
    return shelf;
  }

  @Override
  public void close() {
    server.close();
  }

  @Override
  public Optional<String> credential(String setting) {
    String name = setting.toLowerCase();
    return name.contains("key") || name.contains("token") ? Optional.of(KEY) : Optional.empty();
  }

  @Override
  public List<Expected> resources() {
    return List.of(
        list("plants", "/sku").since("/changed"),
        list("beds", "/bed_no"),
        list("suppliers", "/id").since("/changed"),
        list("customers", "/id").since("/changed"),
        list("orders", "/number").since("/changed"),
        Expected.of("/api/orders/{}/lines", "none", "/line_id", records.list("lines"))
            .below("/api/orders"),
        list("deliveries", "/id"),
        list("sensors", "/serial"));
  }

  @Override
  public List<Fact> facts() {
    return List.of(
        new Fact(
            "sends a key in X-Shed-Key",
            it ->
                it.authentication().stream()
                    .anyMatch(
                        scheme ->
                            scheme instanceof AuthenticationScheme.ApiKey key
                                && key.placement().equals(new Placement.Header("X-Shed-Key")))),
        new Fact(
            "changes leave out the moment asked for",
            it ->
                list("plants", "/sku")
                    .find(it)
                    .flatMap(plants -> plants.getValue().reading().incremental())
                    .filter(plants -> plants.filter() == Incremental.Filter.EXCLUSIVE)
                    .isPresent()));
  }

  private Expected list(String name, String key) {
    return Expected.of("/api/" + name, "page", key, records.list(name));
  }

  private Reply answer(Asked asked) {
    if (!asked.path().startsWith("/api/")) {
      return asked.path().startsWith("/docs") || asked.path().equals("/openapi.yaml")
          ? shelf.serve(asked.path())
          : failure(404, "nothing here");
    }
    if (asked.header("X-Shed-Key").filter(KEY::equals).isEmpty()) {
      return failure(401, "a key is wanted");
    }
    if (!asked.method().equals("GET")) {
      return failure(405, "only GET");
    }
    List<String> parts = asked.below("/api");
    if (parts.size() == 1 && records.has(parts.get(0)) && !parts.get(0).equals("lines")) {
      return page(changed(parts.get(0), asked), asked);
    }
    boolean lines =
        parts.size() == 3 && parts.get(0).equals("orders") && parts.get(2).equals("lines");
    return lines ? lines(parts.get(1)) : failure(404, "nothing here");
  }

  /** A time that is none filters nothing away, as with many an API. */
  private List<ObjectNode> changed(String list, Asked asked) {
    List<ObjectNode> all = records.list(list);
    if (all.isEmpty() || !all.get(0).has("changed") || asked.query("updated_after").isEmpty()) {
      return all;
    }
    try {
      Instant after =
          TimeFormat.read(Row.row().put("at", asked.query().get("updated_after")).get("at"));
      return all.stream().filter(it -> TimeFormat.read(it.get("changed")).isAfter(after)).toList();
    } catch (DateTimeException e) {
      return all;
    }
  }

  private Reply lines(String number) {
    boolean known = records.list("orders").stream().anyMatch(it -> has(it, "number", number));
    return known
        ? items(
            records.list("lines").stream().filter(it -> has(it, "order_number", number)).toList())
        : failure(404, "no such order");
  }

  private static Reply page(List<ObjectNode> all, Asked asked) {
    int size = Math.min(100, Math.max(1, asked.number("per_page", 25)));
    int number = Math.max(1, asked.number("page", 1));
    return items(Cut.slice(all, (number - 1) * size, size))
        .with("X-Total", Integer.toString(all.size()));
  }

  private static boolean has(ObjectNode row, String field, String value) {
    return row.path(field).asText().equals(value);
  }

  private static Reply items(List<ObjectNode> rows) {
    ObjectNode body = Row.row();
    body.putArray("items").addAll(rows);
    return Reply.json(200, body);
  }

  private static Reply failure(int status, String message) {
    return Reply.json(status, Row.row().put("message", message));
  }
}
