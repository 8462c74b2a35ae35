package dev.connector.cli.project;

import dev.connector.spec.ConnectorException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Where the tokens of the user's logins lie: one file for a connector, a profile and an audience,
 * in a folder of the user's own and never in a project. A definition that names other servers has
 * another audience, and so finds no token.
 *
 * @param folder the place of all tokens
 * @param profile tells several accounts of one user apart
 */
public record UserTokens(Path folder, String profile) {

  /** The profile of who names none. */
  public static final String USUAL_PROFILE = "default";

  private static final int FINGERPRINT_BYTES = 12;

  public UserTokens {
    Objects.requireNonNull(folder);
    if (!profile.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,40}")) {
      throw new ConnectorException(
          ConnectorException.Kind.USAGE,
          "\"" + profile + "\" cannot be the name of a profile",
          "use letters, digits, - and _");
    }
  }

  /** The tokens of the user who runs this process. */
  public static UserTokens of(Map<String, String> variables) {
    return locate(
        variables, System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
  }

  /**
   * The folder: {@code CONNECTOR_TOKENS} where it is set, else below the system's place for what
   * programs keep for a user. The profile: {@code CONNECTOR_PROFILE}, else the usual one.
   *
   * @param system the system property {@code os.name}
   * @param home the user's home folder
   */
  static UserTokens locate(Map<String, String> variables, String system, Path home) {
    String profile = variables.getOrDefault("CONNECTOR_PROFILE", "");
    return new UserTokens(
        folder(variables, system.toLowerCase(Locale.ROOT), home),
        profile.isBlank() ? USUAL_PROFILE : profile);
  }

  private static Path folder(Map<String, String> variables, String system, Path home) {
    String chosen = variables.getOrDefault("CONNECTOR_TOKENS", "");
    if (!chosen.isBlank()) {
      return Path.of(chosen).toAbsolutePath();
    }
    Path data;
    if (system.startsWith("windows")) {
      data = absolute(variables, "LOCALAPPDATA", home.resolve("AppData").resolve("Local"));
    } else if (system.startsWith("mac")) {
      data = home.resolve("Library").resolve("Application Support");
    } else {
      data = absolute(variables, "XDG_DATA_HOME", home.resolve(".local").resolve("share"));
    }
    return data.resolve("connector").resolve("tokens");
  }

  /** A relative path would make the place depend on where the command is run. */
  private static Path absolute(Map<String, String> variables, String name, Path usual) {
    String value = variables.getOrDefault(name, "");
    return !value.isBlank() && Path.of(value).isAbsolute() ? Path.of(value) : usual;
  }

  /** The same for another profile. */
  public UserTokens profile(String other) {
    return new UserTokens(folder, other);
  }

  /** The file for a token, which need not be there. */
  public Path file(String connector, String audience) {
    return folder.resolve(connector).resolve(profile + "." + fingerprint(audience) + ".json");
  }

  /** All files of a connector with this profile, whatever their audience. */
  public List<Path> files(String connector) {
    try (Stream<Path> files = Files.list(folder.resolve(connector))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(profile + "."))
          .filter(file -> file.getFileName().toString().endsWith(".json"))
          .sorted()
          .toList();
    } catch (NoSuchFileException none) {
      return List.of();
    } catch (IOException e) {
      throw new ConnectorException(
          ConnectorException.Kind.FAILED,
          "cannot read " + folder.resolve(connector),
          "check its permissions",
          e);
    }
  }

  private static String fingerprint(String audience) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(audience.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, FINGERPRINT_BYTES);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }
}
