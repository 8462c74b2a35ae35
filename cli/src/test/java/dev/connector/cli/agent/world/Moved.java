package dev.connector.cli.agent.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.connector.spec.definition.AuthenticationScheme;
import dev.connector.spec.definition.Placement;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A parcel service's API whose first version has ended: there is a description of that one, and for
 * the second a guide alone. See {@link UsersProject} for who depends on it.
 */
public final class Moved implements World {

  private static final String TOKEN = "wp_demo_2b7c";

  private final MovedRecords records = new MovedRecords();
  private final Shelf shelf = Shelf.of("moved");
  private final Loopback server;

  private Moved(int port) {
    server = Loopback.start(port, this::answer);
  }

  public static Moved start(int port) {
    return new Moved(port);
  }

  /** Prints where it is and stays up; takes the port. */
  public static void main(String... arguments) throws InterruptedException {
    try (Moved moved = start(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 0)) {
      moved.announce();
    }
  }

  /** The description of the version that has ended. */
  public Path oldDescription() {
    return shelf.folder().resolve("v1/openapi.yaml");
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
    return name.contains("token") || name.contains("key") ? Optional.of(TOKEN) : Optional.empty();
  }

  @Override
  public List<Expected> resources() {
    return List.of(
        Expected.of("/v2/customers", "cursor", "/id", records.customers),
        Expected.of("/v2/parcels", "cursor", "/id", records.parcels).since("/updated_at"),
        Expected.of("/v2/depots", "cursor", "/id", records.depots),
        Expected.of("/v2/drivers", "cursor", "/id", records.drivers),
        Expected.of("/v2/depots/{}/routes", "cursor", "/id", records.routes).below("/v2/depots"));
  }

  @Override
  public List<Fact> facts() {
    return List.of(
        new Fact(
            "sends the token in X-Waypost-Token",
            it ->
                it.authentication().stream()
                    .anyMatch(
                        scheme ->
                            scheme instanceof AuthenticationScheme.ApiKey key
                                && key.placement()
                                    .equals(new Placement.Header("X-Waypost-Token")))),
        new Fact(
            "the old token is no way to authenticate",
            it ->
                it.authentication().stream()
                    .noneMatch(AuthenticationScheme.Bearer.class::isInstance)));
  }

  private Reply answer(Asked asked) {
    if (asked.path().startsWith("/v1")) {
      return failure(
          410, "version_ended", "version 1 has ended; see " + documentation() + "migration.md");
    }
    if (!asked.path().startsWith("/v2/")) {
      return asked.path().startsWith("/docs")
          ? shelf.serve(asked.path())
          : failure(404, "not_found", "there is nothing here");
    }
    if (asked.header("X-Waypost-Token").filter(TOKEN::equals).isEmpty()) {
      return failure(401, "unauthorized", "a token is wanted in X-Waypost-Token");
    }
    try {
      return asked.method().equals("GET")
          ? list(asked.below("/v2"), asked)
          : failure(405, "method_not_allowed", "only GET");
    } catch (DateTimeException e) {
      return failure(400, "bad_request", "updated_since is no time");
    }
  }

  private Reply list(List<String> parts, Asked asked) {
    if (parts.size() == 3 && parts.get(0).equals("depots") && parts.get(2).equals("routes")) {
      return cut(
          records.routes.stream()
              .filter(it -> it.path("depot_id").asText().equals(parts.get(1)))
              .toList(),
          asked);
    }
    Map<String, List<ObjectNode>> lists =
        Map.of(
            "customers", records.customers,
            "depots", records.depots,
            "drivers", records.drivers,
            "parcels", records.parcels);
    List<ObjectNode> all = lists.get(parts.size() == 1 ? parts.get(0) : "");
    if (all == null) {
      return failure(404, "not_found", "there is nothing here");
    }
    return cut(all == records.parcels ? parcels(asked) : all, asked);
  }

  private List<ObjectNode> parcels(Asked asked) {
    return asked
        .query("updated_since")
        .map(it -> Cut.since(records.parcels, TextNode.valueOf(it), false))
        .orElseGet(() -> Cut.byTime(records.parcels));
  }

  private static Reply cut(List<ObjectNode> all, Asked asked) {
    try {
      int size = Math.min(100, Math.max(1, asked.number("limit", 20)));
      Cut cut = Cut.of(all, asked.query("after").orElse(""), size);
      ObjectNode body = Row.row();
      body.putArray("data").addAll(cut.rows());
      cut.next().ifPresent(it -> body.put("next_after", it));
      return Reply.json(200, body);
    } catch (IllegalArgumentException e) {
      return failure(400, "bad_request", "after is not one of ours");
    }
  }

  private static Reply failure(int status, String code, String message) {
    ObjectNode body = Row.row();
    body.putObject("error").put("code", code).put("message", message);
    return Reply.json(status, body);
  }
}
