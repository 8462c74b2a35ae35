package ${package};

import static org.assertj.core.api.Assertions.assertThat;

import dev.connector.runtime.connector.Connector;
import org.junit.jupiter.api.Test;

class PagesTest {

  @Test
  void a_page_is_asked_for_when_its_records_are_wanted_and_not_before() throws Exception {
${fixture}
    try (ReplayServer server = ReplayServer.answering(fixture);
        Connector connector = server.connector(fixture)) {
      assertThat(Reads.records(Reads.events(connector, Reads.request(fixture).limit(1))))
          .containsExactly(fixture.records().get(0));
      assertThat(server.asked()).hasSize(1);
    }
  }
}
