package dev.connector.registry.workspace;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code .env.example}: the names of what connectors are configured by, never a secret's value. */
final class EnvExample {

  static final String PATH = ".env.example";

  /**
   * One name to be there.
   *
   * @param comment what to write above it
   * @param need whether somebody has to give it a value
   */
  record Line(String name, String comment, Need need) {}

  /** Whether a variable needs a value of the user's. */
  sealed interface Need {

    /** The user sets it. */
    record Wanted() implements Need {}

    /** It works without; the preset, if any, shows what is used then. */
    record Optional(String preset) implements Need {}
  }

  private final String text;
  private final StringBuilder appended = new StringBuilder();
  private final List<String> added = new ArrayList<>();

  EnvExample(Optional<byte[]> existing) {
    this.text = existing.map(content -> new String(content, UTF_8)).orElse("");
  }

  /** Appends a connector's names that are not there yet, in any form, under a heading. */
  void add(String heading, List<Line> lines) {
    List<Line> missing = lines.stream().filter(line -> !mentions(line.name())).toList();
    if (missing.isEmpty()) {
      return;
    }
    if (!text.isEmpty() || appended.length() > 0) {
      appended.append('\n');
    }
    appended.append("# ").append(oneLine(heading)).append('\n');
    for (Line line : missing) {
      if (!line.comment().isBlank()) {
        appended.append("# ").append(oneLine(line.comment())).append('\n');
      }
      appended.append(assignment(line)).append('\n');
      added.add(line.name());
    }
  }

  private static String assignment(Line line) {
    return line.need() instanceof Need.Optional optional
        ? "# " + line.name() + "=" + oneLine(optional.preset())
        : line.name() + "=";
  }

  /** The names that were not there before. */
  List<String> added() {
    return List.copyOf(added);
  }

  /** The whole file; the very bytes that were there, with what is new behind them. */
  Optional<byte[]> content() {
    if (appended.length() == 0) {
      return Optional.empty();
    }
    String newline = text.contains("\r\n") ? "\r\n" : "\n";
    String end = text.isEmpty() || text.endsWith("\n") ? "" : newline;
    return Optional.of((text + end + appended.toString().replace("\n", newline)).getBytes(UTF_8));
  }

  private boolean mentions(String name) {
    String line = "(?m)^[ \\t]*(#[ \\t]*)?(export[ \\t]+)?" + Pattern.quote(name) + "[ \\t]*=";
    return added.contains(name) || Pattern.compile(line).matcher(text).find();
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\s]+", " ").trim();
  }
}
