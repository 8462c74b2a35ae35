package dev.connector.connectors.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connector.runtime.paging.Change;
import dev.connector.runtime.paging.ChangeStream;
import dev.connector.runtime.paging.Checkpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HubSpotChangesTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant LATER = Instant.parse("2026-06-01T00:00:00Z");

  private final SimulatedCrm crm = new SimulatedCrm();
  private final MockWebServer server = new MockWebServer();
  private Contacts contacts;

  @BeforeEach
  void connect() throws Exception {
    server.setDispatcher(crm);
    server.start();
    contacts = Connections.contacts(server);
  }

  @AfterEach
  void disconnect() {
    server.close();
  }

  @Test
  void moreThanTenThousandRecordsAreReadThoughASearchEndsThere() {
    contacts(10_450, 10);

    assertThat(ids(read(Checkpoint.NONE))).hasSize(10_450).doesNotHaveDuplicates();
    assertThat(crm.searches()).isLessThan(70);
  }

  @Test
  void manyRecordsThatChangedAtTheSameInstantAreReadToo() {
    contacts(300, 10);
    IntStream.range(1_000, 1_700).forEach(id -> crm.modify(id, START.plusMillis(1_500)));

    assertThat(ids(read(Checkpoint.NONE))).hasSize(1_000).doesNotHaveDuplicates();
  }

  @Test
  void aRecordThatChangesDuringTheReadTakesNoOtherWithIt() {
    contacts(2_000, 10);
    crm.afterSearches(3, () -> IntStream.range(0, 50).forEach(id -> crm.modify(id, LATER)));

    List<Change<Contact>> changes = read(Checkpoint.NONE);

    assertThat(new HashSet<>(ids(changes))).hasSize(2_000);
    assertThat(last(changes).get("0").properties().lastmodifieddate()).contains(LATER);
  }

  @Test
  void aReadGoesOnWhereTheOneBeforeItStopped() {
    contacts(1_000, 1_000);
    Set<String> seen = new HashSet<>();
    ChangeStream<Contact> first = contacts.changes(Checkpoint.NONE);
    for (int i = 0; i < 450; i++) {
      seen.add(first.next().record().id());
    }

    List<Change<Contact>> rest = read(Checkpoint.fromJson(first.checkpoint().toJson()));

    // Since the checkpoint: the rest, a page at most, and the records of five minutes before it.
    assertThat(rest).hasSizeLessThan(1_000 - 450 + 200 + 301);
    seen.addAll(ids(rest));
    assertThat(seen).hasSize(1_000);
  }

  @Test
  void nothingNewGivesNothingButTheLastFiveMinutes() {
    contacts(1_000, 1_000);
    ChangeStream<Contact> first = contacts.changes(Checkpoint.NONE);
    while (first.hasNext()) {
      first.next();
    }

    assertThat(read(first.checkpoint()))
        .allSatisfy(
            change ->
                assertThat(change.record().properties().lastmodifieddate().orElseThrow())
                    .isAfterOrEqualTo(START.plusSeconds(999).minus(Duration.ofMinutes(5))));
  }

  @Test
  void archivedRecordsComeAsDeletes() {
    contacts(3, 10);
    crm.archive(1);

    List<Change<Contact>> changes = read(Checkpoint.NONE);

    assertThat(changes).filteredOn(Change::deleted).extracting(it -> it.record().id()).containsExactly("1");
    assertThat(changes).filteredOn(change -> !change.deleted()).hasSize(2);
  }

  /** Contacts that changed one after another. */
  private void contacts(int number, int millisApart) {
    for (int id = 0; id < number; id++) {
      crm.modify(id, START.plusMillis((long) id * millisApart));
    }
  }

  private List<Change<Contact>> read(Checkpoint since) {
    List<Change<Contact>> changes = new ArrayList<>();
    contacts.changes(since).forEach(changes::add);
    return changes;
  }

  private static List<String> ids(List<Change<Contact>> changes) {
    return changes.stream().map(change -> change.record().id()).toList();
  }

  private static Map<String, Contact> last(List<Change<Contact>> changes) {
    Map<String, Contact> last = new TreeMap<>();
    changes.forEach(change -> last.put(change.record().id(), change.record()));
    return last;
  }
}
