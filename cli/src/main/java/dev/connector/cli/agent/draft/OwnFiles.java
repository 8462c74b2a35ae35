package dev.connector.cli.agent.draft;

import dev.connector.registry.workspace.change.SafePath;
import dev.connector.spec.ConnectorException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which files of a connector a model may write as they are; everything else is refused. */
public final class OwnFiles {

  static final Charset CHARSET = StandardCharsets.UTF_8;

  /** As long as a file that people read; longer ones are data or nonsense. */
  private static final int MOST_CHARACTERS = 100_000;

  private static final int MOST_FILES = 60;

  private static final Pattern FIXTURE =
      Pattern.compile("fixtures/[a-z][A-Za-z0-9]*(\\.[A-Za-z0-9-]+)+\\.json");
  private static final Pattern CLASS = Pattern.compile("[A-Z][A-Za-z0-9]*\\.java");

  private final String main;
  private final String test;

  private OwnFiles(String folder) {
    this.main = "java/src/main/java/" + folder;
    this.test = "java/src/test/java/" + folder;
  }

  /** Those of a connector, whose Java lies in a package of its name. */
  public static OwnFiles of(String connector) {
    return new OwnFiles("dev/connector/connectors/" + connector.replace("-", "") + "/");
  }

  /** The folders, for a prompt. */
  public String places() {
    return main
        + "<Class>.java, "
        + test
        + "<Class>Test.java, fixtures/<resource>.<operation>.json";
  }

  /** Why a file may not be written; empty where it may. */
  public Optional<String> refusal(Draft draft, String path, String content) {
    if (!isAllowed(path)) {
      return Optional.of("only these may be written: " + places());
    }
    if (content.length() > MOST_CHARACTERS) {
      return Optional.of("it has more than " + MOST_CHARACTERS + " characters");
    }
    if (!draft.own().containsKey(path) && draft.own().size() >= MOST_FILES) {
      return Optional.of("there are " + MOST_FILES + " files already");
    }
    return Optional.empty();
  }

  private boolean isAllowed(String path) {
    try {
      SafePath.require(path);
    } catch (ConnectorException unsafe) {
      return false;
    }
    return FIXTURE.matcher(path).matches() || isIn(main, path) || isIn(test, path);
  }

  private static boolean isIn(String folder, String path) {
    return path.startsWith(folder) && CLASS.matcher(path.substring(folder.length())).matches();
  }
}
