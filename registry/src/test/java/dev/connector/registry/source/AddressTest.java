package dev.connector.registry.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connector.spec.ConnectorException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

  private static final Path HERE = Path.of("/home/ada/project");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hubspot                                          | default",
        "google-ads                                       | default",
        "hubspot@v2                                       | default@v2",
        "hubspot@release/2026-01                          | default@release/2026-01",
        "@acme/billing                                    | @acme",
        "@acme/billing@v1.2.0                             | @acme@v1.2.0",
        "https://git.acme.com/connectors.git#billing      | https://git.acme.com/connectors.git",
        "https://git.acme.com:8443/c.git#billing@v1       | https://git.acme.com:8443/c.git#@v1",
        "https://git.acme.com/~ada/c.git#billing@feature/x| https://git.acme.com/~ada/c.git#@feature/x",
        "ssh://git@git.acme.com:2222/c.git#billing@v1     | ssh://git@git.acme.com:2222/c.git#@v1",
        "git@git.acme.com:team/c.git#billing@v1           | git@git.acme.com:team/c.git#@v1",
        "file:///srv/c.git#billing                        | file:///srv/c.git",
        "http://localhost:8080/c.git#billing              | http://localhost:8080/c.git",
        "http://127.0.0.1:8080/c.git#billing              | http://127.0.0.1:8080/c.git",
        "./registry#billing                               | /home/ada/project/registry",
        "../registry#billing                              | /home/ada/registry",
        "/srv/registry#billing                            | /srv/registry",
        "/srv/a#b#billing                                 | /srv/a#b"
      })
  void takesEveryKindOfAddressApart(String text, String registry) {
    Address address = Address.parse(text, HERE);

    assertThat(address.registry().display()).isEqualTo(registry);
    assertThat(text).contains(address.connector());
    assertThat(Address.parse(address.display(), HERE)).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "default",
        "@acme",
        "@acme@v2",
        "https://git.acme.com/c.git",
        "https://git.acme.com/c.git#@v2",
        "git@git.acme.com:c.git",
        "/srv/registry"
      })
  void takesARegistryAndShowsItSoThatItParsesAgain(String text) {
    assertThat(Location.parse(text, HERE).display()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "HubSpot",
        "hub spot",
        "hubspot@",
        "hubspot@-x",
        "hubspot@a..b",
        "hubspot@a b",
        "hubspot@x.lock",
        "hub--spot",
        "-hubspot",
        "runtime",
        "acme/billing",
        "@acme",
        "@acme/",
        "@/billing",
        "@Acme/billing",
        "@acme/billing/x",
        "./registry",
        "./registry#",
        "./registry#billing@v1",
        "https://git.acme.com/c.git",
        "https://git.acme.com/c.git#",
        "https://git.acme.com/c.git#a/b",
        "https://git.acme.com#billing",
        "https:///c.git#billing",
        "https://-oProxyCommand=x/c.git#billing",
        "ssh://-oProxyCommand=x/c.git#billing",
        "ssh://-x@git.acme.com/c.git#billing",
        "git@-oProxyCommand=x:c.git#billing",
        "-git@git.acme.com:c.git#billing",
        "git@git.acme.com:-x#billing",
        "http://git.acme.com/c.git#billing",
        "git://git.acme.com/c.git#billing",
        "ext::sh -c whoami% #billing",
        "ftp://git.acme.com/c.git#billing",
        "https://git.acme.com/c.git?x=1#billing",
        "hubspot\u202e",
        "\u001b[2Jhubspot"
      })
  void refusesAnythingElseWithAHint(String text) {
    ConnectorException refused =
        catchThrowableOfType(ConnectorException.class, () -> Address.parse(text, HERE));

    assertThat(refused).as(text).isNotNull();
    assertThat(refused.kind()).isEqualTo(ConnectorException.Kind.USAGE);
    assertThat(refused.hint()).isNotBlank();
    assertThat(refused.getMessage()).doesNotContain("\u001b", "\u202e");
  }

  @Test
  void keepsCredentialsOfAUrlApartFromIt() {
    Location.Git git =
        (Location.Git)
            Address.parse("https://ada:s%2Fcret@git.acme.com/c.git#billing", HERE).registry();

    assertThat(git.url().url()).isEqualTo("https://git.acme.com/c.git");
    assertThat(git.url().credentials())
        .isEqualTo(Optional.of(new GitUrl.Credentials("ada", "s/cret")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://ada:hunter2@git.acme.com/c.git#billing",
        "https://hunter2@git.acme.com/c.git#billing@v1",
        "https://ada:hunter2@git.acme.com/c.git",
        "https://ada:hunter2@git.acme.com/c.git#Bad Name",
        "https://ada:hunter2@git.acme.com/c.git#billing@bad ref",
        "https://ada:hun/hunter2@git.acme.com/c.git#billing",
        "https://ada:hun#hunter2@git.acme.com/c.git#billing",
        "https://ada:hunter2 @git.acme.com/c.git#billing",
        "https://git.acme.com/c.git?access_token=hunter2#billing",
        "http://ada:hunter2@git.acme.com/c.git#billing",
        "ftp://ada:hunter2@git.acme.com/c.git#billing",
        "ssh://git:hunter2@git.acme.com/c.git#billing",
        "git:hunter2@git.acme.com:c.git#billing"
      })
  void neverShowsACredential(String text) {
    try {
      Address address = Address.parse(text, HERE);
      assertThat(address.toString() + address.display()).doesNotContain("hunter2");
    } catch (ConnectorException e) {
      assertThat(e.getMessage() + e.hint() + e.getCause()).doesNotContain("hunter2");
    }
  }
}
