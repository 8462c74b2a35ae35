package dev.connector.registry.contribute.forge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.registry.source.GitUrl;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.io.IOException;
import java.time.Duration;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Calls one forge's API, with the token for its host, which no redirect carries elsewhere. */
final class ForgeHttp {

  static final ObjectMapper JSON = new ObjectMapper();

  private static final MediaType TYPE = MediaType.get("application/json");
  private static final long LARGEST = 8 << 20;
  private static final int LONGEST_REASON = 300;

  private final String api;
  private final GitUrl web;
  private final Token token;
  private final OkHttpClient client;

  /** An answer that is no failure, or is one the caller knows about. */
  record Answer(int status, JsonNode body) {}

  /**
   * A client.
   *
   * @param api the beginning of all addresses
   * @param web the repository, for messages
   */
  ForgeHttp(String api, GitUrl web, Token token, Duration silence) {
    this.api = api;
    this.web = web;
    this.token = token;
    this.client =
        new OkHttpClient.Builder()
            .connectTimeout(silence)
            .readTimeout(silence)
            .writeTimeout(silence)
            .followRedirects(false)
            .build();
  }

  /** The repository's URL for https. */
  GitUrl web() {
    return web;
  }

  JsonNode get(Headers headers, String path) {
    return required(answer(headers, "GET", path, null));
  }

  JsonNode send(Headers headers, String method, String path, ObjectNode body) {
    return required(answer(headers, method, path, body));
  }

  /** The answer whatever its status, but for a refused token. */
  Answer answer(Headers headers, String method, String path, ObjectNode body) {
    RequestBody content = body == null ? null : RequestBody.create(body.toString(), TYPE);
    Request.Builder request =
        new Request.Builder()
            .url(api + path)
            .method(method, content)
            .header("User-Agent", "connector")
            .header("Accept", headers.accept())
            .header("Authorization", headers.scheme() + " " + token.value());
    headers.further().forEach(request::header);
    try (Response response = client.newCall(request.build()).execute()) {
      Answer answer = new Answer(response.code(), parsed(response.peekBody(LARGEST).bytes()));
      if (answer.status() == 401 || answer.status() == 403) {
        throw new ConnectorException(
            Kind.AUTHENTICATION,
            web.host() + " refuses the token" + reason(answer),
            "put one that may write to " + web + " into " + web.tokenVariable());
      }
      return answer;
    } catch (IOException e) {
      throw new ConnectorException(
          Kind.NETWORK,
          web.host() + " cannot be reached: " + token.hidden(String.valueOf(e.getMessage())),
          "check the address and the network, then run it again",
          e);
    }
  }

  /** The answer's body, where it is not a refusal. */
  JsonNode required(Answer answer) {
    if (answer.status() / 100 == 2) {
      return answer.body();
    }
    throw refused(answer);
  }

  ConnectorException refused(Answer answer) {
    String hint =
        switch (answer.status() / 100) {
          case 3 -> "it has moved: name its new address with --registry";
          case 5 -> "try again later";
          default -> "check that the token may see " + web + " and propose changes to it";
        };
    return new ConnectorException(
        Kind.FAILED, web.host() + " answered " + answer.status() + reason(answer), hint);
  }

  /** What a forge says of its refusal, which is in one of these places. */
  private String reason(Answer answer) {
    StringBuilder reason = new StringBuilder();
    for (String name : new String[] {"message", "error", "errors", "error_description"}) {
      JsonNode said = answer.body().path(name);
      if (!said.isMissingNode() && !said.isNull() && !said.isEmpty() || said.isTextual()) {
        reason.append(": ").append(said.isTextual() ? said.asText() : said.toString());
      }
    }
    String shown = token.hidden(reason.toString()).replaceAll("[\\p{Cntrl}\\p{Cf}]", " ");
    return shown.length() > LONGEST_REASON ? shown.substring(0, LONGEST_REASON) + "…" : shown;
  }

  private static JsonNode parsed(byte[] content) throws IOException {
    try {
      JsonNode body = JSON.readTree(content);
      return body == null ? MissingNode.getInstance() : body;
    } catch (JsonProcessingException other) {
      return MissingNode.getInstance(); // a proxy's page, say: the status tells enough
    }
  }
}
