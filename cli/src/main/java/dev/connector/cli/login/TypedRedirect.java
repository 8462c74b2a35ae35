package dev.connector.cli.login;

import dev.connector.cli.terminal.Terminal;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import okhttp3.HttpUrl;

/** Takes the address that a browser was sent to from the keyboard, beside the loopback server. */
final class TypedRedirect {

  private TypedRedirect() {}

  /** Reads lines until one is the answer, the input ends, or the answer came another way. */
  static void listen(Terminal terminal, HttpUrl redirect, CompletableFuture<Arrival> arrival) {
    Thread reader = new Thread(() -> read(terminal, redirect, arrival), "typed");
    reader.setDaemon(true); // a read of the keyboard cannot be taken back
    reader.start();
  }

  private static void read(
      Terminal terminal, HttpUrl redirect, CompletableFuture<Arrival> arrival) {
    Optional<String> line = terminal.readLine();
    while (line.isPresent() && !arrival.isDone()) {
      Optional<HttpUrl> address = answer(line.get().strip(), redirect);
      if (address.isPresent()) {
        arrival.complete(Arrival.typed(address.get()));
        return;
      }
      if (!line.get().isBlank()) {
        terminal.note("That is not the address; it begins with " + redirect + "?");
      }
      line = terminal.readLine();
    }
    boolean local = redirect.host().matches("localhost|127\\.0\\.0\\.1");
    if (!local) {
      arrival.completeExceptionally(
          Refusal.refused(
              "no address was pasted, and " + redirect + " does not lead to this machine",
              "run it in a terminal, or register a redirect URI on 127.0.0.1"));
    }
  }

  private static Optional<HttpUrl> answer(String typed, HttpUrl redirect) {
    return Optional.ofNullable(HttpUrl.parse(typed))
        .filter(url -> url.scheme().equals(redirect.scheme()))
        .filter(url -> url.host().equals(redirect.host()) && url.port() == redirect.port())
        .filter(url -> url.encodedPath().equals(redirect.encodedPath()))
        .filter(url -> url.queryParameter("state") != null);
  }
}
