package dev.connector.cli.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The promise: one command, and the user owns connectors that compile without a warning in their
 * build and whose tests pass there.
 */
@DisabledOnOs(OS.WINDOWS)
class UserProjectIT {

  private static final String STRICT =
      """
      <configuration>
                <showWarnings>true</showWarnings>
                <compilerArgs>
                  <arg>-Xlint:all</arg>
                  <arg>-Werror</arg>
                </compilerArgs>
              </configuration>
      """;

  @TempDir static Path temporary;
  static Path launcher;

  @BeforeAll
  static void unpack() throws Exception {
    launcher = Release.unpack(temporary.resolve("release"));
  }

  @Test
  void a_new_project_compiles_without_warnings_and_its_tests_pass() throws Exception {
    Path project = Files.createDirectories(temporary.resolve("new project"));

    Shell.in(project).run(launcher, "add", "hubspot", "frankfurter", "--yes").succeeded();
    edit(project.resolve("pom.xml"), "<version>3.14.0</version>", "$0\n        " + STRICT);
    ReadmeProgram program = ReadmeProgram.in("com.example.newproject");
    write(
        project.resolve("src/main/java/com/example/newproject/" + program.type() + ".java"),
        program.source());

    String output = Shell.in(project).run("mvn", "-B", "test").succeeded().output();
    assertThat(testsIn(output)).isGreaterThan(5);
  }

  @Test
  void a_project_with_sources_of_its_own_keeps_them_and_builds() throws Exception {
    Path project = ownProject(temporary.resolve("own"));

    Shell.in(project).run(launcher, "add", "frankfurter", "hubspot").succeeded();

    assertThat(project.resolve("src/main/java/com/acme/shop/connectors/hubspot")).isDirectory();
    assertThat(project.resolve("src/main/java/com/acme/shop/connectors/runtime")).isDirectory();
    assertThat(Files.readString(project.resolve("pom.xml"))).contains("<!-- ours, keep -->");
    String output = Shell.in(project).run("mvn", "-B", "test").succeeded().output();
    assertThat(testsIn(output)).isGreaterThan(5);
    assertThat(output).contains("ShopTest");
  }

  @Test
  void adding_again_changes_nothing() throws Exception {
    Path project = ownProject(temporary.resolve("again"));
    Shell.in(project).run(launcher, "add", "frankfurter").succeeded();
    TreeMap<String, String> before = files(project);

    Shell.Ended again = Shell.in(project).run(launcher, "add", "frankfurter").succeeded();

    assertThat(again.output()).contains("Nothing to do");
    assertThat(files(project)).isEqualTo(before);
  }

  @Test
  void a_dry_run_lists_exactly_what_is_written_then() throws Exception {
    Path project = ownProject(temporary.resolve("dry"));
    TreeMap<String, String> before = files(project);
    Shell shell = Shell.in(project);

    String listed = shell.run(launcher, "add", "frankfurter", "--dry-run").succeeded().output();
    assertThat(files(project)).isEqualTo(before);
    shell.run(launcher, "add", "frankfurter").succeeded();

    TreeMap<String, String> after = files(project);
    after.entrySet().removeIf(file -> file.getValue().equals(before.get(file.getKey())));
    after.keySet().removeIf(file -> file.startsWith(".connectors/undo/"));
    assertThat(listed.lines().filter(line -> line.matches("  [+~-] .*")).map(l -> l.substring(4)))
        .containsExactlyInAnyOrderElementsOf(after.keySet());
  }

  private static Path ownProject(Path root) throws IOException {
    write(
        root.resolve("pom.xml"),
        """
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <groupId>com.acme</groupId>
          <artifactId>shop</artifactId>
          <version>1</version>
          <properties>
            <maven.compiler.release>17</maven.compiler.release>
            <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
          </properties>
          <dependencies>
            <!-- ours, keep -->
            <dependency>
              <groupId>org.junit.jupiter</groupId>
              <artifactId>junit-jupiter</artifactId>
              <version>6.1.3</version>
              <scope>test</scope>
            </dependency>
          </dependencies>
          <build>
            <plugins>
              <plugin>
                <artifactId>maven-compiler-plugin</artifactId>
                <version>3.14.0</version>
                %s      </plugin>
              <plugin>
                <artifactId>maven-surefire-plugin</artifactId>
                <version>3.5.3</version>
              </plugin>
            </plugins>
          </build>
        </project>
        """
            .formatted(STRICT));
    write(
        root.resolve("src/main/java/com/acme/shop/Shop.java"),
        """
        package com.acme.shop;

        public record Shop(String name) {}
        """);
    write(
        root.resolve("src/test/java/com/acme/shop/ShopTest.java"),
        """
        package com.acme.shop;

        import static org.junit.jupiter.api.Assertions.assertEquals;

        import org.junit.jupiter.api.Test;

        class ShopTest {
          @Test
          void name() {
            assertEquals("a", new Shop("a").name());
          }
        }
        """);
    return root;
  }

  private static int testsIn(String output) {
    Matcher total = Pattern.compile("Tests run: (\\d+), Failures: 0, Errors: 0").matcher(output);
    int most = 0;
    while (total.find()) {
      most = Math.max(most, Integer.parseInt(total.group(1)));
    }
    return most;
  }

  private static void edit(Path file, String literal, String replacement) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(literal);
    Files.writeString(file, text.replace(literal, replacement.replace("$0", literal)));
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static TreeMap<String, String> files(Path root) throws IOException {
    TreeMap<String, String> files = new TreeMap<>();
    try (Stream<Path> tree = Files.walk(root)) {
      for (Path file : tree.filter(Files::isRegularFile).toList()) {
        String path = root.relativize(file).toString();
        files.put(path, Files.getLastModifiedTime(file) + " " + Files.size(file));
      }
    }
    return files;
  }
}
