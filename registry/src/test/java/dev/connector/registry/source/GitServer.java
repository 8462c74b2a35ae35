package dev.connector.registry.source;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
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
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;
import org.eclipse.jgit.transport.PacketLineOut;
import org.eclipse.jgit.transport.RefAdvertiser.PacketLineOutRefAdvertiser;
import org.eclipse.jgit.transport.UploadPack;

/** Serves a repository over git's smart HTTP protocol on loopback. */
final class GitServer implements AutoCloseable {

  private final Path repository;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
  private Optional<String> credential = Optional.empty();

  private GitServer(Path repository, HttpServer server) {
    this.repository = repository;
    this.server = server;
  }

  static GitServer of(Path repository) throws IOException {
    HttpServer http =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    GitServer server = new GitServer(repository, http);
    http.setExecutor(server.threads);
    http.createContext("/", server::answer);
    http.start();
    return server;
  }

  /** Lets in only those who show user and password. */
  GitServer requiring(String user, String password) {
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    credential = Optional.of("Basic " + Base64.getEncoder().encodeToString(pair));
    return this;
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort() + "/connectors.git";
  }

  List<String> requests() {
    return List.copyOf(requests);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
    try (exchange) {
      String shown = exchange.getRequestHeaders().getFirst("Authorization");
      if (credential.isPresent() && !credential.get().equals(shown)) {
        exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"git\"");
        exchange.sendResponseHeaders(401, -1);
      } else if (exchange.getRequestURI().getPath().equals("/connectors.git/info/refs")) {
        advertise(exchange);
      } else if (exchange.getRequestURI().getPath().equals("/connectors.git/git-upload-pack")) {
        upload(exchange);
      } else {
        exchange.sendResponseHeaders(404, -1);
      }
    }
  }

  private void advertise(HttpExchange exchange) throws IOException {
    try (Repository open = open()) {
      exchange
          .getResponseHeaders()
          .add("Content-Type", "application/x-git-upload-pack-advertisement");
      exchange.sendResponseHeaders(200, 0);
      PacketLineOut out = new PacketLineOut(exchange.getResponseBody());
      if (!speaksVersion2(exchange)) {
        out.writeString("# service=git-upload-pack\n");
        out.end();
      }
      uploadPack(exchange, open).sendAdvertisedRefs(new PacketLineOutRefAdvertiser(out));
    }
  }

  private void upload(HttpExchange exchange) throws IOException {
    boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    try (Repository open = open();
        InputStream body = exchange.getRequestBody();
        InputStream in = zipped ? new GZIPInputStream(body) : body;
        OutputStream out = exchange.getResponseBody()) {
      exchange.getResponseHeaders().add("Content-Type", "application/x-git-upload-pack-result");
      exchange.sendResponseHeaders(200, 0);
      uploadPack(exchange, open)
          .uploadWithExceptionPropagation(in, out, OutputStream.nullOutputStream());
    }
  }

  private static UploadPack uploadPack(HttpExchange exchange, Repository repository) {
    UploadPack pack = new UploadPack(repository);
    pack.setBiDirectionalPipe(false);
    if (speaksVersion2(exchange)) {
      pack.setExtraParameters(Set.of("version=2"));
    }
    return pack;
  }

  private static boolean speaksVersion2(HttpExchange exchange) {
    return "version=2".equals(exchange.getRequestHeaders().getFirst("Git-Protocol"));
  }

  private Repository open() throws IOException {
    return new RepositoryBuilder().setGitDir(repository.toFile()).setBare().build();
  }
}
