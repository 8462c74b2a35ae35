package dev.connector.cli.login;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * Shows a page in the user's browser, by the opener of the platform. The address is an argument of
 * its own and goes through no shell.
 */
public final class Browser {

  private final Optional<List<String>> opener;

  private Browser(Optional<List<String>> opener) {
    this.opener = opener;
  }

  /**
   * The browser of this machine, if there is a screen to show it on.
   *
   * @param system the system property {@code os.name}
   * @param variables the environment, which knows of screens
   */
  public static Browser of(String system, Map<String, String> variables) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return new Browser(Optional.of(List.of("rundll32", "url.dll,FileProtocolHandler")));
    }
    if (name.startsWith("mac")) {
      return new Browser(Optional.of(List.of("open")));
    }
    boolean screen =
        List.of("DISPLAY", "WAYLAND_DISPLAY", "BROWSER").stream()
            .anyMatch(it -> !variables.getOrDefault(it, "").isBlank());
    return screen ? new Browser(Optional.of(List.of("xdg-open"))) : none();
  }

  /** No browser: the user opens the address somewhere. */
  public static Browser none() {
    return new Browser(Optional.empty());
  }

  /** What is run to show an address; empty where nothing is. */
  List<String> command(HttpUrl address) {
    List<String> command = new ArrayList<>(opener.orElse(List.of()));
    if (!command.isEmpty()) {
      command.add(address.toString());
    }
    return command;
  }

  /** Shows the page; whether an opener was started, which does not say that it found a browser. */
  boolean show(HttpUrl address) {
    if (opener.isEmpty()) {
      return false;
    }
    try {
      new ProcessBuilder(command(address))
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
      return true;
    } catch (IOException noSuchProgram) {
      return false;
    }
  }
}
