package dev.connector.cli.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

class BrowserTest {

  private static final HttpUrl ADDRESS =
      HttpUrl.get("https://login.example.com/authorize?a=1&b=$(touch x);c=\"");

  @Test
  void eachSystemHasItsOpenerAndTheAddressIsOneArgument() {
    assertThat(Browser.of("Linux", Map.of("DISPLAY", ":0")).command(ADDRESS))
        .containsExactly("xdg-open", ADDRESS.toString());
    assertThat(Browser.of("Mac OS X", Map.of()).command(ADDRESS))
        .containsExactly("open", ADDRESS.toString());
    assertThat(Browser.of("Windows 11", Map.of()).command(ADDRESS))
        .containsExactly("rundll32", "url.dll,FileProtocolHandler", ADDRESS.toString());
  }

  @Test
  void withoutAScreenNothingIsStarted() {
    assertThat(Browser.of("Linux", Map.of("DISPLAY", " ")).command(ADDRESS)).isEmpty();
    assertThat(Browser.of("Linux", Map.of()).show(ADDRESS)).isFalse();
  }
}
