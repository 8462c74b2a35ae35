package dev.connector.runtime.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.connector.Event;
import dev.connector.runtime.http.ApiClient;
import dev.connector.runtime.http.AttemptListener;
import dev.connector.runtime.message.Json;
import dev.connector.runtime.message.Parameter;
import dev.connector.runtime.message.Request;
import dev.connector.runtime.paging.Deletes;
import dev.connector.runtime.paging.Incremental;
import dev.connector.runtime.paging.Listing;
import dev.connector.runtime.paging.Pagination;
import dev.connector.runtime.settings.Setting;
import java.util.List;
import java.util.Map;

/** Teams that have boards that have cards: a connector as one is written by hand. */
final class Boards implements Adapter<ApiClient> {

  private static final Argument TEAM = Argument.required("teamId");
  private static final Argument BOARD = Argument.required("boardId");
  private static final Argument STATE = Argument.optional("state");

  private final String url;

  Boards(String url) {
    this.url = url;
  }

  @Override
  public String name() {
    return "boards";
  }

  @Override
  public String version() {
    return "1.0.0";
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of();
  }

  @Override
  public List<Resource<ApiClient>> resources() {
    return List.of(
        Resource.<ApiClient>of("teams", "any.json", "/id")
            .operation("list", (api, with) -> teams())
            .reads("list", (api, with) -> Reading.all(items(teams())).emptyAt(List.of(404))),
        Resource.<ApiClient>of("boards", "any.json", "/id")
            .parent(Parent.of("teams").bind("teamId", "/id").copy("/name", "/team"))
            .operation("list", List.of(TEAM, STATE), (api, with) -> boards(with))
            .reads(
                "list",
                (api, with) ->
                    Reading.all(items(boards(with))).deletes(Deletes.flagged("/archived"))),
        Resource.<ApiClient>of("cards", "any.json", "/id")
            .parent(Parent.of("boards").bind("boardId", "/id").copy("/team", "/team"))
            .operation("list", List.of(TEAM, BOARD), (api, with) -> cards(with))
            .readsChanges(
                "list",
                (api, with) ->
                    Reading.changes(
                            items(cards(with)),
                            Incremental.byNumber("/at", Parameter.query("since")).ascending())
                        .deletes(Deletes.flagged("/state", Json.write("gone")))
                        .emptyAt(List.of(404))),
        Resource.<ApiClient>of("orphans", "any.json", "/id")
            .parent(Parent.of("teams").bind("leadId", "/lead"))
            .operation("list", List.of(Argument.required("leadId")), (api, with) -> teams())
            .reads("list", (api, with) -> Reading.all(items(teams()))));
  }

  private static Request teams() {
    return Request.get("teams.list", "/teams");
  }

  private static Request boards(Arguments with) {
    Request request =
        Request.get("boards.list", "/teams/{teamId}/boards")
            .variable("teamId", with.text("teamId"));
    return with.find("state").map(it -> request.query("state", it.asText())).orElse(request);
  }

  private static Request cards(Arguments with) {
    return Request.get("cards.list", "/teams/{teamId}/boards/{boardId}/cards")
        .variable("teamId", with.text("teamId"))
        .variable("boardId", with.text("boardId"));
  }

  private static Listing items(Request request) {
    return Listing.of(request)
        .records("/items")
        .pagination(Pagination.cursor("/next").parameter("page"));
  }

  @Override
  public JsonNode schema(String file) {
    return Json.write(Map.of("type", "object"));
  }

  @Override
  public ApiClient connect(Map<String, String> environment, AttemptListener attempts) {
    return ApiClient.builder(name(), version())
        .baseUrl(url)
        .policy(policy(environment))
        .listener(attempts)
        .build();
  }

  @Override
  public ApiClient http(ApiClient client) {
    return client;
  }

  @Override
  public Reading check(ApiClient client) {
    return Reading.all(items(teams()));
  }

  /** The ids of records, with a minus before those that are gone. */
  static List<String> ids(List<Event> events) {
    return events.stream()
        .filter(it -> it instanceof Event.Record || it instanceof Event.Delete)
        .map(
            it ->
                it instanceof Event.Record record
                    ? record.data().path("id").asText()
                    : "-" + ((Event.Delete) it).key().get(0).asText())
        .toList();
  }
}
