package dev.connector.cli.agent.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RobotsTest {

  @Test
  void theLongestRuleDecidesAndOfTwoAsLongTheOneThatAllows() {
    Robots robots =
        Robots.parse(
            "User-agent: *\nDisallow: /docs\nAllow: /docs/api # yes\nDisallow: /x\nAllow: /x\n");

    assertThat(robots.allow("/docs/other")).isFalse();
    assertThat(robots.allow("/docs/api/orders")).isTrue();
    assertThat(robots.allow("/x")).isTrue();
    assertThat(robots.allow("/")).isTrue();
  }

  @Test
  void rulesForThisRobotStandInsteadOfThoseForAll() {
    Robots robots =
        Robots.parse(
            """
            user-agent: *
            disallow: /
            crawl-delay: 60
            User-Agent: Other
            User-Agent: Connector/1.0
            Disallow: /private
            Crawl-delay: 1.5

            User-agent: connector
            Disallow: /more
            Sitemap: https://a.test/map.xml
            """);

    assertThat(robots.allow("/docs")).isTrue();
    assertThat(robots.allow("/private/x")).isFalse();
    assertThat(robots.allow("/more")).isFalse();
    assertThat(robots.delay()).isEqualTo(Duration.ofMillis(1500));
    assertThat(robots.sitemaps()).containsExactly("https://a.test/map.xml");
  }

  @Test
  void starsAndTheEndOfAPathAreKnown() {
    Robots robots =
        Robots.parse("User-agent: *\nDisallow: /*.php$\nDisallow: /a*b*c\nDisallow: /e$");

    assertThat(robots.allow("/index.php")).isFalse();
    assertThat(robots.allow("/index.php?x=1")).isTrue();
    assertThat(robots.allow("/a/1/b/2/c/3")).isFalse();
    assertThat(robots.allow("/a/1/c/2/b")).isTrue();
    assertThat(robots.allow("/e")).isFalse();
    assertThat(robots.allow("/eat")).isTrue();
  }

  @Test
  void anEmptyDisallowAndNonsenseForbidNothing() {
    assertThat(Robots.parse("User-agent: *\nDisallow:\n").allow("/x")).isTrue();
    assertThat(Robots.parse("<html>:::\n\0Disallow: /\nDisallow: /").allow("/x")).isTrue();
  }
}
