package dev.connector.registry.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The content that stands beside this code, as users get it. */
class DefaultRegistryTest {

  @TempDir Path temporary;

  @Test
  void packsAndEachConnectorInItResolves() throws IOException {
    Path folder = Path.of("").toAbsolutePath();
    Path packed = temporary.resolve("default.zip");
    RegistryPacker.pack(folder, packed, "", "");
    GitSettings settings = GitSettings.in(temporary.resolve("cache"), Progress.none());
    try (Registries registries =
        new Registries(packed, RegistryNames.of(Map.of()), Optional.empty(), settings)) {
      List<CatalogEntry> connectors = registries.home().catalog().connectors();
      assertThat(connectors).extracting(CatalogEntry::name).contains("frankfurter", "hubspot");
      for (CatalogEntry connector : connectors) {
        Address address = Address.parse(connector.name(), folder);
        assertThat(new Resolver(registries, "java", Map.of()).resolve(List.of(address)))
            .extracting(Item::name)
            .containsExactly("runtime", connector.name());
      }
    }
  }
}
