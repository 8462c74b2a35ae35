package dev.connector.spec.conformance.process;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A process that answers each command with the next part of a file, whatever the command is. Parts
 * are separated by a line with a {@code ;}, {@code @} stands for the command's id, and a line that
 * begins with {@code !} does something: {@code !exit 3}, {@code !say words}, {@code !hang}.
 */
final class ReplayingProcess {

  private ReplayingProcess() {}

  /** Starts one. */
  static ProcessConnector answering(Path folder, String... parts) throws IOException {
    Path file = Files.writeString(folder.resolve("parts"), String.join("\n;\n", parts));
    return ProcessConnector.start(command(ReplayingProcess.class, Map.of(), file.toString()));
  }

  /** A JVM that runs a class of these tests. */
  static ProcessCommand command(
      Class<?> main, Map<String, String> environment, String... arguments) {
    List<String> line =
        new java.util.ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    line.addAll(List.of(arguments));
    return ProcessCommand.of(line, new File(".").toPath(), environment)
        .answer(Duration.ofSeconds(60));
  }

  public static void main(String... arguments) throws Exception {
    String[] parts = Files.readString(Path.of(arguments[0])).split("\n;\n", -1);
    BufferedReader commands =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    int next = 0;
    for (String line = commands.readLine(); line != null; line = commands.readLine()) {
      if (next < parts.length) {
        answer(new ObjectMapper().readTree(line).path("id").asText(), parts[next++]);
      }
    }
  }

  private static void answer(String id, String part) throws Exception {
    OutputStream out = new FileOutputStream(FileDescriptor.out);
    for (String line : part.split("\n")) {
      if (line.startsWith("!exit ")) {
        System.exit(Integer.parseInt(line.substring(6)));
      } else if (line.startsWith("!say ")) {
        System.err.println(line.substring(5));
      } else if (line.equals("!hang")) {
        Thread.sleep(Duration.ofMinutes(10).toMillis());
      } else if (!line.isEmpty()) {
        String event = line.replace("\"@\"", "\"" + id + "\"") + "\n";
        out.write(event.getBytes(StandardCharsets.UTF_8));
      }
    }
  }
}
