package dev.connector.spec.conformance.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** A request that a vendor documents, and its answer. */
public record Exchange(Request request, Response response) {

  /**
   * What has to be asked; whoever asks may add to it.
   *
   * @param path with that of the base URL
   * @param body a JSON value, or the fields of a form; null where there is none
   */
  public record Request(
      String method,
      String path,
      Map<String, String> query,
      Map<String, String> headers,
      JsonNode body) {
    public Request {
      query = Map.copyOf(query);
      headers = Map.copyOf(headers);
    }
  }

  /**
   * What is answered.
   *
   * @param body null where there is none
   */
  public record Response(int status, Map<String, String> headers, JsonNode body) {
    public Response {
      headers = Map.copyOf(headers);
    }
  }

  static Exchange of(JsonNode json) {
    JsonNode request = json.required("request");
    JsonNode response = json.required("response");
    return new Exchange(
        new Request(
            request.required("method").asText(),
            request.required("path").asText(),
            texts(request.path("query")),
            texts(request.path("headers")),
            request.path("body")),
        new Response(
            response.required("status").asInt(),
            texts(response.path("headers")),
            response.path("body")));
  }

  static Map<String, String> texts(JsonNode object) {
    Map<String, String> texts = new LinkedHashMap<>();
    object.properties().forEach(it -> texts.put(it.getKey(), it.getValue().asText()));
    return texts;
  }
}
