package dev.connector.registry.workspace;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.connector.registry.workspace.build.Dependency;
import dev.connector.registry.workspace.change.ProjectTree;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a project's owner should know before using what was added. */
final class Advice {

  private static final Pattern IGNORES_ENV = Pattern.compile("(?m)^\\s*/?(\\*)?\\.env\\*?\\s*$");

  private final Project.Java project;

  Advice(Project.Java project) {
    this.project = project;
  }

  List<String> given(List<AddPlan.Variable> variables, List<Dependency> needed) {
    List<String> advice = new ArrayList<>();
    if (project.level().isEmpty()) {
      advice.add(
          project.buildFile()
              + " does not tell the Java version; the connectors need 17 or later.");
    }
    if (variables.stream().anyMatch(AddPlan.Variable::secret) && !ignoresEnv()) {
      advice.add("Put .env into .gitignore before you put a secret into .env.");
    }
    if (!needed.isEmpty()
        && Files.isRegularFile(
            project.root().resolve(project.layout().main() + "/module-info.java"))) {
      advice.add(
          "This project is a Java module: require the libraries' modules in module-info.java.");
    }
    return advice;
  }

  private boolean ignoresEnv() {
    return ProjectTree.at(project.root())
        .read(".gitignore")
        .filter(content -> IGNORES_ENV.matcher(new String(content, UTF_8)).find())
        .isPresent();
  }
}
