package dev.connector.registry.contribute.forge;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.registry.source.GitUrl;
import java.net.URLEncoder;
import java.util.Map;

/** GitHub's REST API, version 2022-11-28. */
final class GitHub implements Forge {

  private static final Headers HEADERS =
      new Headers(
          "application/vnd.github+json", "Bearer", Map.of("X-GitHub-Api-Version", "2022-11-28"));

  private final ForgeHttp http;
  private final GitUrl repository;
  private final String place;

  GitHub(ForgeHttp http, GitUrl repository) {
    this.http = http;
    this.repository = repository;
    this.place = "/repos/" + RepositoryPath.ofTwo(repository);
  }

  @Override
  public Head head() {
    // An existing fork is given back as if it had been made now.
    return new PushPlace(http, HEADERS, repository, place)
        .head(
            () -> http.send(HEADERS, "POST", place + "/forks", ForgeHttp.JSON.createObjectNode()));
  }

  @Override
  public Proposed propose(Head head, String branch, String base, Text text) {
    String query =
        "?state=open&head=" + encoded(head.owner() + ":" + branch) + "&base=" + encoded(base);
    JsonNode open = http.get(HEADERS, place + "/pulls" + query);
    ObjectNode body = ForgeHttp.JSON.createObjectNode();
    body.put("title", text.title()).put("body", text.body());
    if (!open.isEmpty()) {
      String number = open.get(0).path("number").asText();
      JsonNode same = http.send(HEADERS, "PATCH", place + "/pulls/" + number, body);
      return new Proposed(same.path("html_url").asText(), false);
    }
    body.put("head", head.labelled(branch)).put("base", base).put("draft", text.draft());
    if (head.fork()) {
      body.put("maintainer_can_modify", true);
    }
    JsonNode made = http.send(HEADERS, "POST", place + "/pulls", body);
    return new Proposed(made.path("html_url").asText(), true);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
