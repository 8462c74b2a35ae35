package dev.connector.registry.contribute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connector.registry.workspace.change.Change;
import dev.connector.spec.rules.Finding;
import dev.connector.spec.rules.Identity;
import dev.connector.spec.rules.Outcome;
import dev.connector.spec.rules.Report;
import dev.connector.spec.rules.Rule;
import dev.connector.spec.rules.Rules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PullRequestBodyTest {

  private static final byte[] TEXT = {'a'};

  @Test
  void whatChangedAndHowItDoesByTheRulesAreTables() {
    Rules rules = Rules.load();
    Rule first = rules.chapters().get(0).rules().get(0);
    Contribution contribution =
        new Contribution(
            "billing",
            new TreeMap<>(),
            List.of(
                new Change.Create("README.md", TEXT),
                new Change.Delete("NOTICE", TEXT),
                new Change.Replace("inference.json", TEXT, new byte[0])),
            Optional.empty(),
            List.of());
    String body =
        PullRequestBody.of(
            contribution,
            "1.2.0",
            rules.chapters(),
            List.of(
                report("engine", first, new Outcome.Kept("it is")),
                report("java|`", first, new Outcome.Broken("a", "b", List.of()))));
    assertThat(body)
        .startsWith(
            """
            `billing` 1.2.0

            | file | change |
            |---|---|
            | `README.md` | added |
            | `NOTICE` | removed |
            | `inference.json` | changed |

            `inference.json` holds""")
        .contains(
            "|  | engine | java   |\n|---|---|---|\n",
            "| " + rules.chapters().get(0).title() + " | 1 of 1 kept | 0 of 1 kept |\n",
            "| **verdict** | passed | failed |\n");
  }

  @Test
  void manyFilesAreCounted() {
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < 130; i++) {
      changes.add(new Change.Create("fixtures/" + i + ".json", TEXT));
    }
    assertThat(
            PullRequestBody.of(
                new Contribution("billing", new TreeMap<>(), changes, Optional.empty(), List.of()),
                "1.2.0",
                List.of(),
                List.of()))
        .contains("fixtures/99.json", "and 30 more.")
        .doesNotContain("fixtures/100.json");
  }

  private static Report report(String variant, Rule rule, Outcome outcome) {
    return new Report(
        new Identity("billing", "1.2.0", variant),
        Instant.EPOCH,
        List.of(new Finding(rule, outcome, Duration.ZERO)));
  }
}
