package dev.connector.scaffold.description;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where an API is.
 *
 * @param url as written, with {@code {variable}}s; may be relative
 * @param variables by name
 */
public record Server(String url, String description, Map<String, Variable> variables) {

  public Server {
    variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
  }

  /**
   * A part of a server's address that differs.
   *
   * @param values those allowed; empty where any is
   */
  public record Variable(String defaultValue, List<String> values, String description) {
    public Variable {
      values = List.copyOf(values);
    }
  }
}
