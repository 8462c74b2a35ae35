package dev.connector.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Which version of the program this is. */
public final class Version {

  private Version() {}

  /** The version alone, such as {@code 1.2.0}. */
  public static String number() {
    try (InputStream in = Version.class.getResourceAsStream("/dev/connector/cli/version")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What {@code --version} prints. */
  public static String line() {
    return "connector " + number();
  }
}
