package dev.connector.connectors.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.connector.Connector;
import dev.connector.runtime.message.ApiException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The connector asks what each fixture has, page by page, and makes of the answers its records. */
class ExchangesTest {

  @TestFactory
  Stream<DynamicTest> a_fixture_gives_its_records() throws Exception {
    List<Fixture> fixtures = Fixture.all();
    assertThat(fixtures).isNotEmpty();
    return fixtures.stream()
        .map(fixture -> DynamicTest.dynamicTest(fixture.name(), () -> replay(fixture)));
  }

  private static void replay(Fixture fixture) throws Exception {
    try (ReplayServer server = ReplayServer.answering(fixture);
        Connector connector = server.connector(fixture)) {
      if (fixture.error().isPresent()) {
        ApiException error =
            catchThrowableOfType(ApiException.class, () -> Reads.replay(connector, fixture));
        assertThat(error.code()).hasToString(fixture.error().get());
      } else {
        List<JsonNode> records = Reads.replay(connector, fixture);
        assertThat(records).isEqualTo(fixture.records());
      }
      server.requireAsked();
    }
  }
}
