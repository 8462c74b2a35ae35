package dev.connector.registry.repository;

import dev.connector.registry.source.GitProgram;
import dev.connector.registry.source.IsolatedSystem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;

/** Who the user is to git: the name and the address that commits carry. */
public record UserIdentity(String name, String email) {

  public UserIdentity {
    Objects.requireNonNull(name);
    Objects.requireNonNull(email);
  }

  /**
   * As git would know it outside of a repository: from the environment, else from the user's
   * configuration; empty where either says only half of it.
   *
   * @param variables the environment
   * @param home the user's home folder
   */
  public static Optional<UserIdentity> of(Map<String, String> variables, Path home) {
    IsolatedSystem.install();
    String name = variables.getOrDefault("GIT_AUTHOR_NAME", "");
    String email = variables.getOrDefault("GIT_AUTHOR_EMAIL", "");
    for (Path file : files(variables, home)) {
      if (Files.isRegularFile(file)) {
        FileBasedConfig config = read(file);
        name = name.isBlank() ? text(config, "name") : name;
        email = email.isBlank() ? text(config, "email") : email;
      }
    }
    return name.isBlank() || email.isBlank()
        ? Optional.empty()
        : Optional.of(new UserIdentity(name.strip(), email.strip()));
  }

  /**
   * As git knows it in a folder, where a repository or an included file may say another name; where
   * there is no git, as outside of a repository.
   */
  public static Optional<UserIdentity> in(Path folder, Map<String, String> variables, Path home) {
    Optional<String> name = said("GIT_AUTHOR_NAME", "user.name", folder, variables);
    Optional<String> email = said("GIT_AUTHOR_EMAIL", "user.email", folder, variables);
    return name.isPresent() && email.isPresent()
        ? Optional.of(new UserIdentity(name.get(), email.get()))
        : of(variables, home);
  }

  private static Optional<String> said(
      String variable, String key, Path folder, Map<String, String> variables) {
    return Optional.ofNullable(variables.get(variable))
        .or(() -> GitProgram.find(variables).flatMap(git -> said(git, key, folder, variables)))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  private static Optional<String> said(
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

  /** Those that count first come first. */
  private static List<Path> files(Map<String, String> variables, Path home) {
    String global = variables.getOrDefault("GIT_CONFIG_GLOBAL", "");
    if (!global.isBlank()) {
      return List.of(Path.of(global));
    }
    String place = variables.getOrDefault("XDG_CONFIG_HOME", "");
    Path folder = place.isBlank() ? home.resolve(".config") : Path.of(place);
    return List.of(home.resolve(".gitconfig"), folder.resolve("git").resolve("config"));
  }

  private static FileBasedConfig read(Path file) {
    FileBasedConfig config = new FileBasedConfig(null, file.toFile(), FS.DETECTED);
    try {
      config.load();
    } catch (IOException | ConfigInvalidException e) {
      config.clear(); // git itself tells what is wrong with it
    }
    return config;
  }

  private static String text(FileBasedConfig config, String key) {
    return Optional.ofNullable(config.getString("user", null, key)).orElse("");
  }

  /** As commits show it. */
  @Override
  public String toString() {
    return name + " <" + email + ">";
  }
}
