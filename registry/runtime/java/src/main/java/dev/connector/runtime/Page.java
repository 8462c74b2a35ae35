package dev.connector.runtime;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import okhttp3.HttpUrl;

/**
 * One page of a list.
 *
 * @param url where it was asked for, without the credential
 * @param response the whole answer
 * @param records the records in it, in order
 */
record Page(HttpUrl url, Response response, List<JsonNode> records) {

  Page {
    records = List.copyOf(records);
  }

  /**
   * Reads the records of a response. An array is its elements, an object is one record, null and an
   * answer without content are an empty page; where there is nothing at all under the pointer, the
   * pointer is wrong or the API has changed, and that must not pass for an empty list.
   */
  static Page of(HttpUrl url, Response response, JsonPointer pointer) {
    JsonNode found = response.body().at(pointer);
    if (response.status() == 204 || found.isNull()) {
      return new Page(url, response, List.of());
    }
    if (found.isArray()) {
      List<JsonNode> records = new ArrayList<>(found.size());
      found.forEach(records::add);
      return new Page(url, response, records);
    }
    if (found.isObject()) {
      return new Page(url, response, List.of(found));
    }
    throw new ApiException(
        ErrorCode.PARSING_ERROR, "the answer has no records at \"" + pointer + "\"");
  }
}
