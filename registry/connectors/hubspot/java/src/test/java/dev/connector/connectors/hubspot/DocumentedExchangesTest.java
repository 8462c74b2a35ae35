package dev.connector.connectors.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The connector asks what HubSpot documents, and makes of the answers what they say. */
class DocumentedExchangesTest {

  @TestFactory
  Stream<DynamicTest> everyFixtureGivesItsRecords() {
    return Fixture.all().stream()
        .filter(fixture -> !fixture.operation().startsWith("oauth."))
        .map(fixture -> DynamicTest.dynamicTest(fixture.name(), () -> replay(fixture)));
  }

  private static void replay(Fixture fixture) throws Exception {
    try (MockWebServer server = new MockWebServer()) {
      server.start();
      fixture.serve(server);
      try (HubSpot hubspot = Connections.to(server)) {
        if (fixture.error().isEmpty()) {
          requireRecords(fixture, Replay.of(fixture).on(hubspot));
        } else {
          ApiException error =
              catchThrowableOfType(
                  ApiException.class, () -> Replay.of(fixture).on(hubspot));
          assertThat(error.code()).hasToString(fixture.error());
        }
      }
      fixture.requireAsked(server);
    }
  }

  private static void requireRecords(Fixture fixture, List<?> actual) {
    assertThat(actual).hasSameSizeAs(fixture.records());
    Iterator<?> records = actual.iterator();
    for (JsonNode expected : fixture.records()) {
      Object record = records.next();
      if (record instanceof CrmRecord crm) {
        requireSame(expected, crm);
      } else {
        assertThat(Json.read(expected, record.getClass())).isEqualTo(record);
      }
    }
  }

  private static void requireSame(JsonNode expected, CrmRecord actual) {
    Map<String, String> properties = new LinkedHashMap<>();
    expected
        .path("properties")
        .properties()
        .forEach(property -> properties.put(property.getKey(), property.getValue().textValue()));
    assertThat(actual.id()).isEqualTo(expected.path("id").asText());
    assertThat(actual.properties().values()).isEqualTo(properties);
    assertThat(actual.createdAt()).isEqualTo(expected.path("createdAt").asText());
    assertThat(actual.updatedAt()).isEqualTo(expected.path("updatedAt").asText());
    assertThat(actual.archived()).isEqualTo(expected.path("archived").asBoolean());
    assertThat(actual.archivedAt())
        .isEqualTo(
            Optional.ofNullable(expected.path("archivedAt").textValue()).map(Instant::parse));
  }
}
