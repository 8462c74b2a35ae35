package dev.connector.connectors.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.connector.runtime.message.Json;
import dev.connector.runtime.paging.Change;
import dev.connector.runtime.paging.ChangeStream;
import dev.connector.runtime.paging.Checkpoint;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What HubSpot documents, through the methods of the connector. */
class HubSpotRecordsTest {

  private final MockWebServer server = new MockWebServer();
  private HubSpot hubspot;

  @BeforeEach
  void connect() throws Exception {
    server.start();
    hubspot = Connections.to(server);
  }

  @AfterEach
  void disconnect() {
    hubspot.close();
    server.close();
  }

  @Test
  void pagesAreFetchedWhileReadingAndCustomPropertiesKept() throws Exception {
    Connections.serve(server, "contacts.list.pages");
    Contacts.ListOptions options =
        Contacts.ListOptions.none().properties(List.of("email", "favorite_food"));

    var contacts = hubspot.contacts().list(options);

    assertThat(contacts.next().properties().email()).contains("lorelai@thedragonfly.com");
    assertThat(server.getRequestCount()).isEqualTo(1);
    Contact rory = contacts.next();
    assertThat(rory.properties().others()).containsEntry("favorite_food", new TextNode("pizza"));
    assertThat(rory.properties().lastname()).isEmpty();
    assertThat(contacts.hasNext()).isFalse();
    assertThat(server.takeRequest().getUrl().queryParameter("properties"))
        .isEqualTo("email,favorite_food");
  }

  @Test
  void everyRequestNamesThePropertiesTheTokenAndTheConnector() throws Exception {
    Connections.serve(server, "contacts.get.by-email");

    hubspot
        .contacts()
        .get("lorelai@thedragonfly.com", Contacts.GetOptions.none().idProperty("email"));

    RecordedRequest asked = server.takeRequest();
    assertThat(asked.getUrl().queryParameter("idProperty")).isEqualTo("email");
    assertThat(asked.getUrl().queryParameter("properties").split(","))
        .contains("email", "firstname", "lastmodifieddate");
    assertThat(asked.getHeaders().get("Authorization")).isEqualTo("Bearer " + Connections.TOKEN);
    assertThat(asked.getHeaders().get("User-Agent")).startsWith("hubspot/1.0.0");
  }

  @Test
  void propertiesHaveTheTypeOfWhatTheyMean() throws Exception {
    Connections.serve(server, "deals.create");

    Deal deal = hubspot.deals().create(Map.of("dealname", "New deal", "amount", "1500.00"));

    assertThat(deal.properties().amount()).contains("1500.00");
    assertThat(deal.properties().closedate()).contains(Instant.parse("2019-12-07T16:50:06.678Z"));
    assertThat(sent().at("/properties/dealname").asText()).isEqualTo("New deal");
  }

  @Test
  void aRecordIsBornWithItsAssociations() throws Exception {
    Connections.serve(server, "contacts.create.associated");
    Link company = Link.to("123456", AssociationType.standard(279));

    hubspot
        .contacts()
        .create(
            Map.of("email", "jane@example.com"),
            Contacts.CreateOptions.none().associations(List.of(company)));

    JsonNode link = sent().at("/associations/0");
    assertThat(link.at("/to/id").asText()).isEqualTo("123456");
    assertThat(link.at("/types/0/associationTypeId").asInt()).isEqualTo(279);
    assertThat(link.at("/types/0/associationCategory").asText()).isEqualTo("HUBSPOT_DEFINED");
  }

  @Test
  void anOwnerHasItsTeamsAndAnAssociationItsLabels() throws Exception {
    Connections.serve(server, "owners.list");
    Connections.serve(server, "associations.of");
    Connections.serve(server, "associations.label");

    List<Owner> owners = hubspot.owners().list().stream().toList();
    List<Association> companies =
        hubspot.associations().of("contacts", "29851", "companies").stream().toList();
    JsonNode labelled =
        hubspot
            .associations()
            .label("contacts", "29851", "deals", "21678228008", List.of(AssociationType.label(36)));

    assertThat(owners.get(0).teams())
        .containsExactly(new Owner.Team("368389", "Sales Team", true));
    assertThat(owners.get(2).teams()).isEmpty();
    assertThat(companies).extracting(it -> it.toObjectId().asText()).contains("17705714757");
    assertThat(companies.get(2).associationTypes().get(1).label()).contains("Decision maker");
    assertThat(labelled.at("/labels/0").asText()).isEqualTo("Point of contact");
  }

  @Test
  void aSearchIsSentAsHubSpotWantsIt() throws Exception {
    Connections.serve(server, "contacts.search");
    Contacts.SearchOptions search =
        Contacts.SearchOptions.none()
            .properties(List.of("email"))
            .filterGroups(
                List.of(
                    Search.all(
                        Search.Filter.of("firstname", Search.Operator.EQ, "Alice"),
                        Search.Filter.of("lastname", Search.Operator.NEQ, "Smith")),
                    Search.all(Search.Filter.of("email", Search.Operator.NOT_HAS_PROPERTY))))
            .sorts(List.of(Search.Sort.descending("createdate")));

    assertThat(hubspot.contacts().search(search).stream()).hasSize(2);

    assertThat(server.takeRequest().getBody().utf8())
        .contains(
            "\"filterGroups\":[{\"filters\":["
                + "{\"propertyName\":\"firstname\",\"operator\":\"EQ\",\"value\":\"Alice\"},"
                + "{\"propertyName\":\"lastname\",\"operator\":\"NEQ\",\"value\":\"Smith\"}]},"
                + "{\"filters\":[{\"propertyName\":\"email\",\"operator\":\"NOT_HAS_PROPERTY\"}]}]")
        .contains("\"sorts\":[{\"propertyName\":\"createdate\",\"direction\":\"DESCENDING\"}]")
        .contains("\"properties\":[\"email\"]")
        .contains("\"limit\":200");
  }

  @Test
  void aReadOfChangesBeginsBeforeItsCheckpoint() throws Exception {
    Connections.serve(server, "contacts.changes");
    Fixture fixture = Fixture.named("contacts.changes");
    Checkpoint since = Checkpoint.at(fixture.arguments().get("cursor"));

    try (ChangeStream<Contact> changes = hubspot.contacts().changes(since)) {
      Change<Contact> first = changes.next();

      assertThat(first.record().id()).isEqualTo(fixture.records().get(0).path("id").asText());
    }
    JsonNode expected = fixture.exchanges().get(0).at("/request/body/filterGroups");
    assertThat(sent().path("filterGroups")).isEqualTo(expected);
  }

  private JsonNode sent() throws Exception {
    return Json.parse(server.takeRequest().getBody().utf8());
  }
}
