package dev.connector.cli.agent.sandbox;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program that does what it should not, one deed at a time, and prints how it went. */
public final class Intruder {

  private Intruder() {}

  public static void main(String... arguments) throws Exception {
    try {
      System.out.println(deed(arguments));
    } catch (IOException denied) {
      System.out.println("denied: " + denied);
    }
  }

  private static String deed(String... arguments) throws IOException {
    switch (arguments[0]) {
      case "read":
        return "done: " + Files.readString(Path.of(arguments[1]));
      case "write":
        return "done: " + Files.writeString(Path.of(arguments[1]), "written");
      case "variables":
        return "done: " + System.getenv().keySet();
      case "processes":
        return "done: " + ProcessHandle.allProcesses().count();
      case "connect":
        try (Socket socket = new Socket()) {
          int port = Integer.parseInt(arguments[2]);
          socket.connect(new InetSocketAddress(arguments[1], port), 2000);
          return "done: connected";
        }
      case "multiply":
        return multiply();
      case "hoard":
        return hoard();
      case "print":
        while (true) {
          System.out.println("much ado about nothing");
        }
      default:
        while (true) {
          Thread.onSpinWait();
        }
    }
  }

  private static String multiply() throws IOException {
    List<Process> children = new ArrayList<>();
    while (true) {
      children.add(
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:+UseSerialGC",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Intruder.class.getName(),
                  "multiply")
              .start());
    }
  }

  private static String hoard() {
    List<ByteBuffer> held = new ArrayList<>();
    while (true) {
      ByteBuffer more = ByteBuffer.allocateDirect(16 << 20);
      for (int at = 0; at < more.capacity(); at += 4096) {
        more.put(at, (byte) 1);
      }
      held.add(more);
    }
  }
}
