package dev.connector.registry.workspace;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.connector.registry.workspace.Lock.LockedEdit;
import dev.connector.registry.workspace.build.BuildEdit.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code .env.example}: the names of what connectors are configured by, never a secret's value. */
final class EnvExample {

  static final String PATH = ".env.example";

  private static final Pattern NAME = Pattern.compile("[A-Z0-9_]+");

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

  private final Optional<byte[]> existing;

  /** One character a byte, so that what is there keeps its bytes. */
  private String text;

  private final String newline;
  private boolean dropped;
  private final List<Piece> pieces = new ArrayList<>();
  private final List<String> added = new ArrayList<>();

  EnvExample(Optional<byte[]> existing) {
    this.existing = existing;
    this.text = existing.map(content -> new String(content, ISO_8859_1)).orElse("");
    this.newline = text.contains("\r\n") ? "\r\n" : "\n";
  }

  /** The word for what a connector brought in, by which it is found again. */
  static String neededBy(String connector) {
    return "connectors/" + connector;
  }

  /** Appends a connector's names that are not there yet, in any form, under a heading. */
  void add(String connector, String heading, List<Line> lines) {
    List<Line> missing = lines.stream().filter(line -> !mentions(line.name())).toList();
    if (missing.isEmpty()) {
      return;
    }
    StringBuilder appended = new StringBuilder();
    if (pieces.isEmpty() && !text.isEmpty() && !text.endsWith("\n")) {
      appended.append('\n');
    }
    if (!text.isEmpty() || !pieces.isEmpty()) {
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
    byte[] bytes = appended.toString().replace("\n", newline).getBytes(UTF_8);
    pieces.add(new Piece(neededBy(connector), "", new String(bytes, ISO_8859_1)));
  }

  /**
   * Takes names out that a connector brought in and does not read any more, where what was put in
   * for it stands there as it was put in.
   *
   * @param edits what was put into files of the user's
   * @return the same without what is gone
   */
  List<LockedEdit> drop(String connector, List<String> names, List<LockedEdit> edits) {
    List<LockedEdit> rest = new ArrayList<>();
    for (LockedEdit edit : edits) {
      boolean own = edit.file().equals(PATH) && edit.piece().needs().equals(neededBy(connector));
      String before = edit.piece().inserted().replace("\r\n", "\n").replace("\n", newline);
      int at = own ? text.lastIndexOf(before) : -1;
      String after = at < 0 ? before : without(before, names);
      if (after.equals(before)) {
        rest.add(edit);
        continue;
      }
      dropped = true;
      text = text.substring(0, at) + after + text.substring(at + before.length());
      if (!after.isEmpty()) {
        rest.add(new LockedEdit(PATH, new Piece(neededBy(connector), "", after)));
      }
    }
    return rest;
  }

  /** A heading with lines for names, without some of them; nothing where none is left. */
  private static String without(String piece, List<String> names) {
    List<String> rest = new ArrayList<>();
    int heading = -1;
    boolean anyLeft = false;
    for (String line : piece.split("(?<=\n)")) {
      int last = rest.size() - 1;
      if (heading >= 0 && names.contains(assigned(line))) {
        boolean commented = last > heading && assigned(rest.get(last)).isEmpty();
        if (commented) {
          rest.remove(last);
        }
      } else {
        heading = heading < 0 && line.startsWith("#") ? rest.size() : heading;
        anyLeft |= !assigned(line).isEmpty();
        rest.add(line);
      }
    }
    return anyLeft ? String.join("", rest) : "";
  }

  /** The name that a line of ours is for; empty for a comment. */
  private static String assigned(String line) {
    String start =
        line.indexOf('=') < 2
            ? ""
            : line.substring(line.startsWith("# ") ? 2 : 0, line.indexOf('='));
    return NAME.matcher(start).matches() ? start : "";
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

  /** The whole file, where it changes; what is new is behind what stays. */
  Optional<byte[]> content() {
    if (!dropped && pieces.isEmpty()) {
      return Optional.empty();
    }
    StringBuilder whole = new StringBuilder(text);
    pieces.forEach(piece -> whole.append(piece.inserted()));
    return Optional.of(whole.toString().getBytes(ISO_8859_1));
  }

  /** What the lock has to remember. */
  List<LockedEdit> edits() {
    List<LockedEdit> edits = new ArrayList<>();
    if (existing.isEmpty() && !pieces.isEmpty()) {
      edits.add(LockedEdit.newFile(PATH));
    }
    pieces.forEach(piece -> edits.add(new LockedEdit(PATH, piece)));
    return edits;
  }

  /** Whether a name is there, be it in a comment. */
  boolean mentions(String name) {
    String line = "(?m)^[ \\t]*(#[ \\t]*)?(export[ \\t]+)?" + Pattern.quote(name) + "[ \\t]*=";
    return added.contains(name) || Pattern.compile(line).matcher(text).find();
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\s]+", " ").trim();
  }
}
