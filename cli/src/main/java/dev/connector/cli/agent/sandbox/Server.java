package dev.connector.cli.agent.sandbox;

import dev.connector.runtime.connector.Connector;
import dev.connector.spec.conformance.process.ProcessCommand;
import dev.connector.spec.conformance.process.ProcessConnector;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A connector that one JVM in a sandbox serves to many, by {@link Sessions}. Starting a JVM for
 * each of them is most of what judging would cost otherwise.
 *
 * @param command that started it
 * @param port of the loopback that the sandboxes share; whoever answers there is believed as little
 *     as any program of the connector
 */
record Server(Process process, ProcessCommand command, int port) implements AutoCloseable {

  private static final List<String> VARIABLES = List.of("PATH", "HOME", "LANG");

  /** Starts it; empty where it does not come up, which is told where programs are started. */
  static Optional<Server> start(ProcessCommand command) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command.line());
      builder.directory(command.directory().toFile());
      builder.environment().keySet().removeIf(it -> !VARIABLES.contains(it));
      Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
      Optional<Integer> port = port(process);
      if (port.isEmpty()) {
        process.destroyForcibly();
      }
      return port.map(it -> new Server(process, command, it));
    } catch (IOException none) {
      return Optional.empty();
    }
  }

  private static Optional<Integer> port(Process process) throws IOException {
    BufferedReader said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = said.readLine();
    try {
      int port = Integer.parseInt(line == null ? "" : line);
      return port > 0 && port < 65536 ? Optional.of(port) : Optional.empty();
    } catch (NumberFormatException other) {
      return Optional.empty();
    }
  }

  /** A session with these variables; empty where it does not take any more. */
  Optional<Connector> session(Map<String, String> variables) {
    Socket socket = new Socket();
    try {
      socket.setReceiveBufferSize(Sessions.BUFFER);
      socket.setTcpNoDelay(true);
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      OutputStream out = socket.getOutputStream();
      out.write(greeting(variables));
      out.flush();
      return Optional.of(ProcessConnector.over(socket, command));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  private static byte[] greeting(Map<String, String> variables) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(variables.size());
    for (Map.Entry<String, String> variable : variables.entrySet()) {
      for (String text : List.of(variable.getKey(), variable.getValue())) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(encoded.length);
        out.write(encoded);
      }
    }
    return bytes.toByteArray();
  }

  /** Waits for its end. */
  void await() {
    try {
      process.waitFor();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
