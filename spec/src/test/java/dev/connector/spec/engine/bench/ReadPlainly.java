package dev.connector.spec.engine.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** The loop anybody would write: OkHttp, Jackson, and the next page until there is none. */
public final class ReadPlainly {

  private ReadPlainly() {}

  /** Takes the server's address; prints what it read. */
  public static void main(String[] arguments) throws IOException {
    OkHttpClient client = new OkHttpClient();
    ObjectMapper json = new ObjectMapper();
    Sum sum = new Sum();
    String url = arguments[0] + "/contacts";
    while (url != null) {
      try (Response response = client.newCall(new Request.Builder().url(url).build()).execute()) {
        JsonNode page = json.readTree(response.body().byteStream());
        page.path("items").forEach(sum::add);
        JsonNode next = page.path("next");
        url = next.isTextual() ? arguments[0] + "/contacts?cursor=" + next.textValue() : null;
      }
    }
    sum.print();
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }
}
