package dev.connector.registry.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogTest {

  @TempDir Path folder;

  private static final Catalog CATALOG =
      new Catalog(
          List.of(
              entry("stripe", "Stripe", "Payments, customers and invoices."),
              entry("hubspot", "HubSpot", "Contacts, companies and deals of the CRM."),
              entry("hub", "Hub", "Something else."),
              entry("crm-lite", "Lite", "Contacts."),
              entry("frankfurter", "Frankfurter", "Exchange rates.")),
          List.of());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hub             | hub, hubspot",
        "HubSpot         | hubspot",
        "crm             | crm-lite, hubspot",
        "contacts        | crm-lite, hubspot",
        "contacts crm    | crm-lite, hubspot",
        "contacts deals  | hubspot",
        "exchange        | frankfurter",
        "nothing like it | ''"
      })
  void findsByNameTitleAndDescriptionBestFirst(String query, String expected) {
    assertThat(String.join(", ", CATALOG.search(query).stream().map(CatalogEntry::name).toList()))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "hubspt, hubspot",
    "hubsopt, hubspot",
    "hubspott, hubspot",
    "frankfurt, frankfurter",
    "strip, stripe",
    "srtipe, stripe"
  })
  void knowsWhatAMistypedNameMeant(String mistyped, String meant) {
    assertThat(CATALOG.near(mistyped)).startsWith(meant);
  }

  @Test
  void doesNotGuessWhatIsFarAway() {
    assertThat(CATALOG.near("salesforce")).isEmpty();
    assertThat(CATALOG.near("x")).isEmpty();
  }

  @Test
  void listsConnectorsAndRuntimesOfARegistry() {
    Registry registry =
        DirectoryRegistry.open(
            "folder",
            Sample.registry().connector("stripe").connector("billing").runtime().in(folder));

    assertThat(registry.catalog().problems()).isEmpty();
    assertThat(registry.catalog().connectors())
        .containsExactly(
            new CatalogEntry(
                "billing",
                Item.Kind.CONNECTOR,
                "1.0.0",
                "Billing",
                "Reads everything billing has.",
                List.of("java")),
            new CatalogEntry(
                "stripe",
                Item.Kind.CONNECTOR,
                "1.0.0",
                "Stripe",
                "Reads everything stripe has.",
                List.of("java")));
    assertThat(registry.catalog().runtime("java").orElseThrow().version()).isEqualTo("1.2.0");
    assertThat(registry.catalog().runtime("python")).isEmpty();
  }

  @Test
  void listsTheRestWhereOneConnectorIsBroken() {
    Sample sample =
        Sample.registry()
            .connector("billing")
            .file("broken", "connector.json", "{\"name\": \"broken\",")
            .file("liar", "connector.json", Sample.definition("hubspot", "1.0.0"))
            .file("old", "connector.json", Sample.definition("old", "one"))
            .file("connectors/pom.xml", "<project/>")
            .file("connectors/target/classes/x.json", "{}")
            .file("connectors/Not A Name/connector.json", "{}");

    Catalog catalog = DirectoryRegistry.open("folder", sample.in(folder)).catalog();

    assertThat(catalog.entries()).extracting(CatalogEntry::name).containsExactly("billing");
    assertThat(catalog.problems())
        .hasSize(3)
        .anyMatch(line -> line.startsWith("broken/connector.json is no JSON at line 1"))
        .anyMatch(line -> line.contains("calls itself \"hubspot\", not liar"))
        .anyMatch(line -> line.contains("has the version \"one\", which is none"));
  }

  @Test
  void isNotHinderedByAFullBuildFolderAmongTheConnectors() {
    Sample sample = Sample.registry().connector("billing");
    for (int i = 0; i <= EntryList.MOST_ENTRIES; i++) {
      sample.put(Entry.Type.FILE, new byte[0], "connectors", "target", i + ".class");
    }

    Catalog catalog = DirectoryRegistry.open("folder", sample.in(folder)).catalog();

    assertThat(catalog.entries()).extracting(CatalogEntry::name).containsExactly("billing");
  }

  @Test
  void showsNoControlCharactersOfARegistry() {
    String hostile = "\u001b[31mred\u202e\nnext";

    CatalogEntry entry = entry("x", hostile, hostile);

    assertThat(entry.title()).isEqualTo("\\u001b[31mred\\u202e\\u000anext");
    assertThat(entry.description()).isEqualTo(entry.title());
  }

  private static CatalogEntry entry(String name, String title, String description) {
    return new CatalogEntry(
        name, Item.Kind.CONNECTOR, "1.0.0", title, description, List.of("java"));
  }
}
