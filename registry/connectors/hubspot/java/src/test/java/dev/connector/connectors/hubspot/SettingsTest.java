package dev.connector.connectors.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connector.runtime.connector.Connector;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

  @Test
  void what_is_missing_is_named_before_anything_is_sent() throws Exception {
    Fixture fixture = Fixture.all().get(0);
    try (ReplayServer server = ReplayServer.answering(fixture)) {
      Map<String, String> environment = server.environment(Map.of());
      environment.keySet().removeAll(ReplayServer.CREDENTIALS.keySet());
      try (Connector connector = HubSpotConnector.of(environment)) {
        ApiException error =
            catchThrowableOfType(ApiException.class, () -> Reads.replay(connector, fixture));

        assertThat(error.code()).isEqualTo(ErrorCode.INVALID_CONFIG);
        assertThat(error.getMessage()).contains("HUBSPOT_ACCESS_TOKEN", "HUBSPOT_CLIENT_SECRET");
      }
      assertThat(server.asked()).isEmpty();
    }
  }
}
