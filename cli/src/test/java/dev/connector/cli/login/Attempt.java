package dev.connector.cli.login;

import dev.connector.cli.command.Invocation;
import dev.connector.cli.terminal.Capabilities;
import dev.connector.cli.terminal.Environment;
import dev.connector.cli.terminal.Screen;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;

/** A command that runs beside the test, which plays the browser. */
public final class Attempt {

  private static final Pattern QUESTION = Pattern.compile("\n  (http\\S+)\n");

  private final Screen screen;
  private final CompletableFuture<Integer> code;

  private Attempt(Screen screen, CompletableFuture<Integer> code) {
    this.screen = screen;
    this.code = code;
  }

  /** Begins. */
  public static Attempt of(Path folder, Map<String, String> variables, String... arguments) {
    return of(Screen.none(), folder, variables, arguments);
  }

  /** Begins, and the user types these lines. */
  static Attempt typing(
      String typed, Path folder, Map<String, String> variables, String... arguments) {
    Capabilities keyboard = new Capabilities(true, true, true, false, false, 500);
    return of(Screen.of(keyboard, typed), folder, variables, arguments);
  }

  static Attempt of(
      Screen screen, Path folder, Map<String, String> variables, String... arguments) {
    Environment environment =
        new Environment(screen.terminal(), folder, variables, Clock.systemUTC(), Optional.empty());
    return new Attempt(
        screen, CompletableFuture.supplyAsync(() -> new Invocation(environment).run(arguments)));
  }

  /** The address that the user is to open. */
  public HttpUrl question() throws Exception {
    return HttpUrl.get(screen.awaitError(QUESTION));
  }

  /** What the browser is shown where the vendor sends it. */
  static String browse(HttpUrl address) throws Exception {
    try (Response page =
        Vendor.stayingHere().newCall(new Request.Builder().url(address).build()).execute()) {
      return page.code() + " " + page.body().string();
    }
  }

  /** The exit code, once it has ended. */
  public int ended() throws Exception {
    return code.get(60, TimeUnit.SECONDS);
  }

  String output() {
    return screen.output();
  }

  String error() {
    return screen.error();
  }

  /** Everything that was said. */
  public String said() {
    return screen.output() + screen.error();
  }
}
