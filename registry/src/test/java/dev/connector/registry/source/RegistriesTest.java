package dev.connector.registry.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connector.spec.ConnectorException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistriesTest {

  private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

  @TempDir Path temporary;
  private Path packed;
  private Path acme;

  @BeforeEach
  void create() throws IOException {
    packed = temporary.resolve("default.zip");
    Path home = Sample.registry().connector("hubspot").runtime().in(temporary.resolve("home"));
    RegistryPacker.pack(home, packed, COMMIT, "");
    acme = Sample.registry().connector("billing").in(temporary.resolve("acme"));
  }

  @Test
  void takesAPlainNameFromThePackedRegistry() {
    try (Registries registries = registries(Optional.empty())) {
      Item item = registries.connector(address("hubspot"));

      assertThat(item.origin().source()).isEqualTo("default");
      assertThat(((Origin.Registered) item.origin()).commit()).isEqualTo(COMMIT);
      assertThat(registries.connector(address("hubspot@" + COMMIT))).isNotNull();
      assertThat(registries.connector(address("hubspot@0123456"))).isNotNull();
    }
  }

  @Test
  void takesAPlainNameFromTheRegistryThatTheUserPutInItsPlace() {
    try (Registries registries = registries(Optional.of(new Location.Folder(acme)))) {
      assertThat(registries.connector(address("billing")).origin().source())
          .isEqualTo(acme.toString());
      assertThat(registries.home().name()).isEqualTo(acme.toString());
    }
  }

  @Test
  void takesTheRuntimeFromItsHomeWhereAnotherRegistryHasNone() {
    try (Registries registries = registries(Optional.of(new Location.Folder(acme)))) {
      assertThat(registries.runtime("java").origin().source()).isEqualTo("default");
    }
  }

  @Test
  void neverTakesTheRuntimeOfANamedRegistry() {
    Sample.registry().runtime("9.0.0").in(acme);
    try (Registries registries = registries(Optional.empty())) {
      registries.connector(address("@acme/billing"));

      assertThat(registries.runtime("java").version("java")).isEqualTo("1.2.0");
    }
  }

  @Test
  void takesANamedRegistryFromTheConfiguration() {
    try (Registries registries = registries(Optional.empty())) {
      assertThat(registries.connector(address("@acme/billing")).origin().source())
          .isEqualTo("@acme");
      assertThat(failure(registries, "@acm/billing").hint()).isEqualTo("did you mean @acme?");
      assertThat(failure(registries, "@other/billing").hint())
          .isEqualTo("name it first: connector registry add @other <git URL>");
    }
  }

  @Test
  void pinsANamedRegistryThatIsARepository() throws IOException {
    try (Upstream upstream = Upstream.in(temporary.resolve("up.git"))) {
      ObjectId first = upstream.commit("main", Sample.registry().connector("billing"));
      upstream.tag("v1", first);
      upstream.commit("main", Sample.registry().connector("other"));
      try (Registries registries =
          new Registries(
              packed,
              RegistryNames.of(Map.of("@acme", upstream.at(""))),
              Optional.empty(),
              settings())) {
        Origin.Registered origin =
            (Origin.Registered) registries.connector(address("@acme/billing@v1")).origin();

        assertThat(origin.registry()).isEqualTo("@acme");
        assertThat(origin.ref()).isEqualTo("v1");
        assertThat(origin.commit()).isEqualTo(first.name());
        assertThat(registries.connector(address("@acme/other"))).isNotNull();
      }
    }
  }

  @Test
  void findsOtherVersionsOfThePackedRegistryInItsRepository() throws IOException {
    try (Upstream upstream = Upstream.in(temporary.resolve("up.git"))) {
      upstream.tag(
          "v9", upstream.commit("main", Sample.registry().connector("hubspot").runtime("9.0.0")));
      RegistryPacker.pack(temporary.resolve("home"), packed, COMMIT, upstream.url());
      try (Registries registries = registries(Optional.empty())) {
        Origin.Registered origin =
            (Origin.Registered) registries.connector(address("hubspot@v9")).origin();

        assertThat(origin.ref()).isEqualTo("v9");
        assertThat(origin.registry()).isEqualTo("default");
      }
    }
  }

  @Test
  void refusesARefWhereThereIsNoHistory() {
    try (Registries registries = registries(Optional.empty())) {
      assertThat(failure(registries, "hubspot@v9"))
          .hasMessageContaining("packed with this program at commit " + COMMIT);
      assertThat(failure(registries, "@acme/billing@v9"))
          .hasMessageContaining("a folder is taken as it is");
    }
  }

  @Test
  void opensARegistryOnce() {
    try (Registries registries = registries(Optional.empty())) {
      assertThat(registries.open(new Location.Named("@acme", "")))
          .isSameAs(registries.open(new Location.Named("@acme", "")));
      assertThat(registries.home()).isSameAs(registries.open(new Location.Default("")));
    }
  }

  private Registries registries(Optional<Location> override) {
    return new Registries(
        packed, RegistryNames.of(Map.of("@acme", new Location.Folder(acme))), override, settings());
  }

  private GitSettings settings() {
    return GitSettings.in(temporary.resolve("cache"), Progress.none());
  }

  private Address address(String text) {
    return Address.parse(text, temporary);
  }

  private ConnectorException failure(Registries registries, String text) {
    ConnectorException failure =
        catchThrowableOfType(ConnectorException.class, () -> registries.connector(address(text)));
    assertThat(failure).isNotNull();
    assertThat(failure.kind()).isEqualTo(ConnectorException.Kind.USAGE);
    return failure;
  }
}
