package dev.connector.registry.source;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Finds the user's git. */
public final class GitProgram {

  private GitProgram() {}

  /**
   * Looks in the PATH alone: some systems would also take a git from the folder worked in.
   *
   * @param variables the environment
   */
  public static Optional<Path> find(Map<String, String> variables) {
    boolean windows = File.separatorChar == '\\';
    for (String folder : variables.getOrDefault("PATH", "").split(File.pathSeparator)) {
      try {
        Path candidate = Path.of(folder, windows ? "git.exe" : "git");
        if (candidate.isAbsolute() && Files.isExecutable(candidate)) {
          return Optional.of(candidate);
        }
      } catch (InvalidPathException e) {
        continue; // an entry that no system could follow
      }
    }
    return Optional.empty();
  }
}
