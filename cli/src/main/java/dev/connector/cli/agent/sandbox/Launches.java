package dev.connector.cli.agent.sandbox;

import dev.connector.runtime.connector.Connector;
import dev.connector.spec.conformance.Subject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Starts a connector's program over and over: as sessions of one JVM, or in a JVM of its own where
 * a check wants that, or where there is no other, since it ended or since the program is not one
 * that can be served to many.
 */
final class Launches implements Subject.Launcher, AutoCloseable {

  private final CompletableFuture<Optional<Server>> server = new CompletableFuture<>();
  private final Program program;

  /** Begins to start what others will wait for. */
  Launches(Program program, Optional<Served> served) {
    Thread thread = new Thread(() -> serve(program, served), "connector-server");
    thread.setDaemon(true);
    thread.start();
    // An archive costs as much as several starts.
    this.program = served.isPresent() ? program : program.archived();
  }

  /** What is in a sandbox ends with the thread that started it. */
  private void serve(Program program, Optional<Served> served) {
    try {
      server.complete(served.flatMap(program::server));
      server.join().ifPresent(Server::await);
    } catch (RuntimeException failure) {
      server.completeExceptionally(failure);
    }
  }

  @Override
  public Connector start(Map<String, String> environment) {
    return server
        .join()
        .flatMap(it -> it.session(environment))
        .orElseGet(() -> startAlone(environment));
  }

  @Override
  public Connector startAlone(Map<String, String> environment) {
    return program.start(environment);
  }

  @Override
  public void close() {
    server.join().ifPresent(Server::close);
  }
}
