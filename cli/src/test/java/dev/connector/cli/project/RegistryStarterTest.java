package dev.connector.cli.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryStarterTest {

  @TempDir private Path temporary;

  @Test
  void itsExampleCompilesWithItsTestsAndWithoutAWarning() throws IOException {
    List<Path> sources = new ArrayList<>();
    for (Map.Entry<String, byte[]> file : RegistryStarter.files("team").entrySet()) {
      Path path = temporary.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
      if (file.getKey().endsWith(".java")) {
        sources.add(path);
      }
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    boolean compiled;
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of(
              "-Xlint:all,-path,-classfile",
              "-Werror",
              "-proc:none",
              "-d",
              temporary.toString(),
              "-cp",
              System.getProperty("java.class.path"));
      compiled =
          compiler
              .getTask(said, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
              .call();
    }

    assertThat(sources).hasSizeGreaterThan(3);
    assertThat(compiled).as(said.toString()).isTrue();
  }

  @Test
  void theRegistrysNameIsInItsReadmeAndTheSameNameGivesTheSameBytes() {
    Map<String, byte[]> files = RegistryStarter.files("Our team's");
    String readme = new String(files.get("README.md"), StandardCharsets.UTF_8);

    assertThat(readme).startsWith("# Our team's\n").contains("example.com/Our-team-s.git");
    assertThat(readme).doesNotContain("{title}", "{name}");
    assertThat(files.get(".gitattributes")).isNotEmpty();
    RegistryStarter.files("Our team's")
        .forEach((path, content) -> assertThat(content).as(path).isEqualTo(files.get(path)));
  }
}
