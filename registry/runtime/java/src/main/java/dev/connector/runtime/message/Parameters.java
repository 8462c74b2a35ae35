package dev.connector.runtime.message;

import java.util.List;
import java.util.Map;
import okhttp3.Headers;

/**
 * The values a caller gives a request.
 *
 * @param variables the values of the placeholders in the path template
 * @param query the query parameters in order; a name may have several values
 * @param headers the headers of this request alone
 */
record Parameters(Map<String, String> variables, Map<String, List<String>> query, Headers headers) {

  static final Parameters NONE = new Parameters(Map.of(), Map.of(), Headers.of());

  Parameters variable(String name, String value) {
    return new Parameters(Copies.with(variables, name, value), query, headers);
  }

  Parameters query(String name, String... values) {
    return new Parameters(variables, Copies.with(query, name, List.of(values)), headers);
  }

  Parameters header(String name, String value) {
    return new Parameters(variables, query, withHeader(headers, name, value));
  }

  /**
   * Sets a header; the value of one that HTTP does not allow is not quoted, as it may be secret.
   */
  static Headers withHeader(Headers headers, String name, String value) {
    try {
      return headers.newBuilder().set(name, value).build();
    } catch (IllegalArgumentException e) {
      throw new ApiException(
          ErrorCode.INVALID_REQUEST, "header " + name + " holds a character HTTP does not allow");
    }
  }
}
