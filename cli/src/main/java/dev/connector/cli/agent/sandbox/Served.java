package dev.connector.cli.agent.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the program of a connector does, where it does nothing but that: it serves the connector
 * that a type has, by the protocol. That may be done in a JVM of many as well.
 *
 * @param connector the type, with a method {@code of} that takes the environment
 * @param protocol the runtime's {@code Protocol}
 */
record Served(String connector, String protocol) {

  private static final Pattern COMMENT = Pattern.compile("/[*].*?[*]/|//[^\\n]*", Pattern.DOTALL);

  private static final Pattern RENDERED =
      Pattern.compile(
          "package (?<package>[\\w.]+); import (?<protocol>[\\w.]+[.]Protocol); "
              + "public final class ConnectorMain \\{ private ConnectorMain\\(\\) \\{ ?\\} "
              + "public static void main\\(String[.][.][.] \\w+\\) \\{ "
              + "Protocol[.]serve\\((?<connector>\\w+)::of\\); \\} \\}");

  /** What a source of {@code ConnectorMain} does; empty where it is not as it is rendered. */
  static Optional<Served> by(Path source) {
    try {
      String text = Files.readString(source);
      if (text.contains("\\u")) {
        // An escape may end a comment.
        return Optional.empty();
      }
      String plain = COMMENT.matcher(text).replaceAll(" ").strip().replaceAll("\\s+", " ");
      Matcher rendered = RENDERED.matcher(plain);
      return rendered.matches()
          ? Optional.of(
              new Served(
                  rendered.group("package") + "." + rendered.group("connector"),
                  rendered.group("protocol")))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
