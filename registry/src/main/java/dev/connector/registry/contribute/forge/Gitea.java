package dev.connector.registry.contribute.forge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.registry.source.GitUrl;
import java.util.Map;
import java.util.Optional;

/** The REST API of Gitea and of Forgejo, version 1. */
final class Gitea implements Forge {

  private static final Headers HEADERS = new Headers("application/json", "token", Map.of());

  private static final String DRAFT = "WIP: ";
  private static final int PAGES = 40;

  private final ForgeHttp http;
  private final GitUrl repository;
  private final String place;

  Gitea(ForgeHttp http, GitUrl repository) {
    this.http = http;
    this.repository = repository;
    this.place = "/repos/" + RepositoryPath.ofTwo(repository);
  }

  @Override
  public Head head() {
    return new PushPlace(http, HEADERS, repository, place).head(this::fork);
  }

  /** Some versions fail where there is one already, so that it is looked for first. */
  private JsonNode fork() {
    for (int page = 1; page <= PAGES; page++) {
      JsonNode forks = http.get(HEADERS, place + "/forks?limit=50&page=" + page);
      for (JsonNode fork : forks) {
        if (fork.at("/permissions/admin").asBoolean()) {
          return fork;
        }
      }
      if (forks.isEmpty()) {
        break;
      }
    }
    return http.send(HEADERS, "POST", place + "/forks", ForgeHttp.JSON.createObjectNode());
  }

  @Override
  public Proposed propose(Head head, String branch, String base, Text text) {
    ObjectNode body = ForgeHttp.JSON.createObjectNode();
    body.put("body", text.body());
    Optional<JsonNode> open = open(head, branch, base);
    if (open.isPresent()) {
      String draft = open.get().path("title").asText().startsWith(DRAFT) ? DRAFT : "";
      body.put("title", draft + text.title());
      String number = open.get().path("number").asText();
      JsonNode same = http.send(HEADERS, "PATCH", place + "/pulls/" + number, body);
      return new Proposed(same.path("html_url").asText(), false);
    }
    body.put("title", (text.draft() ? DRAFT : "") + text.title());
    body.put("head", head.labelled(branch)).put("base", base);
    JsonNode made = http.send(HEADERS, "POST", place + "/pulls", body);
    return new Proposed(made.path("html_url").asText(), true);
  }

  /** Not every version can be asked for one head, so that all are looked through. */
  private Optional<JsonNode> open(Head head, String branch, String base) {
    for (int page = 1; page <= PAGES; page++) {
      JsonNode list = http.get(HEADERS, place + "/pulls?state=open&limit=50&page=" + page);
      for (JsonNode request : list) {
        if (request.at("/head/ref").asText().equals(branch)
            && request.at("/head/repo/full_name").asText().equalsIgnoreCase(head.path())
            && request.at("/base/ref").asText().equals(base)) {
          return Optional.of(request);
        }
      }
      if (list.isEmpty()) {
        break;
      }
    }
    return Optional.empty();
  }
}
