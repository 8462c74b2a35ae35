package dev.connector.registry.contribute;

import dev.connector.registry.source.GitProgram;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Who a commit is by, as the user's git would say. */
public record Author(String name, String email) {

  public Author {
    Objects.requireNonNull(name);
    Objects.requireNonNull(email);
  }

  /**
   * What the variables {@code GIT_AUTHOR_NAME} and {@code GIT_AUTHOR_EMAIL} say, else what {@code
   * git config} says in a folder.
   *
   * @param variables the environment
   * @throws ConnectorException of kind FAILED where neither says anything
   */
  public static Author of(Path folder, Map<String, String> variables) {
    Optional<String> name = value("GIT_AUTHOR_NAME", "user.name", folder, variables);
    Optional<String> email = value("GIT_AUTHOR_EMAIL", "user.email", folder, variables);
    if (name.isEmpty() || email.isEmpty()) {
      throw new ConnectorException(
          Kind.FAILED,
          "git does not know who you are, and a commit needs a name and an email address",
          "git config --global user.name \"Your Name\";"
              + " git config --global user.email you@example.com");
    }
    return new Author(name.get(), email.get());
  }

  private static Optional<String> value(
      String variable, String key, Path folder, Map<String, String> variables) {
    return Optional.ofNullable(variables.get(variable))
        .or(
            () ->
                GitProgram.find(variables).flatMap(git -> configured(git, key, folder, variables)))
        .map(text -> text.replaceAll("[\\p{Cntrl}<>]", " ").strip())
        .filter(text -> !text.isEmpty());
  }

  private static Optional<String> configured(
      Path git, String key, Path folder, Map<String, String> variables) {
    ProcessBuilder builder =
        new ProcessBuilder(List.of(git.toString(), "config", "--get", key))
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    builder.environment().putAll(variables);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      byte[] answer = process.getInputStream().readAllBytes();
      return process.waitFor() == 0
          ? Optional.of(new String(answer, StandardCharsets.UTF_8))
          : Optional.empty();
    } catch (IOException unusable) {
      return Optional.empty();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
