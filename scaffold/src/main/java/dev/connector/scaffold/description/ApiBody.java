package dev.connector.scaffold.description;

import java.util.List;
import java.util.Optional;

/**
 * A body.
 *
 * @param contents one for each media type, in the order of the document
 */
public record ApiBody(boolean required, String description, List<ApiContent> contents) {

  public ApiBody {
    contents = List.copyOf(contents);
  }

  /** As JSON, where it may be JSON. */
  public Optional<ApiContent> json() {
    return contents.stream().filter(ApiContent::isJson).findFirst();
  }
}
