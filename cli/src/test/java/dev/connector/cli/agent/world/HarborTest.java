package dev.connector.cli.agent.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The port's API does what its documentation says. */
class HarborTest {

  private final Harbor harbor = Harbor.start(0);

  @AfterEach
  void close() {
    harbor.close();
  }

  @Test
  void what_the_solution_says_is_true() {
    assertThat(harbor.score(harbor.solution().definition()).wrong()).isEmpty();
    assertThat(harbor.liveCheck(harbor.solution())).isEmpty();
    assertThat(harbor.gate().logins()).isEqualTo(1);
  }

  @Test
  void an_expired_session_and_too_many_requests_end_no_read() {
    harbor.gate().refuse(1);
    harbor.gate().expireAfter(20);

    assertThat(harbor.liveCheck(harbor.solution())).isEmpty();
    assertThat(harbor.gate().logins()).isEqualTo(2);
  }

  @Test
  void the_worked_example_of_a_webhook_is_right() throws IOException, GeneralSecurityException {
    String page = Files.readString(harbor.shelf().docs().resolve("webhooks.html"));
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(cell(page, "secret").getBytes(StandardCharsets.UTF_8), "HMAC"));
    String signed = cell(page, "timestamp") + "." + cell(page, "body");

    assertThat(HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8))))
        .isEqualTo(cell(page, "signature"));
    assertThat(cell(page, "secret")).isEqualTo(Harbor.WEBHOOK_SECRET);
    assertThat(page)
        .contains(
            "X-Harbor-Signature: t="
                + cell(page, "timestamp")
                + ",v1="
                + cell(page, "signature")
                + "\n");
  }

  @Test
  void every_link_of_the_documentation_leads_to_a_page() throws IOException {
    Pattern link = Pattern.compile("href=\"([^\"]+)\"");
    try (Stream<Path> pages = Files.list(harbor.shelf().docs())) {
      List<Path> html = pages.filter(it -> it.toString().endsWith(".html")).toList();
      assertThat(html).hasSize(17);
      for (Path page : html) {
        Matcher links = link.matcher(Files.readString(page));
        while (links.find()) {
          assertThat(page.resolveSibling(links.group(1))).exists();
        }
      }
    }
  }

  private static String cell(String page, String id) {
    Matcher cell = Pattern.compile("<code id=\"" + id + "\">([^<]+)</code>").matcher(page);
    assertThat(cell.find()).as(id).isTrue();
    return cell.group(1);
  }
}
