package dev.connector.registry.source;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Names that mean something to a tool of the user's: a CI service, a build, a shell, an editor, a
 * package manager. What an item may hold is a closed list already; this one says why, and stands
 * where that one has a hole.
 */
final class RefusedNames {

  private static final String CREDENTIALS =
      "a file that holds credentials or decides where they go";

  private static final Map<String, Set<String>> REASONS =
      Map.of(
          "configuration of a CI service",
          Set.of(
              ".github",
              ".gitlab",
              ".gitlab-ci.yml",
              ".gitlab-ci.yaml",
              ".circleci",
              ".travis.yml",
              "jenkinsfile",
              ".drone.yml",
              ".woodpecker.yml",
              ".woodpecker",
              ".buildkite",
              "azure-pipelines.yml",
              "bitbucket-pipelines.yml",
              "appveyor.yml",
              ".appveyor.yml",
              ".cirrus.yml",
              ".teamcity",
              ".forgejo",
              ".gitea",
              ".ci",
              "cloudbuild.yaml",
              "buildspec.yml",
              ".semaphore",
              ".tekton"),
          CREDENTIALS,
          Set.of(
              ".env",
              ".netrc",
              "_netrc",
              ".npmrc",
              ".yarnrc",
              ".yarnrc.yml",
              ".pypirc",
              "pip.conf",
              "settings.xml",
              "settings-security.xml",
              "credentials",
              "credentials.json",
              ".aws",
              ".ssh",
              ".gnupg",
              ".kube",
              ".docker",
              ".dockercfg",
              "id_rsa",
              "id_dsa",
              "id_ecdsa",
              "id_ed25519",
              "authorized_keys",
              "known_hosts",
              ".htpasswd",
              ".pgpass",
              ".vault-token"),
          "build logic, which a build would run",
          Set.of(
              "pom.xml",
              "build.gradle",
              "build.gradle.kts",
              "settings.gradle",
              "settings.gradle.kts",
              "gradle.properties",
              "gradlew",
              "gradlew.bat",
              "mvnw",
              "mvnw.cmd",
              ".mvn",
              "gradle",
              "buildsrc",
              "makefile",
              "gnumakefile",
              "build.xml",
              "package.json",
              "package-lock.json",
              "tsconfig.json",
              "setup.py",
              "setup.cfg",
              "pyproject.toml",
              "conftest.py",
              "sitecustomize.py",
              "usercustomize.py",
              "tox.ini",
              "noxfile.py",
              "dockerfile",
              "lombok.config",
              "module-info.java"),
          "configuration of an editor, a shell or an assistant, which may run commands",
          Set.of(
              ".vscode",
              ".idea",
              ".devcontainer",
              ".husky",
              ".pre-commit-config.yaml",
              ".envrc",
              ".bashrc",
              ".zshrc",
              ".profile",
              ".editorconfig",
              ".claude",
              ".cursor",
              ".cursorrules",
              ".mcp.json",
              "agents.md",
              "claude.md"));

  private static final List<String> KEY_SUFFIXES =
      List.of(".pem", ".key", ".p12", ".pfx", ".jks", ".keystore", ".ppk");

  /** Folders this deep are the item's own; deeper ones are packages and may be called gradle. */
  private static final int OWN_FOLDERS = 2;

  private RefusedNames() {}

  /** Why a path is refused, if it is. */
  static Optional<String> reason(List<String> segments) {
    String file = lower(segments.get(segments.size() - 1));
    if (file.startsWith(".env.") && !file.equals(".env.example")
        || KEY_SUFFIXES.stream().anyMatch(file::endsWith)) {
      return Optional.of(CREDENTIALS);
    }
    for (int i = 0; i < segments.size(); i++) {
      String name = lower(segments.get(i));
      boolean counts = i < OWN_FOLDERS || i == segments.size() - 1 || name.startsWith(".");
      Optional<String> reason =
          REASONS.entrySet().stream()
              .filter(entry -> counts && entry.getValue().contains(name))
              .map(Map.Entry::getKey)
              .findFirst();
      if (reason.isPresent()) {
        return reason;
      }
    }
    return Optional.empty();
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
