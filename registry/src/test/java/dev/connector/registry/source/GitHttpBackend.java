package dev.connector.registry.source;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves the repositories of a folder by git's own {@code http-backend}, on loopback. */
public final class GitHttpBackend implements AutoCloseable {

  private final Path folder;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> shown = Collections.synchronizedList(new ArrayList<>());
  private Optional<String> credential = Optional.empty();

  private GitHttpBackend(Path folder, HttpServer server) {
    this.folder = folder;
    this.server = server;
  }

  public static GitHttpBackend of(Path folder) throws IOException {
    HttpServer http =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    GitHttpBackend server = new GitHttpBackend(folder, http);
    http.setExecutor(server.threads);
    http.createContext("/", server::answer);
    http.start();
    return server;
  }

  /** Whether git brings the program. */
  public static boolean available() {
    try {
      return new ProcessBuilder("git", "http-backend")
              .redirectErrorStream(true)
              .start()
              .getInputStream()
              .readAllBytes()
              .length
          > 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** Lets in only those who show user and password. */
  public GitHttpBackend requiring(String user, String password) {
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    credential = Optional.of("Basic " + Base64.getEncoder().encodeToString(pair));
    return this;
  }

  public String url(String repository) {
    return "http://localhost:" + server.getAddress().getPort() + "/" + repository;
  }

  /** What callers showed, request by request; {@code -} for nothing. */
  List<String> shown() {
    return List.copyOf(shown);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String authorization = exchange.getRequestHeaders().getFirst("Authorization");
      shown.add(authorization == null ? "-" : authorization);
      if (credential.isPresent() && !credential.get().equals(authorization)) {
        exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"git\"");
        exchange.sendResponseHeaders(401, -1);
        return;
      }
      Process backend = start(exchange);
      try (OutputStream body = backend.getOutputStream()) {
        exchange.getRequestBody().transferTo(body);
      }
      reply(exchange, backend.getInputStream());
    }
  }

  private Process start(HttpExchange exchange) throws IOException {
    ProcessBuilder builder = new ProcessBuilder("git", "http-backend");
    Map<String, String> variables = builder.environment();
    variables.put("GIT_PROJECT_ROOT", folder.toString());
    variables.put("GIT_HTTP_EXPORT_ALL", "1");
    variables.put("PATH_INFO", exchange.getRequestURI().getPath());
    variables.put(
        "QUERY_STRING", Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse(""));
    variables.put("REQUEST_METHOD", exchange.getRequestMethod());
    header(exchange, "Content-Type").ifPresent(it -> variables.put("CONTENT_TYPE", it));
    header(exchange, "Content-Encoding")
        .ifPresent(it -> variables.put("HTTP_CONTENT_ENCODING", it));
    header(exchange, "Git-Protocol").ifPresent(it -> variables.put("GIT_PROTOCOL", it));
    return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  private static Optional<String> header(HttpExchange exchange, String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
  }

  /** Headers up to an empty line, then the body, as CGI has it. */
  private static void reply(HttpExchange exchange, InputStream said) throws IOException {
    int status = 200;
    for (String line = line(said); !line.isEmpty(); line = line(said)) {
      String[] header = line.split(": ", 2);
      if (header[0].equals("Status")) {
        status = Integer.parseInt(header[1].substring(0, 3));
      } else {
        exchange.getResponseHeaders().add(header[0], header[1]);
      }
    }
    exchange.sendResponseHeaders(status, 0);
    said.transferTo(exchange.getResponseBody());
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      line.write(next);
    }
    return line.toString(StandardCharsets.UTF_8).strip();
  }
}
