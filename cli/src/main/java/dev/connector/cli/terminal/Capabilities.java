package dev.connector.cli.terminal;

import java.util.Map;

/**
 * What the process's streams can do.
 *
 * @param input whether a person types at standard input
 * @param output whether standard output is a screen
 * @param error whether standard error is a screen
 * @param colours whether colours are wanted where there is a screen
 * @param movement whether a line on the screen can be rewritten
 * @param width columns of the screen
 */
public record Capabilities(
    boolean input, boolean output, boolean error, boolean colours, boolean movement, int width) {

  /** Columns assumed where nobody says. */
  public static final int USUAL_WIDTH = 80;

  private static final int NARROWEST = 20;

  public Capabilities {
    width = Math.max(NARROWEST, width);
  }

  /** No screen anywhere: a pipe, a file, a build server. */
  public static Capabilities none() {
    return new Capabilities(false, false, false, false, false, USUAL_WIDTH);
  }

  /**
   * Reads what the launcher found out ({@code screens}: the numbers of the streams that are
   * terminals, such as {@code 012}) and what the user wishes ({@code NO_COLOR}, {@code TERM}).
   */
  public static Capabilities of(String screens, String width, Map<String, String> variables) {
    boolean dumb = "dumb".equals(variables.get("TERM"));
    boolean noColour = !variables.getOrDefault("NO_COLOR", "").isEmpty();
    return new Capabilities(
        screens.contains("0"),
        screens.contains("1"),
        screens.contains("2"),
        !dumb && !noColour,
        !dumb,
        columns(width));
  }

  private static int columns(String width) {
    try {
      int columns = Integer.parseInt(width);
      return columns > 0 ? columns : USUAL_WIDTH;
    } catch (NumberFormatException e) {
      return USUAL_WIDTH;
    }
  }
}
