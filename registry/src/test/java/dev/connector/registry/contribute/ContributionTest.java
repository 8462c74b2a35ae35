package dev.connector.registry.contribute;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connector.registry.source.Item;
import dev.connector.registry.source.Origin;
import dev.connector.registry.workspace.change.Change;
import dev.connector.spec.ConnectorException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContributionTest {

  private static final String CLIENT = "src/main/java/com/acme/app/connectors/billing/Client.java";
  private static final String UPSTREAM = UserProject.MAIN + "Client.java";

  @TempDir Path root;
  private UserProject project;

  @BeforeEach
  void addAConnector() {
    project = UserProject.in(root).add(UserProject.item(UserProject.billing()), "com.acme.app");
  }

  @Test
  void nothingEditedIsNoChangeWhateverTheRegistryHasByNow() {
    Map<String, String> newer = UserProject.billing();
    newer.put("README.md", "# Another\n");
    newer.put("python/item.json", "{}\n");
    newer.remove("LICENSE");
    Contribution contribution = project.contribution(UserProject.item(newer));
    assertThat(contribution.changes()).isEmpty();
    assertThat(MappedBackTest.texts(contribution.files())).isEqualTo(newer);
  }

  @Test
  void editsAreMergedWithTheRegistrysNewestState() {
    project.edit(CLIENT, "return 10;", "return 11;");
    Map<String, String> newer = UserProject.billing();
    newer.put(UPSTREAM, newer.get(UPSTREAM).replace("return 20;", "return 21;"));
    newer.put("schemas/more.json", "{}\n");
    Contribution contribution = project.contribution(UserProject.item(newer));
    assertThat(contribution.changes()).extracting(Change::path).containsExactly(UPSTREAM);
    assertThat(new String(contribution.files().get(UPSTREAM), UTF_8))
        .isEqualTo(newer.get(UPSTREAM).replace("return 10;", "return 11;"));
    assertThat(contribution.files()).containsKeys("schemas/more.json", "java/item.json");
  }

  @Test
  void overlapsAreNamedWithWhatToDo() {
    project
        .edit(CLIENT, "return 10;", "return 11;")
        .remove(".connectors/billing/LICENSE")
        .write(".connectors/billing/README.md", "# Mine\n");
    Map<String, String> newer = UserProject.billing();
    newer.put(UPSTREAM, newer.get(UPSTREAM).replace("return 10;", "return 12;"));
    newer.put("LICENSE", "Apache\n");
    newer.remove("README.md");
    assertThatThrownBy(() -> project.contribution(UserProject.item(newer)))
        .isInstanceOfSatisfying(
            ConnectorException.class,
            failure -> {
              assertThat(failure.kind()).isEqualTo(ConnectorException.Kind.CONFLICT);
              assertThat(failure)
                  .hasMessageContaining(UPSTREAM + ": you and the registry changed it")
                  .hasMessageContaining("LICENSE: you removed it")
                  .hasMessageContaining("README.md: you changed it");
              assertThat(failure.hint()).contains("connector update billing");
            });
  }

  @Test
  void aRemovedFileIsAChange() {
    project.remove("src/test/java/com/acme/app/connectors/billing/ClientTest.java");
    assertThat(project.contribution(UserProject.item(UserProject.billing())).changes())
        .singleElement()
        .isInstanceOf(Change.Delete.class)
        .extracting(Change::path)
        .isEqualTo(UserProject.TEST + "ClientTest.java");
  }

  @Test
  void aConnectorThatTheRegistryDoesNotHaveIsSentWholeWithItsManifestAndItsCorrections() {
    SortedMap<String, byte[]> files = new TreeMap<>();
    UserProject.billing().forEach((path, text) -> files.put(path, text.getBytes(UTF_8)));
    Origin origin = new Origin.Rendered("../apis/billing.yaml", "abc", new TreeMap<>(), "1", "t");
    Item made = UserProject.connector("billing", files, origin);
    project = UserProject.in(root.resolve("other")).add(made, "org.shop");
    project.edit(".connectors/billing/connector.json", "\"/items\"", "\"/invoices\"");
    project.edit(".connectors/billing/connector.json", "\"1.0.0\"", "\"1.0.1\"");
    Contribution contribution =
        Contribution.of(
            project.tree(), "billing", project.entry("billing"), Optional.<Item>empty());
    assertThat(contribution.changes()).allMatch(Change.Create.class::isInstance);
    assertThat(contribution.files().keySet())
        .containsAll(UserProject.billing().keySet())
        .contains("inference.json");
    assertThat(new String(contribution.files().get("java/item.json"), UTF_8))
        .isEqualTo(
            """
            {
              "format": 1,
              "language": "java",
              "release": 17,
              "package": "dev.connector.connectors.billing",
              "sources": { "main": "src/main/java", "test": "src/test/java" },
              "requires": { "runtime": "^1.0.0" },
              "dependencies": []
            }
            """);
    assertThat(new String(contribution.files().get("inference.json"), UTF_8))
        .isEqualTo(
            """
            {
              "format": 1,
              "description": "billing.yaml",
              "sha256": "abc",
              "corrections": [
                { "pointer": "/resources/invoices/operations/list/records", "inferred": "/items", "corrected": "/invoices" }
              ]
            }
            """);
  }

  @Test
  void furtherCorrectionsAddUpToWhatWasInferredAtFirst() {
    Map<String, String> corrected = UserProject.billing();
    corrected.put(
        "inference.json",
        """
        {"format": 1, "description": "billing.yaml", "sha256": "abc", "corrections": [
          {"pointer": "/baseUrl", "inferred": "http://a", "corrected": "https://a"},
          {"pointer": "/title", "inferred": "A", "corrected": "Billing"}]}
        """);
    project.edit(".connectors/billing/connector.json", "\"Billing\"", "\"Bills\"");
    Contribution contribution = project.contribution(UserProject.item(corrected));
    assertThat(new String(contribution.files().get("inference.json"), UTF_8))
        .contains(
            "{ \"pointer\": \"/baseUrl\", \"inferred\": \"http://a\", \"corrected\": \"https://a\" }",
            "{ \"pointer\": \"/title\", \"inferred\": \"A\", \"corrected\": \"Bills\" }");
  }
}
