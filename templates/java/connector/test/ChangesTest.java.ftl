package ${package};

import static org.assertj.core.api.Assertions.assertThat;
<#if interrupted?has_content>
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
</#if>

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.connector.Connector;
<#if interrupted?has_content>
import dev.connector.runtime.connector.Event;
</#if>
<#if interrupted?has_content>
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.Cancellation;
import java.util.ArrayList;
</#if>
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads of what changed begin where the last one ended, however it did. */
class ChangesTest {
<#list interrupted as names>

  static List<String> interrupted() {
${names}
  }

  @ParameterizedTest
  @MethodSource("interrupted")
  void a_read_that_breaks_off_goes_on_behind_its_last_checkpoint(String name) throws Exception {
    Fixture fixture = Fixture.named(name);
    List<Event> before = new ArrayList<>();
    List<JsonNode> records;
    try (ReplayServer server = ReplayServer.inOrder(fixture, 0, 1)) {
      try (Connector connector = server.connector(fixture)) {
        assertThatExceptionOfType(ApiException.class)
            .isThrownBy(
                () -> connector.read(Reads.request(fixture), before::add, new Cancellation()));
      }
      records = new ArrayList<>(Reads.records(before));
      server.goOn(fixture, 1);
      try (Connector connector = server.connector(fixture)) {
        records.addAll(
            Reads.records(
                Reads.events(
                    connector, Reads.request(fixture).state(Reads.checkpoint(before)))));
      }
    }

    assertThat(records).containsExactlyElementsOf(fixture.records());
  }
</#list>

  static List<String> later() {
${later}
  }

  @ParameterizedTest
  @MethodSource("later")
  void a_later_read_does_not_begin_where_the_first_one_did(String name) throws Exception {
    Fixture fixture = Fixture.named(name);
    List<String> first;
    JsonNode reached;
    try (ReplayServer server = ReplayServer.answering(fixture);
        Connector connector = server.connector(fixture)) {
      reached = Reads.checkpoint(Reads.events(connector, Reads.request(fixture)));
      first = server.asked();
    }
    try (ReplayServer server =
            ReplayServer.inOrder(fixture, 0, fixture.exchanges().size());
        Connector connector = server.connector(fixture)) {
      Reads.events(connector, Reads.request(fixture).state(reached));

      assertThat(server.asked().get(0)).isNotEqualTo(first.get(0));
    }
  }
}
