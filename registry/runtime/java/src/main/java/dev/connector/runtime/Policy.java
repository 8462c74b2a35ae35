package dev.connector.runtime;

import java.util.Map;

/** Every number the pipeline goes by. */
public record Policy() {

  public static Policy defaults() {
    return new Policy();
  }

  public static Policy fromEnvironment(String prefix, Map<String, String> environment) {
    return defaults();
  }
}
