package dev.connector.scaffold.corpus.simulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Prism, serving what a description says of its API: a program that is not ours, and that knows
 * nothing of a definition. It refuses requests that the description does not allow.
 */
public final class Simulator implements AutoCloseable {

  private static final long PATIENCE = 60;

  private final Process process;
  private final int port;

  private Simulator(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts it, and waits until it serves.
   *
   * @throws IOException where it does not come up, with its last words
   */
  public static Simulator of(Path program, Path description) throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Process process =
        new ProcessBuilder(
                program.toString(),
                "mock",
                "--host",
                "127.0.0.1",
                "--port",
                String.valueOf(port),
                description.toString())
            .redirectErrorStream(true)
            .start();
    CompletableFuture<String> serves = new CompletableFuture<>();
    Thread reader = new Thread(() -> listen(process, serves));
    reader.setDaemon(true);
    reader.start();
    Simulator simulator = new Simulator(process, port);
    try {
      String failure = serves.get(PATIENCE, TimeUnit.SECONDS);
      if (!failure.isEmpty()) {
        throw new IOException(failure);
      }
      return simulator;
    } catch (IOException | java.util.concurrent.ExecutionException | TimeoutException e) {
      simulator.close();
      throw new IOException("the simulator does not come up: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      simulator.close();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static void listen(Process process, CompletableFuture<String> serves) {
    String last = "";
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.contains("listening on")) {
          serves.complete("");
        }
        last = line;
      }
    } catch (IOException e) {
      serves.completeExceptionally(new UncheckedIOException(e));
    }
    serves.complete("it ended: " + last);
  }

  public String address() {
    return "http://127.0.0.1:" + port;
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
  }
}
