package dev.connector.scaffold.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connector.spec.ConnectorException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProjectRendererTest {

  @Test
  void a_project_is_a_build_file_and_what_git_ignores() {
    Map<String, byte[]> files = new ProjectRenderer().render(NewProject.in("shop", "com.acme"));

    assertThat(files).containsOnlyKeys("pom.xml", ".gitignore");
    assertThat(text(files, "pom.xml"))
        .contains("<groupId>com.acme</groupId>", "<artifactId>shop</artifactId>")
        .contains("<maven.compiler.release>17</maven.compiler.release>");
    assertThat(text(files, ".gitignore")).isEqualTo("target/\n.env\n");
  }

  @Test
  void the_same_project_gives_the_same_bytes() {
    NewProject project = NewProject.in("shop");

    assertThat(text(new ProjectRenderer().render(project), "pom.xml"))
        .isEqualTo(text(new ProjectRenderer().render(project), "pom.xml"));
  }

  @Test
  void a_folder_may_be_called_anything() {
    assertThat(NewProject.in("My Shop!"))
        .isEqualTo(new NewProject("com.example.myshop", "my-shop"));
    assertThat(NewProject.in("2024")).isEqualTo(new NewProject("com.example.app", "2024"));
    assertThat(NewProject.in("new")).isEqualTo(new NewProject("com.example.app", "new"));
    assertThat(NewProject.in("店")).isEqualTo(new NewProject("com.example.app", "app"));
  }

  @Test
  void what_would_say_more_than_a_name_in_a_build_file_is_refused() {
    assertThatThrownBy(() -> NewProject.in("shop", "com.acme</groupId>"))
        .isInstanceOf(ConnectorException.class)
        .hasMessageContaining("com.acme</groupId>");
  }

  @Test
  void a_group_that_is_no_package_is_refused() {
    assertThatThrownBy(() -> NewProject.in("shop", "com.new.shop"))
        .isInstanceOf(ConnectorException.class)
        .hasMessageContaining("com.new.shop");
  }

  private static String text(Map<String, byte[]> files, String path) {
    return new String(files.get(path), StandardCharsets.UTF_8);
  }
}
