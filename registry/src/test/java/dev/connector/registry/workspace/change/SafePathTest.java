package dev.connector.registry.workspace.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connector.spec.ConnectorException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafePathTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/etc/passwd",
        "../a",
        "a/../b",
        "a/./b",
        "a//b",
        "a/",
        "C:/a",
        "a\\b",
        "a\u0000b",
        "a\nb",
        ".git/hooks/x",
        "a/.GIT/x",
        "a/.git./x",
        "git~1/x",
        "con",
        "src/NUL.java",
        "a/aux",
        "lpt1.txt",
        "a./b",
        "a /b",
        "a*b",
        "a\"b",
        "a|b",
        "...",
        "file:stream"
      })
  void aPathThatCouldLeaveTheProjectCannotBeInAPlan(String path) {
    assertThatThrownBy(() -> new Change.Create(path, new byte[0]))
        .isInstanceOf(ConnectorException.class)
        .hasMessageContaining("refused to write");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pom.xml", ".env.example", "src/main/java/A.java", ".connectors/a.zip"})
  void anOrdinaryPathCan(String path) {
    assertThat(SafePath.require(path)).isEqualTo(path);
  }

  @Test
  void twoFilesThatAreOneOnAnotherSystemCannotBeInAPlan() {
    Change a = new Change.Create("src/A.java", new byte[0]);
    Change b = new Change.Create("SRC/a.java", new byte[0]);
    Change c = new Change.Create("src", new byte[0]);
    assertThatThrownBy(() -> new Plan("x", List.of(a, b))).hasMessageContaining("same place");
    assertThatThrownBy(() -> new Plan("x", List.of(a, c))).hasMessageContaining("same place");
    assertThatThrownBy(() -> new Plan("x", List.of(c, a))).hasMessageContaining("same place");
  }
}
