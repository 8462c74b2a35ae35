package dev.connector.runtime.message;

import java.util.regex.Pattern;

/**
 * What a request is for, in words that hold no value of the caller's: fit for errors, events and
 * logs.
 *
 * @param operation the connector's name for it, such as {@code contacts.list}
 * @param method the HTTP method in upper case
 * @param path the path template below the base URL, such as {@code /contacts/{contactId}}
 */
public record Endpoint(String operation, String method, String path) {

  private static final Pattern METHOD = Pattern.compile("[A-Z]+");

  public Endpoint {
    if (operation.isBlank()) {
      throw new IllegalArgumentException("an operation needs a name");
    }
    if (!METHOD.matcher(method).matches()) {
      throw new IllegalArgumentException("not an HTTP method: " + method);
    }
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("a path template starts with a slash: " + path);
    }
  }

  @Override
  public String toString() {
    return operation + " (" + method + " " + path + ")";
  }
}
