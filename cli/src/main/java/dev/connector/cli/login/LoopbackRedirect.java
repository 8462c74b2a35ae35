package dev.connector.cli.login;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.connector.spec.ConnectorException;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.HttpUrl;

/**
 * A server on 127.0.0.1 that one browser is sent back to (RFC 8252, section 7.3). It takes one
 * answer, on one path, by GET, and only from who calls it by its own name, so that a page of
 * another site cannot reach it by a name that it controls.
 */
final class LoopbackRedirect implements AutoCloseable {

  private static final int THREADS = 4;
  private static final long PATIENCE_OF_A_BROWSER = 90;

  private final HttpServer server;
  private final ExecutorService threads;
  private final HttpUrl uri;
  private final AtomicBoolean taken = new AtomicBoolean();
  private final CountDownLatch told = new CountDownLatch(1);
  private final CompletableFuture<Arrival> arrival;

  private LoopbackRedirect(HttpServer server, HttpUrl wanted, CompletableFuture<Arrival> arrival) {
    this.server = server;
    this.uri = wanted.newBuilder().port(server.getAddress().getPort()).build();
    this.arrival = arrival;
    this.threads =
        Executors.newFixedThreadPool(
            THREADS,
            task -> {
              Thread thread = new Thread(task, "login");
              thread.setDaemon(true);
              return thread;
            });
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /**
   * Listens.
   *
   * @param wanted the redirect URI
   * @param port where to listen; 0 for any that is free
   * @param arrival gets the answer
   */
  static LoopbackRedirect listen(HttpUrl wanted, int port, CompletableFuture<Arrival> arrival) {
    try {
      InetAddress here = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
      return new LoopbackRedirect(
          HttpServer.create(new InetSocketAddress(here, port), 0), wanted, arrival);
    } catch (BindException used) {
      throw new ConnectorException(
          ConnectorException.Kind.USAGE,
          "cannot listen on port " + port + " of this machine; another program may use it",
          "name another with --port, one that the vendor's settings allow as a redirect URI",
          used);
    } catch (IOException e) {
      throw new ConnectorException(
          ConnectorException.Kind.FAILED, "cannot listen on port " + port, "", e);
    }
  }

  /** Where the browser is to be sent, with the actual port. */
  HttpUrl uri() {
    return uri;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Page page = page(exchange);
      byte[] html = page.html();
      exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
      exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
      exchange.getResponseHeaders().set("Content-Security-Policy", "default-src 'none'");
      exchange.getResponseHeaders().set("Connection", "close");
      boolean head = exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(page.status(), head ? -1 : html.length);
      if (!head) {
        exchange.getResponseBody().write(html);
      }
    }
    if (taken.get()) {
      told.countDown();
    }
  }

  private Page page(HttpExchange exchange) {
    String host = exchange.getRequestHeaders().getFirst("Host");
    if (!(uri.host() + ":" + uri.port()).equals(host)) {
      return Page.refused(421, "This address goes by another name.");
    }
    if (!exchange.getRequestURI().getRawPath().equals(uri.encodedPath())) {
      return Page.refused(404, "There is nothing at this address.");
    }
    if (!exchange.getRequestMethod().equals("GET")) {
      return Page.refused(405, "Only GET is answered.");
    }
    String query = exchange.getRequestURI().getRawQuery();
    HttpUrl address = uri.newBuilder().encodedQuery(query).build();
    if (address.queryParameter("state") == null) {
      return Page.refused(400, "This is where a login ends, and no login led here.");
    }
    if (!taken.compareAndSet(false, true)) {
      return Page.refused(410, "This login is over.");
    }
    CompletableFuture<Page> page = new CompletableFuture<>();
    arrival.complete(new Arrival(address, page));
    return outcome(page);
  }

  private static Page outcome(CompletableFuture<Page> page) {
    try {
      return page.get(PATIENCE_OF_A_BROWSER, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException lost) {
      return Page.failed("It is not known how the login ended");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Page.failed("The login was interrupted");
    }
  }

  /** Stops listening, once the page that is being sent has been sent. */
  @Override
  public void close() {
    if (taken.get()) {
      try {
        told.await(1, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    server.stop(0);
    threads.shutdownNow();
  }
}
