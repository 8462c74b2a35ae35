package dev.connector.scaffold.description;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an operation may answer.
 *
 * @param status as written: {@code 200}, {@code 2XX}, {@code default}
 * @param headers by name, as written
 */
public record ApiResponse(
    String place,
    String status,
    String description,
    Map<String, ApiHeader> headers,
    List<ApiContent> contents) {

  public ApiResponse {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    contents = List.copyOf(contents);
  }

  /**
   * @param schema empty where the document has none
   */
  public record ApiHeader(String description, Optional<ApiSchema> schema) {}

  /** As JSON, where it may be JSON. */
  public Optional<ApiContent> json() {
    return contents.stream().filter(ApiContent::isJson).findFirst();
  }

  static Optional<ApiResponse> success(List<ApiResponse> responses) {
    Optional<ApiResponse> exact =
        responses.stream()
            .filter(it -> isSuccess(it.status))
            .min((a, b) -> a.status.compareTo(b.status));
    return exact
        .or(() -> responses.stream().filter(it -> it.status.equalsIgnoreCase("2XX")).findFirst())
        .or(() -> responses.stream().filter(it -> it.status.equals("default")).findFirst());
  }

  private static boolean isSuccess(String status) {
    return status.length() == 3
        && status.charAt(0) == '2'
        && isDigit(status.charAt(1))
        && isDigit(status.charAt(2));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
