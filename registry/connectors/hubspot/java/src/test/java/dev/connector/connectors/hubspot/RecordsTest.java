package dev.connector.connectors.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordsTest {

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
  void pagesAreFetchedWhileReadingAndCustomPropertiesKept() {
    Fixture.named("contacts.list.pages").serve(server);

    var contacts = hubspot.contacts().also("favorite_food").list();

    assertThat(contacts.next().email()).contains("lorelai@thedragonfly.com");
    assertThat(server.getRequestCount()).isEqualTo(1);
    Contact rory = contacts.next();
    assertThat(rory.properties().text("favorite_food")).contains("pizza");
    assertThat(rory.lastName()).isEmpty();
    assertThat(contacts.hasNext()).isFalse();
  }

  @Test
  void everyRequestNamesThePropertiesTheTokenAndTheConnector() throws Exception {
    Fixture.named("contacts.get.by-email").serve(server);

    hubspot.contacts().getBy("email", "lorelai@thedragonfly.com");

    RecordedRequest asked = server.takeRequest();
    assertThat(asked.getUrl().queryParameter("properties").split(","))
        .containsExactlyElementsOf(Contact.PROPERTIES);
    assertThat(asked.getHeaders().get("Authorization")).isEqualTo("Bearer " + Connections.TOKEN);
    assertThat(asked.getHeaders().get("User-Agent")).startsWith("hubspot/1.0.0");
  }

  @Test
  void propertiesHaveTheTypeOfWhatTheyMean() {
    Fixture.named("deals.create").serve(server);

    Deal deal =
        hubspot
            .deals()
            .create(
                Properties.of(Deal.NAME, "New deal")
                    .with(Deal.AMOUNT, new BigDecimal("1500.00"))
                    .with(Deal.CLOSE_DATE, Instant.parse("2019-12-07T16:50:06.678Z")));

    assertThat(deal.amount()).contains(new BigDecimal("1500.00"));
    assertThat(deal.closeDate()).contains(Instant.parse("2019-12-07T16:50:06.678Z"));
    assertThat(deal.properties().time("no_such_property")).isEmpty();
    assertThat(Properties.of("day", "1572480000000").time("day"))
        .contains(Instant.parse("2019-10-31T00:00:00Z"));
    assertThat(Properties.of("day", "2019-10-31").time("day"))
        .contains(Instant.parse("2019-10-31T00:00:00Z"));
  }

  @Test
  void anOwnerHasItsTeamsAndAnAssociationItsLabels() {
    Fixture.named("owners.list").serve(server);
    Fixture.named("associations.of").serve(server);
    Fixture.named("associations.label").serve(server);

    List<Owner> owners = hubspot.owners().list().stream().toList();
    List<Association> companies =
        hubspot.associations().of(RecordId.contact("29851"), "companies").stream().toList();
    List<String> labels =
        hubspot
            .associations()
            .label(
                RecordId.contact("29851"), RecordId.deal("21678228008"), AssociationType.label(36));

    assertThat(owners.get(0).teams()).containsExactly(new Team("368389", "Sales Team", true));
    assertThat(owners.get(2).teams()).isEmpty();
    assertThat(companies).extracting(Association::toId).contains("17705714757");
    assertThat(companies.get(2).labels().get(1).label()).contains("Decision maker");
    assertThat(companies.get(2).labels().get(1).type()).isEqualTo(AssociationType.label(30));
    assertThat(labels).containsExactly("Point of contact");
  }

  @Test
  void aSearchIsSentAsHubSpotWantsIt() throws Exception {
    Fixture.named("contacts.search").serve(server);
    Search search =
        Search.where(
                Filter.of(Contact.FIRST_NAME, Filter.Operator.EQ, "Alice"),
                Filter.of(Contact.LAST_NAME, Filter.Operator.NEQ, "Smith"))
            .or(Filter.of(Contact.EMAIL, Filter.Operator.NOT_HAS_PROPERTY))
            .sortedBy("createdate", Search.Direction.DESCENDING);

    assertThat(hubspot.contacts().only("email").search(search).stream()).hasSize(2);

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
}
