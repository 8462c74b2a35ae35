package dev.connector.registry.contribute.forge;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.registry.source.GitUrl;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.net.URLEncoder;
import java.util.Map;

/** GitLab's REST API, version 4. */
final class GitLab implements Forge {

  private static final Headers HEADERS = new Headers("application/json", "Bearer", Map.of());

  /** From this level on members may push branches: "Developer". */
  private static final int MAY_PUSH = 30;

  private static final String DRAFT = "Draft: ";

  private final ForgeHttp http;
  private final GitUrl repository;
  private final String place;

  GitLab(ForgeHttp http, GitUrl repository) {
    this.http = http;
    this.repository = repository;
    this.place = "/projects/" + encoded(RepositoryPath.of(repository));
  }

  @Override
  public Head head() {
    JsonNode known = http.get(HEADERS, place);
    JsonNode permissions = known.path("permissions");
    if (level(permissions.path("project_access")) >= MAY_PUSH
        || level(permissions.path("group_access")) >= MAY_PUSH) {
      return head(known, repository, false);
    }
    JsonNode fork = fork();
    String own = "/projects/" + fork.path("id").asText();
    Readiness.await(
        fork.path("path_with_namespace").asText(), () -> isImported(http.get(HEADERS, own)));
    return head(fork, PushUrl.of(repository, fork, "ssh_url_to_repo", "http_url_to_repo"), true);
  }

  private JsonNode fork() {
    ForgeHttp.Answer made =
        http.answer(HEADERS, "POST", place + "/fork", ForgeHttp.JSON.createObjectNode());
    if (made.status() != 409) {
      return http.required(made);
    }
    JsonNode own = http.get(HEADERS, place + "/forks?owned=true");
    if (own.isEmpty()) {
      throw http.refused(made); // the name is taken by something that is no fork
    }
    return own.get(0);
  }

  private static boolean isImported(JsonNode fork) {
    String status = fork.path("import_status").asText("none");
    if (status.equals("failed")) {
      throw new ConnectorException(
          Kind.FAILED,
          "the fork " + fork.path("path_with_namespace").asText() + " could not be made",
          "see why on its page, or remove it and run the same again");
    }
    return status.equals("finished") || status.equals("none");
  }

  private static Head head(JsonNode project, GitUrl url, boolean fork) {
    return new Head(
        project.path("id").asText(), project.path("path_with_namespace").asText(), url, fork);
  }

  private static int level(JsonNode access) {
    return access.path("access_level").asInt();
  }

  @Override
  public Proposed propose(Head head, String branch, String base, Text text) {
    ObjectNode body = ForgeHttp.JSON.createObjectNode();
    body.put("description", text.body());
    String query =
        "?state=opened&source_branch=" + encoded(branch) + "&target_branch=" + encoded(base);
    for (JsonNode open : http.get(HEADERS, place + "/merge_requests" + query)) {
      if (open.path("source_project_id").asText().equals(head.id())) {
        String draft = open.path("title").asText().startsWith(DRAFT) ? DRAFT : "";
        body.put("title", draft + text.title());
        JsonNode same =
            http.send(HEADERS, "PUT", place + "/merge_requests/" + open.path("iid").asText(), body);
        return new Proposed(same.path("web_url").asText(), false);
      }
    }
    body.put("title", (text.draft() ? DRAFT : "") + text.title());
    body.put("source_branch", branch).put("target_branch", base);
    if (head.fork()) {
      body.put("target_project_id", http.get(HEADERS, place).path("id").asLong());
      body.put("allow_collaboration", true);
    }
    JsonNode made = http.send(HEADERS, "POST", "/projects/" + head.id() + "/merge_requests", body);
    return new Proposed(made.path("web_url").asText(), true);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
