package dev.connector.runtime.paging;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.message.Response;
import java.util.List;
import okhttp3.HttpUrl;

/**
 * One page of a list.
 *
 * @param url where it was asked for, without the credential
 * @param response the whole answer
 * @param records the records in it, in order
 */
public record Page(HttpUrl url, Response response, List<JsonNode> records) {

  public Page {
    records = List.copyOf(records);
  }

  /** Reads the records of a response; one without content is an empty page. */
  static Page of(HttpUrl url, Response response, Records records) {
    return new Page(
        url, response, response.status() == 204 ? List.of() : records.in(response.body()));
  }
}
