package dev.connector.connectors.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.connectors.frankfurter.FrankfurterConnector;
import dev.connector.connectors.hubspot.HubSpotConnector;
import dev.connector.runtime.connector.Connector;
import dev.connector.runtime.message.Json;
import dev.connector.spec.canonical.CanonicalType;
import dev.connector.spec.conformance.Conformance;
import dev.connector.spec.conformance.Subject;
import dev.connector.spec.conformance.check.Checks;
import dev.connector.spec.definition.CanonicalMapping;
import dev.connector.spec.definition.Resource;
import dev.connector.spec.definition.reader.ConnectorFolder;
import dev.connector.spec.rules.Finding;
import dev.connector.spec.rules.Identity;
import dev.connector.spec.rules.Outcome;
import dev.connector.spec.rules.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The connectors' records as records of the shared types. */
class CanonicalRecordsTest {

  private static final Map<String, Function<Map<String, String>, Connector>> CODE =
      Map.of("frankfurter", FrankfurterConnector::of, "hubspot", HubSpotConnector::of);

  /** What HubSpot documents: each type once, and what is peculiar to it. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      textBlock =
          """
          contacts.list   | {"id":"33451","givenName":"Lorelai","familyName":"Gilmore",\
          "email":"lorelai@thedragonfly.com","createdAt":"2022-06-01T14:31:48.469Z",\
          "updatedAt":"2025-07-07T20:27:17.947Z"}
          companies.search | {"id":"2810868468","name":"Google","annualRevenue":{"amount":"1000000000"},\
          "createdAt":"2020-01-09T20:11:27.309Z","updatedAt":"2024-09-13T20:23:03.333Z"}
          deals.create    | {"id":"7891023","name":"New deal","stage":"contractsent","pipeline":"default",\
          "amount":{"amount":"1500.00"},"closeOn":"2019-12-07","ownerId":"910901",\
          "createdAt":"2026-04-01T10:00:00Z","updatedAt":"2026-04-01T10:00:00Z"}
          tickets.create  | {"id":"1145814089","subject":"troubleshoot report","stage":"1","pipeline":"0",\
          "priority":"high","createdAt":"2024-08-15T17:09:13.648Z","updatedAt":"2024-08-15T17:09:13.648Z"}
          calls.create    | {"id":"17591596434","kind":"call","status":"completed","subject":"Support call",\
          "outcome":"COMPLETED","occurredAt":"2021-03-17T01:32:44.872Z","duration":"3.800",\
          "ownerId":"11349275740","createdAt":"2026-04-01T10:00:00Z","updatedAt":"2026-04-01T10:00:00Z",\
          "custom":{"hs_call_body":"Resolved issue","hs_call_from_number":"(857) 829 5489",\
          "hs_call_recording_url":"https://api.twilio.com/2010-04-01/Accounts/account/Recordings/recording",\
          "hs_call_to_number":"(509) 999 9999"}}
          emails.create   | {"id":"17691787884","channel":"email","direction":"outbound",\
          "subject":"Let's talk","text":"Thanks for your interest let's find a time to connect",\
          "status":"sent","sentAt":"2019-10-30T03:30:17.883Z","createdAt":"2026-04-01T10:00:00Z",\
          "updatedAt":"2026-04-01T10:00:00Z","custom":{"hubspot_owner_id":"11349275740"}}
          meetings.create | {"id":"17612479134","kind":"meeting","status":"planned","subject":"Intro meeting",\
          "outcome":"SCHEDULED","occurredAt":"2021-03-23T01:02:44.872Z","startsAt":"2021-03-23T01:02:44.872Z",\
          "endsAt":"2021-03-23T01:52:44.872Z","location":"Remote","ownerId":"11349275740",\
          "createdAt":"2026-04-01T10:00:00Z","updatedAt":"2026-04-01T10:00:00Z",\
          "custom":{"hs_internal_meeting_notes":"These are the meeting notes",\
          "hs_meeting_body":"The first meeting to discuss options","hs_meeting_external_url":"https://Zoom.com/0000"}}
          notes.create    | {"id":"17147287858","kind":"note","occurredAt":"2021-11-12T15:48:22Z",\
          "attachmentIds":["24332474034","24332474044"],"ownerId":"14240720",\
          "createdAt":"2026-04-01T10:00:00Z","updatedAt":"2026-04-01T10:00:00Z","custom":{"hs_note_body":\
          "Spoke with decision maker Carla. Attached the proposal and draft of contract."}}
          tasks.create    | {"id":"17687016786","kind":"task","subject":"Follow-up for Brian Buyer",\
          "priority":"high","dueAt":"2019-10-30T03:30:17.883Z","ownerId":"64492917",\
          "createdAt":"2026-04-01T10:00:00Z","updatedAt":"2026-04-01T10:00:00Z",\
          "custom":{"hs_task_body":"Send Proposal","hs_task_status":"WAITING","hs_task_type":"CALL"}}
          owners.list     | {"id":"41629779","givenName":"HubSpot","familyName":"Test Owner",\
          "email":"email@hubspot.com","active":true,"createdAt":"2019-12-25T13:01:35.228Z",\
          "updatedAt":"2023-08-22T13:40:26.790Z","custom":{"teams":[{"id":"368389","name":"Sales Team",\
          "primary":true}],"type":"PERSON","userId":9586504}}
          """)
  void hubspots_examples_become(String fixture, String expected) throws IOException {
    JsonNode record = json(Path.of("hubspot", "fixtures", fixture + ".json")).at("/records/0");

    assertThat(canonical(ConnectorFolder.read(Path.of("hubspot")), fixture, record))
        .contains(Json.parse(expected));
  }

  @ParameterizedTest
  @ValueSource(strings = {"frankfurter", "hubspot"})
  void every_documented_record_of_a_mapped_resource_is_valid(String connector) throws IOException {
    ConnectorFolder folder = ConnectorFolder.read(Path.of(connector));
    Set<String> seen = new TreeSet<>();
    try (Stream<Path> fixtures = Files.list(Path.of(connector, "fixtures"))) {
      for (Path file : fixtures.toList()) {
        JsonNode fixture = json(file);
        String operation = fixture.path("operation").asText();
        for (JsonNode record : fixture.path("records")) {
          Optional<JsonNode> canonical = canonical(folder, operation, record);
          if (canonical.isPresent()) {
            CanonicalType type = type(mapping(folder, operation).orElseThrow());
            assertThat(type.violations(canonical.get())).as(file.toString()).isEmpty();
            seen.add(operation.split("\\.")[0]);
          }
        }
      }
    }
    assertThat(seen)
        .containsExactlyInAnyOrderElementsOf(
            folder.definition().resources().entrySet().stream()
                .filter(it -> it.getValue().record().canonical().isPresent())
                .map(Map.Entry::getKey)
                .toList());
  }

  @ParameterizedTest
  @CsvSource({"frankfurter, engine", "frankfurter, java", "hubspot, engine", "hubspot, java"})
  void engine_and_code_keep_the_rule(String connector, String implementation) {
    ConnectorFolder folder = ConnectorFolder.read(Path.of(connector));
    Subject engine = Subject.engine(folder);
    Subject subject =
        implementation.equals("engine")
            ? engine
            : new Subject(
                new Identity(connector, folder.definition().version(), implementation),
                CODE.get(connector)::apply);

    assertThat(
            new Conformance(Checks.all(), 1, Duration.ofMinutes(2))
                .run(folder, subject, Rules.load().where(it -> it.id().equals("DATA-3")))
                .findings())
        .singleElement()
        .extracting(Finding::outcome)
        .satisfies(outcome -> assertThat(outcome).isInstanceOf(Outcome.Kept.class))
        .satisfies(outcome -> assertThat(outcome.explanation()).contains("is a valid"));
  }

  @Test
  void amounts_without_currency_and_odd_words_leave_nothing_wrong() throws IOException {
    ConnectorFolder folder = ConnectorFolder.read(Path.of("hubspot"));
    JsonNode deal =
        Json.parse(
            "{\"id\":\"1\",\"properties\":{\"amount\":\"\",\"deal_currency_code\":\"USD\",\"closedate\":null}}");
    JsonNode ticket =
        Json.parse("{\"id\":\"2\",\"properties\":{\"hs_ticket_priority\":\"whenever\"}}");
    JsonNode company =
        Json.parse(
            "{\"id\":\"3\",\"properties\":{\"annualrevenue\":\"1.0E9\",\"numberofemployees\":\"250.0\"}}");

    assertThat(canonical(folder, "deals.get", deal)).contains(Json.parse("{\"id\":\"1\"}"));
    assertThat(canonical(folder, "tickets.get", ticket)).contains(Json.parse("{\"id\":\"2\"}"));
    assertThat(canonical(folder, "companies.get", company))
        .contains(
            Json.parse(
                "{\"id\":\"3\",\"annualRevenue\":{\"amount\":\"1000000000\"},\"employees\":250}"));
  }

  private static Optional<JsonNode> canonical(
      ConnectorFolder folder, String operation, JsonNode record) {
    return mapping(folder, operation).map(it -> type(it).form(it).from(record));
  }

  private static Optional<CanonicalMapping> mapping(ConnectorFolder folder, String operation) {
    Resource resource = folder.definition().resources().get(operation.split("\\.")[0]);
    return Optional.ofNullable(resource).flatMap(it -> it.record().canonical());
  }

  private static CanonicalType type(CanonicalMapping mapping) {
    return CanonicalType.of(mapping.type());
  }

  private static JsonNode json(Path file) throws IOException {
    return Json.parse(Files.readAllBytes(file));
  }
}
