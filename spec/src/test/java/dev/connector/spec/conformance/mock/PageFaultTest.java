package dev.connector.spec.conformance.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.connector.Event;
import dev.connector.runtime.connector.ReadRequest;
import dev.connector.spec.conformance.mock.fault.Fault;
import dev.connector.spec.conformance.mock.fault.PageFault;
import dev.connector.spec.conformance.mock.fault.RecordFault;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults of pages and records, whatever the strategy of paging, and how the engine answers. */
class PageFaultTest {

  private static final MockOptions PAGES = new MockOptions(7, 13, 4);
  private static final String CURSOR = "{'type':'cursor','parameter':'after','next':'/next'}";
  private static final String LINK = "{'type':'nextLink','next':'/links/next'}";
  private static final String HEADER = "{'type':'linkHeader'}";
  private static final String OFFSET =
      "{'type':'offset','parameter':'skip','size':{'parameter':'n','value':4}}";
  private static final String PAGE =
      "{'type':'page','parameter':'page','size':{'parameter':'size','value':4}}";
  private static final String KEYSET = "{'type':'keyset','parameter':'after','key':'/id'}";

  @ParameterizedTest
  @ValueSource(strings = {CURSOR, LINK, HEADER})
  void aCursorThatComesAgainIsAnErrorAndAnEmptyPageIsNot(String pagination) {
    Reading reading = reading(pagination);
    try (MockApi api = reading.start(PAGES)) {
      api.fail(new PageFault.EmptyPage().once().after(1));
      assertThat(reading.read(api, ReadRequest.of("items"), api.environment()))
          .isEqualTo(api.dataset().records("items"));
      assertThat(api.requests()).hasSize(5);
      assertThat(api.spoiled()).isEqualTo(1);

      api.fail(new PageFault.RepeatedCursor().always());
      assertThat(reading.code(api, Map.of())).isEqualTo("PARSING_ERROR");
      assertThat(api.requests().size()).isLessThanOrEqualTo(5 + 4);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {CURSOR, LINK, HEADER, OFFSET, PAGE, KEYSET})
  void aPageThatComesAgainIsAnErrorWithinTwoRequests(String pagination) {
    Reading reading = reading(pagination);
    try (MockApi api = reading.start(PAGES)) {
      api.fail(new PageFault.RepeatedPage());
      assertThat(reading.code(api, Map.of())).isEqualTo("PARSING_ERROR");
      assertThat(api.requests()).hasSize(2);
      assertThat(reading.code(api, Map.of())).isEqualTo("none");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {OFFSET, PAGE, KEYSET})
  void aFaultThatCannotBeDoesNotHappen(String pagination) {
    Reading reading = reading(pagination);
    try (MockApi api = reading.start(PAGES)) {
      api.fail(
          new PageFault.EmptyPage(),
          new PageFault.RepeatedCursor(),
          new PageFault.WrongTotals(3),
          new PageFault.LinkElsewhere("http://127.0.0.1:1"));
      assertThat(reading.code(api, Map.of())).isEqualTo("none");
      assertThat(api.spoiled()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-9, 5})
  void wrongTotalsDoNotMakeUpRecords(int by) {
    Reading reading = reading(OFFSET.replace("'offset',", "'offset','total':'/total',"));
    try (MockApi api = reading.start(PAGES)) {
      api.fail(new PageFault.WrongTotals(by).always());
      List<JsonNode> all = api.dataset().records("items");
      List<JsonNode> read = reading.read(api, ReadRequest.of("items"), api.environment());
      assertThat(all).containsSequence(read);
      assertThat(api.spoiled()).isPositive();
      assertThat(by < 0 || read.size() == 13).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {LINK, HEADER})
  void aLinkThatLeadsElsewhereIsNotFollowed(String pagination) {
    Reading reading = reading(pagination);
    try (MockApi api = reading.start(PAGES);
        OtherOrigin other = OtherOrigin.start()) {
      api.fail(new PageFault.LinkElsewhere(other.origin()));
      assertThat(reading.code(api, Map.of())).isNotEqualTo("none");
      assertThat(other.requests()).isEmpty();
      assertThat(api.spoiled()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {CURSOR, LINK, HEADER, OFFSET, PAGE, KEYSET})
  void wrongRecordsAreReportedWithTheirPlace(String pagination) {
    Reading reading = reading(pagination);
    try (MockApi api = reading.start(PAGES)) {
      assertThat(violations(reading, api, new RecordFault.WrongType())).containsExactly("/at");
      assertThat(violations(reading, api, new RecordFault.MissingField())).hasSize(1);
      assertThat(violations(reading, api, new RecordFault.MissingKey())).isNotEmpty();
    }
  }

  @Test
  void recordsThatAreFetchedAloneAreSpoiledToo() {
    Reading reading = Reading.items("", "", "\"records\":{\"shape\":\"single\"}");
    try (MockApi api = reading.start(PAGES)) {
      assertThat(violations(reading, api, new RecordFault.WrongType())).containsExactly("/at");
    }
  }

  private static List<String> violations(Reading reading, MockApi api, Fault fault) {
    api.fail(fault);
    int before = api.spoiled();
    List<String> found =
        reading.events(api, ReadRequest.of("items"), api.environment()).stream()
            .filter(Event.Record.class::isInstance)
            .flatMap(it -> ((Event.Record) it).violations().stream())
            .map(it -> it.path().toString())
            .toList();
    assertThat(api.spoiled()).isEqualTo(before + 1);
    return found;
  }

  private static Reading reading(String pagination) {
    return Reading.items(
        "", "", ("'records':'/items','pagination':" + pagination).replace('\'', '"'));
  }
}
