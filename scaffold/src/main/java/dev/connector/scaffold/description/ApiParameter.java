package dev.connector.scaffold.description;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * A value that a request carries beside its body.
 *
 * @param style how lists and objects are written ({@code form}, {@code deepObject}, …), the
 *     format's default where the document says nothing; {@code content} where the whole value is
 *     written in a media type, JSON as a rule
 * @param explode whether each element of a list is a parameter of its own
 */
public record ApiParameter(
    String place,
    In in,
    String name,
    boolean required,
    String description,
    ApiSchema schema,
    Optional<JsonNode> example,
    String style,
    boolean explode) {

  /** Where it goes. */
  public enum In {
    PATH,
    QUERY,
    HEADER,
    COOKIE
  }
}
