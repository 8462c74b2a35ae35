package dev.connector.cli.login;

import dev.connector.spec.ConnectorException;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * Where the browser is sent with the answer.
 *
 * @param uri as the app's settings at the vendor have it; its port is without meaning where {@code
 *     port} is 0
 * @param port where to listen on this machine; 0 for any that is free
 * @param local whether it leads to this machine; otherwise the user copies the answer
 */
public record RedirectUri(HttpUrl uri, int port, boolean local) {

  private static final String USUAL = "http://127.0.0.1/callback";

  /**
   * As the user wants it, or else any free port of this machine.
   *
   * @throws ConnectorException of kind USAGE where both are given and differ, or one is no good
   */
  public static RedirectUri of(Optional<String> registered, Optional<Integer> port) {
    port.ifPresent(RedirectUri::requirePort);
    if (registered.isEmpty()) {
      return new RedirectUri(HttpUrl.get(USUAL), port.orElse(0), true);
    }
    HttpUrl uri = HttpUrl.parse(registered.get());
    if (uri == null || uri.fragment() != null) {
      throw usage("\"" + registered.get() + "\" is no redirect URI", "write a whole http(s) URL");
    }
    boolean local = uri.scheme().equals("http") && uri.host().matches("localhost|127\\.0\\.0\\.1");
    if (!local && port.isPresent()) {
      throw usage("--port is for a redirect URI of this machine", "leave --port out");
    }
    if (local && port.isPresent() && port.get() != uri.port()) {
      throw usage(
          "--port " + port.get() + " is not the port of --redirect-uri", "leave --port out");
    }
    return new RedirectUri(uri, local ? uri.port() : 0, local);
  }

  private static void requirePort(int port) {
    if (port < 1 || port > 65_535) {
      throw usage(port + " is no port", "use a number from 1024 to 65535");
    }
  }

  private static ConnectorException usage(String message, String hint) {
    return new ConnectorException(ConnectorException.Kind.USAGE, message, hint);
  }
}
