package dev.connector.registry.contribute;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connector.registry.source.DirectoryRegistry;
import dev.connector.registry.source.Item;
import dev.connector.registry.source.ItemFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappedBackTest {

  private static final String BASE = "com.acme.app";
  private static final String HERE = "src/main/java/com/acme/app/connectors/billing/";

  @TempDir Path root;

  @ParameterizedTest
  @CsvSource({
    "hubspot, com.acme.crm",
    "hubspot, dev.connector",
    "hubspot, dev",
    "hubspot, dev.connector.runtime",
    "hubspot, dev.connector.connectors.hubspot",
    "frankfurter, a",
    "frankfurter, dev.connector.connectors",
  })
  void connectorsOfTheRegistryComeBackByteForByte(String name, String basePackage) {
    Path registry = Path.of("").toAbsolutePath();
    try (DirectoryRegistry open = DirectoryRegistry.open("default", registry)) {
      Item item = open.connector(name);
      MappedBack back = UserProject.in(root).add(item, basePackage).mapped(name, item);
      assertThat(back.problems()).isEmpty();
      assertThat(back.ours()).hasSizeGreaterThan(20);
      assertComesBack(back, item);
    }
  }

  /** Names that nest, that begin alike, and that stand in every kind of place. */
  @Test
  void randomSourceInRandomPackagesComesBackByteForByte() {
    Random random = new Random(5);
    for (int i = 0; i < 150; i++) {
      SortedMap<String, String> files = UserProject.billing();
      files.put(UserProject.MAIN + "Random.java", source(random));
      Item item = UserProject.item(files);
      String basePackage = packageName(random);
      MappedBack back =
          UserProject.in(root.resolve("p" + i)).add(item, basePackage).mapped("billing", item);
      assertThat(back.problems()).isEmpty();
      assertComesBack(back, item);
    }
  }

  private static void assertComesBack(MappedBack back, Item item) {
    Map<String, String> upstream = new TreeMap<>();
    for (ItemFile file : item.files()) {
      if (!file.path().endsWith("item.json")) {
        upstream.put(file.path(), new String(file.content(), UTF_8));
      }
    }
    assertThat(texts(back.base())).isEqualTo(upstream);
    assertThat(texts(back.ours())).isEqualTo(upstream);
  }

  private static String packageName(Random random) {
    List<String> words = List.of("dev", "connector", "connectors", "billing", "runtime", "a");
    StringBuilder name = new StringBuilder(words.get(random.nextInt(words.size())));
    for (int i = random.nextInt(4); i > 0; i--) {
      name.append('.').append(words.get(random.nextInt(words.size())));
    }
    return name.toString();
  }

  private static String source(Random random) {
    List<String> pieces =
        List.of(
            "dev.connector.connectors.billing",
            "dev.connector.runtime",
            ".Name",
            "dev.connector.runtimes.X",
            "dev.connector.connectors.billing2",
            "x.dev.connector.runtime.y",
            " \"dev.connector.runtime \\\" // \" ",
            " '\"' ",
            "\"\"\"\n dev.connector.runtime \" \\\"\"\" \"\"\"",
            "// don't dev.connector.runtime.A\n",
            "/* dev.connector.connectors.billing.B \" */",
            "\r\n",
            "\n",
            " ",
            "ä€𝒳");
    StringBuilder text = new StringBuilder("package dev.connector.connectors.billing;\n");
    for (int i = random.nextInt(40); i > 0; i--) {
      text.append(pieces.get(random.nextInt(pieces.size())))
          .append(random.nextInt(3) == 0 ? " " : "");
    }
    return text.toString();
  }

  @Test
  void editsComeBackInTheRegistrysPackagesAndStringsStay() {
    Item item = UserProject.item(UserProject.billing());
    UserProject project = UserProject.in(root).add(item, BASE);
    project.edit(
        HERE + "Client.java",
        "return 10;",
        "return com.acme.app.connectors.runtime.Limits.of(\"com.acme.app.connectors.billing\");"
            + " // com.acme.app.connectors.billingx");
    MappedBack back = project.mapped("billing", item);
    assertThat(text(back, UserProject.MAIN + "Client.java"))
        .isEqualTo(
            UserProject.billing()
                .get(UserProject.MAIN + "Client.java")
                .replace(
                    "return 10;",
                    "return dev.connector.runtime.Limits.of(\"com.acme.app.connectors.billing\");"
                        + " // com.acme.app.connectors.billingx"));
  }

  @Test
  void newFilesComeAlongAndRemovedOnesGo() {
    Item item = UserProject.item(UserProject.billing());
    UserProject project =
        UserProject.in(root)
            .add(item, BASE)
            .write(HERE + "model/Line.java", "package com.acme.app.connectors.billing.model;\r\n")
            .write("src/test/resources/connectors/billing/fixtures/lines.json", "{}\n")
            .write(".connectors/billing/schemas/line.json", "{}\n")
            .write("src/main/java/com/acme/app/Main.java", "package com.acme.app;\n")
            .remove("src/test/java/com/acme/app/connectors/billing/ClientTest.java");
    MappedBack back = project.mapped("billing", item);
    assertThat(back.problems()).isEmpty();
    Map<String, String> expected = UserProject.billing();
    expected.remove("java/item.json");
    expected.remove(UserProject.TEST + "ClientTest.java");
    expected.put(
        UserProject.MAIN + "model/Line.java", "package dev.connector.connectors.billing.model;\n");
    expected.put("fixtures/lines.json", "{}\n");
    expected.put("schemas/line.json", "{}\n");
    assertThat(texts(back.ours())).isEqualTo(expected);
  }

  @Test
  void theLinkToTheSchemaIsRestoredInAnEditedDefinition() {
    Item item = UserProject.item(UserProject.billing());
    UserProject project = UserProject.in(root).add(item, BASE);
    String definition = ".connectors/billing/connector.json";
    assertThat(project.read(definition)).doesNotContain("$schema");
    project.edit(definition, "Invoices.", "Invoices and lines.");
    assertThat(text(project.mapped("billing", item), "connector.json"))
        .isEqualTo(
            UserProject.billing()
                .get("connector.json")
                .replace("Invoices.", "Invoices and lines."));
  }

  @Test
  void lineEndingsAreThoseOfTheRegistry() {
    Map<String, String> files = UserProject.billing();
    files.put("README.md", "# Billing\r\n\r\nOne.\r\n");
    Item item = UserProject.item(files);
    UserProject project = UserProject.in(root).add(item, BASE);
    String client = HERE + "Client.java";
    project.write(
        client, project.read(client).replace("\n", "\r\n").replace("return 10", "return 11"));
    project.write(".connectors/billing/README.md", "# Billing\n\nTwo.\n");
    MappedBack back = project.mapped("billing", item);
    assertThat(text(back, UserProject.MAIN + "Client.java"))
        .isEqualTo(files.get(UserProject.MAIN + "Client.java").replace("return 10", "return 11"));
    assertThat(text(back, "README.md")).isEqualTo("# Billing\r\n\r\nTwo.\r\n");
  }

  @Test
  void twoCopiesOfASchemaThatDifferAreAProblem() {
    Item item = UserProject.item(UserProject.billing());
    UserProject project = UserProject.in(root).add(item, BASE);
    project.write(".connectors/billing/schemas/invoice.json", "{ }\n");
    assertThat(project.mapped("billing", item).problems())
        .containsExactly(
            ".connectors/billing/schemas/invoice.json and"
                + " src/main/resources/connectors/billing/schemas/invoice.json"
                + " are to be the same, and differ");
  }

  @Test
  void anEditedFileThatCannotBeMappedForSureIsAProblem() {
    Map<String, String> files = UserProject.billing();
    files.merge(
        UserProject.MAIN + "Client.java", "// com.acme.app.connectors.runtime\n", String::concat);
    Item item = UserProject.item(files);
    UserProject project = UserProject.in(root).add(item, BASE);
    assertThat(project.mapped("billing", item).problems()).isEmpty();
    project.edit(HERE + "Client.java", "return 10", "return 11");
    assertThat(project.mapped("billing", item).problems())
        .singleElement()
        .asString()
        .startsWith(HERE + "Client.java: where its packages were renamed");
  }

  private static String text(MappedBack back, String path) {
    return new String(back.ours().get(path), UTF_8);
  }

  static Map<String, String> texts(Map<String, byte[]> files) {
    Map<String, String> texts = new TreeMap<>();
    files.forEach((path, content) -> texts.put(path, new String(content, UTF_8)));
    return texts;
  }
}
