package dev.connector.runtime;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A server that speaks HTTP as badly as a test wants it to, one thread for each connection. */
final class RawServer implements AutoCloseable {

  /** What to do with a connection whose request head has been read. */
  interface Behaviour {
    void serve(Socket connection) throws IOException, InterruptedException;
  }

  private final ServerSocket socket;
  private final Behaviour behaviour;

  RawServer(Behaviour behaviour) throws IOException {
    this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.behaviour = behaviour;
    daemon(this::accept);
  }

  String url() {
    return "http://127.0.0.1:" + socket.getLocalPort() + "/";
  }

  static void write(Socket connection, String text) throws IOException {
    connection.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    connection.getOutputStream().flush();
  }

  /** Blocks until the other side has closed the connection. */
  static void awaitClosed(Socket connection) {
    try {
      while (connection.getInputStream().read() >= 0) {
        continue;
      }
    } catch (IOException reset) {
      // closed as well
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = socket.accept();
        daemon(() -> serve(connection));
      }
    } catch (IOException closed) {
      // the test is over
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      BufferedReader head =
          new BufferedReader(
              new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
      for (String line = head.readLine(); line != null; line = head.readLine()) {
        if (line.isEmpty()) {
          behaviour.serve(connection);
          return;
        }
      }
    } catch (IOException | InterruptedException e) {
      // the client went away, which is what some tests are about
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "raw-server");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
