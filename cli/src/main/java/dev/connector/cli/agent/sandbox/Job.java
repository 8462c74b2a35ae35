package dev.connector.cli.agent.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A program to be run in a sandbox.
 *
 * @param line the program, by its path, and its arguments
 * @param access what it sees of the machine
 * @param variables its environment, besides PATH, HOME and LANG
 */
public record Job(List<String> line, Access access, Map<String, String> variables, Limits limits) {

  /** Where a program stands among others. */
  public enum Place {
    /** On its own: it sees no other process, and no network. */
    ALONE,
    /** It is ours, and starts others INSIDE; they share a loopback that nobody else has. */
    AROUND,
    /** Started by one AROUND, with which it shares the loopback and nothing else. */
    INSIDE
  }

  /**
   * What it sees of the machine, besides its system libraries and an empty {@code /tmp}.
   *
   * @param readable files and folders, at the paths they have outside
   * @param writable the same for folders
   */
  public record Access(Place place, List<Path> readable, List<Path> writable) {
    public Access {
      Objects.requireNonNull(place);
      readable = List.copyOf(readable);
      writable = List.copyOf(writable);
    }
  }

  public Job {
    line = List.copyOf(line);
    variables = Map.copyOf(variables);
    Objects.requireNonNull(access);
    Objects.requireNonNull(limits);
    if (line.isEmpty()) {
      throw new IllegalArgumentException("a job needs a program");
    }
  }

  /** Names the program only: variables may hold secrets. */
  @Override
  public String toString() {
    return "Job" + line;
  }
}
