package dev.connector.cli.project;

import dev.connector.cli.terminal.Terminal;
import dev.connector.registry.workspace.Detection;
import dev.connector.registry.workspace.ProjectDetector;
import dev.connector.spec.ConnectorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

/** Finds the place to work on, and offers to make one where there is none. */
public final class Workplaces {

  private final Terminal terminal;
  private final ProjectDetector.Overrides overrides;
  private final ProjectDetector detector = new ProjectDetector();

  /** A finder that asks on a terminal, and keeps to what the user decided. */
  public Workplaces(Terminal terminal, ProjectDetector.Overrides overrides) {
    this.terminal = Objects.requireNonNull(terminal);
    this.overrides = Objects.requireNonNull(overrides);
  }

  /**
   * The project in a folder; where the folder is empty or missing, a new one, if that is wanted.
   *
   * @param wanted whether a new project needs no question
   */
  public Workplace find(Path directory, boolean wanted) {
    if (detector.detect(directory, overrides) instanceof Detection.Nothing nothing
        && nothing.empty()) {
      if (!wanted) {
        requireConsent(directory);
      }
      return FreshProject.draft(directory, overrides);
    }
    return new ExistingProject(detector.require(directory, overrides));
  }

  private void requireConsent(Path directory) {
    String there =
        Files.exists(directory) ? directory + " is empty" : "there is no folder " + directory;
    if (!terminal.interactive()) {
      throw new ConnectorException(
          ConnectorException.Kind.USAGE,
          there + ", so there is no project to add to",
          "to make a new Maven project there, run the same with --yes");
    }
    String answer = terminal.ask("Make a new Maven project in " + directory + "? [Y/n]");
    if (!answer.isEmpty() && !answer.toLowerCase(Locale.ROOT).startsWith("y")) {
      throw new ConnectorException(
          ConnectorException.Kind.FAILED,
          "no project to add to; nothing was written",
          "go to your project's folder, or name it with --cwd");
    }
  }
}
