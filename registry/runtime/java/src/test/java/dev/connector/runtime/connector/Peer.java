package dev.connector.runtime.connector;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.message.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The other side of a connector that is served. */
final class Peer implements AutoCloseable {

  private final PipedOutputStream commands = new PipedOutputStream();
  private final BufferedReader events;
  private final Thread server;

  Peer(Connector connector) throws IOException {
    // Not a piped stream, which breaks where the thread that wrote last has ended.
    Pipe out = Pipe.open();
    this.events =
        new BufferedReader(
            new InputStreamReader(Channels.newInputStream(out.source()), StandardCharsets.UTF_8));
    this.server = serve(connector, commands, Channels.newOutputStream(out.sink()));
  }

  /** Serves a connector to whoever writes to {@code commands}. */
  static Thread serve(Connector connector, PipedOutputStream commands, OutputStream out)
      throws IOException {
    InputStream in = new PipedInputStream(commands);
    Map<String, String> environment = Map.of("ACME_API_KEY", "topsecretvalue");
    Thread server =
        new Thread(
            () -> {
              Protocol.serve(connector, environment, in, out);
              close(out);
            });
    server.start();
    return server;
  }

  Peer say(String line) throws IOException {
    commands.write((line.replace('\'', '"') + "\n").getBytes(StandardCharsets.UTF_8));
    commands.flush();
    return this;
  }

  JsonNode hear() throws IOException {
    return Json.parse(events.readLine());
  }

  /** Everything up to the end, after having said no more. */
  List<String> rest() throws Exception {
    commands.close();
    List<String> rest = new ArrayList<>();
    events.lines().forEach(rest::add);
    server.join(60_000);
    return rest;
  }

  @Override
  public void close() throws IOException {
    commands.close();
    events.close();
  }

  private static void close(OutputStream out) {
    try {
      out.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
