package dev.connector.registry.contribute.forge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.registry.contribute.forge.Forge.Head;
import dev.connector.registry.source.GitUrl;
import java.util.function.Supplier;

/**
 * Where the caller may push to, on forges that tell of repositories as GitHub does.
 *
 * @param place of the repository in the API, {@code /repos/acme/connectors}
 */
record PushPlace(ForgeHttp http, Headers headers, GitUrl repository, String place) {

  /** The repository itself where the caller may push there, else a fork that is ready. */
  Head head(Supplier<JsonNode> forking) {
    JsonNode known = http.get(headers, place);
    if (known.at("/permissions/push").asBoolean()) {
      String path = known.path("full_name").asText();
      return new Head(path, path, repository, false);
    }
    JsonNode fork = forking.get();
    String path = fork.path("full_name").asText();
    Readiness.await(
        path, () -> http.answer(headers, "GET", "/repos/" + path, null).status() == 200);
    return new Head(path, path, PushUrl.of(repository, fork, "ssh_url", "clone_url"), true);
  }
}
