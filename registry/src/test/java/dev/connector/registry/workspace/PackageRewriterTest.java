package dev.connector.registry.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackageRewriterTest {

  private final PackageRewriter rewriter =
      new PackageRewriter(
          new TreeMap<>(
              Map.of(
                  "dev.connector.connectors.hub", "com.acme.connectors.hub",
                  "dev.connector.runtime", "com.acme.connectors.runtime")));

  @Test
  void declarationsImportsQualifiedNamesAndCommentsAreRenamed() {
    String source =
        """
        // of dev.connector.connectors.hub
        package dev.connector.connectors.hub.model;

        import static dev.connector.runtime.Json.*;
        import dev.connector.runtime.ApiClient;

        /** See {@link dev.connector.runtime.ApiClient#send(dev.connector.runtime.Request)}. */
        class A {
          @dev.connector.runtime.Marker dev.connector.connectors.hub.B b = (dev.connector.runtime.X) y;
          java.util.List<dev.connector.runtime.Y> ys;
        }
        """;
    assertThat(rewriter.source(source))
        .isEqualTo(
            source
                .replace("dev.connector.connectors.hub", "com.acme.connectors.hub")
                .replace("dev.connector.runtime", "com.acme.connectors.runtime"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import dev.connector.runtimes.Other;",
        "import dev.connector.connectors.hubspot.Other;",
        "import org.dev.connector.runtime.Other;",
        "x.dev.connector.runtime.y();",
        "int xdev.connector.runtime;",
        "String s = \"dev.connector.runtime.ApiClient\";",
        "String s = \"a \\\" dev.connector.runtime\" + \"\\\\\" + \"dev.connector.runtime\";",
        "String s = \"\"\"\n  \" dev.connector.runtime \\\"\"\" dev.connector.runtime\n\"\"\";",
        "String s = \"// \" + \"dev.connector.runtime\" + \"/* \";",
      })
  void whatOnlyLooksLikeItStays(String source) {
    assertThat(rewriter.source(source)).isEqualTo(source);
  }

  @Test
  void quotesInCommentsAndCharactersHideNothing() {
    assertThat(rewriter.source("// don't\nimport dev.connector.runtime.A;"))
        .isEqualTo("// don't\nimport com.acme.connectors.runtime.A;");
    assertThat(rewriter.source("char c = '\"'; dev.connector.runtime.A a; char d = '\\'';"))
        .isEqualTo("char c = '\"'; com.acme.connectors.runtime.A a; char d = '\\'';");
    assertThat(rewriter.source("/* \" */ dev.connector.runtime.A a;"))
        .isEqualTo("/* \" */ com.acme.connectors.runtime.A a;");
  }

  @Test
  void aNewNameThatHoldsAnOldOneIsNotRenamedAgain() {
    PackageRewriter nested =
        new PackageRewriter(new TreeMap<>(Map.of("a.b", "a.b.c", "a.b.x", "z")));
    assertThat(nested.source("import a.b.D; import a.b.x.E;"))
        .isEqualTo("import a.b.c.D; import z.E;");
  }

  @Test
  void reversedNewNamesBecomeOldOnesAlsoWhereTheyNest() {
    PackageRewriter nested =
        new PackageRewriter(new TreeMap<>(Map.of("a.b", "c.d", "x.y", "c.d.e")));
    String source = "import a.b.D; import x.y.E; import a.b.f.G; String s = \"c.d.e\";";
    assertThat(nested.source(source))
        .isEqualTo("import c.d.D; import c.d.e.E; import c.d.f.G; String s = \"c.d.e\";");
    assertThat(nested.reversed().source(nested.source(source))).isEqualTo(source);
    assertThat(nested.reversed().path("c/d/e/E.java")).isEqualTo("x/y/E.java");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new PackageRewriter(new TreeMap<>(Map.of("a", "c", "b", "c"))).reversed());
  }

  @Test
  void unfinishedSourceIsCopiedToItsEnd() {
    for (String source : new String[] {"", "\"", "'", "\"\"\"", "/*", "//", "\"\\", "a."}) {
      assertThat(rewriter.source(source)).isEqualTo(source);
    }
  }

  @Test
  void foldersFollowThePackage() {
    assertThat(rewriter.path("dev/connector/connectors/hub/model/A.java"))
        .isEqualTo("com/acme/connectors/hub/model/A.java");
    assertThat(rewriter.path("dev/connector/connectors/hubspot/A.java"))
        .isEqualTo("dev/connector/connectors/hubspot/A.java");
  }
}
