package dev.connector.scaffold.description;

import java.util.List;
import java.util.Optional;

/**
 * One request that an API answers.
 *
 * @param place where it is in the document, {@code #/paths/~1users/get}
 * @param method in capitals
 * @param path as written, with {@code {variable}}s
 * @param parameters those of the path included, each once; the body is apart
 * @param responses in the order of the document
 * @param security as in {@link ApiDescription#security}; empty where the operation says nothing
 * @param servers where it is, if it is elsewhere than the rest
 */
public record ApiOperation(
    String place,
    String method,
    String path,
    Words words,
    boolean deprecated,
    List<ApiParameter> parameters,
    Optional<ApiBody> body,
    List<ApiResponse> responses,
    Optional<List<List<String>>> security,
    List<Server> servers) {

  public ApiOperation {
    parameters = List.copyOf(parameters);
    responses = List.copyOf(responses);
    security = security.map(alternatives -> alternatives.stream().map(List::copyOf).toList());
    servers = List.copyOf(servers);
  }

  /**
   * What the document calls it; texts are empty where it says nothing.
   *
   * @param id the operationId, as written
   */
  public record Words(String id, String summary, String description, List<String> tags) {
    public Words {
      tags = List.copyOf(tags);
    }
  }

  /** What it answers when all is well: the lowest 2xx, else {@code 2XX}, else {@code default}. */
  public Optional<ApiResponse> success() {
    return ApiResponse.success(responses);
  }

  /** A parameter by name. */
  public Optional<ApiParameter> parameter(ApiParameter.In in, String name) {
    return parameters.stream().filter(it -> it.in() == in && it.name().equals(name)).findFirst();
  }

  /** There is one operation at a place, and comparing all it says would be slow. */
  @Override
  public boolean equals(Object other) {
    return other instanceof ApiOperation operation && operation.place.equals(place);
  }

  @Override
  public int hashCode() {
    return place.hashCode();
  }
}
