package dev.connector.registry.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connector.spec.ConnectorException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResolverTest {

  @TempDir Path temporary;
  private final Sample registry = Sample.registry().runtime("1.2.0");

  @Test
  void putsTheRuntimeBeforeTheConnectorThatNeedsIt() throws IOException {
    registry.connector("billing");

    assertThat(resolve(Map.of(), "billing")).containsExactly("runtime", "billing");
  }

  @Test
  void takesEachItemOnceHoweverManyNeedIt() throws IOException {
    registry
        .connector("base")
        .connector("left", Map.of("base", "^1.0.0", "runtime", "^1.0.0"))
        .connector("right", Map.of("base", "^1.0.0"))
        .connector("top", Map.of("left", "^1.0.0", "right", "^1.0.0"));

    assertThat(resolve(Map.of(), "top", "left"))
        .containsExactly("runtime", "base", "left", "right", "top");
  }

  @Test
  void leavesOutWhatIsInstalledAndWillDo() throws IOException {
    registry.connector("billing");

    assertThat(resolve(Map.of("runtime", "1.0.0"), "billing")).containsExactly("billing");
    assertThat(resolve(Map.of("runtime", "0.9.0"), "billing"))
        .containsExactly("runtime", "billing");
    assertThat(resolve(Map.of("billing", "1.0.0"), "billing"))
        .as("what is asked for is never left out")
        .containsExactly("runtime", "billing");
  }

  @Test
  void explainsAVersionThatIsNotThere() {
    registry.connector("billing", Map.of("runtime", "^2.0.0"));

    assertThat(conflict("billing"))
        .hasMessage("billing needs runtime ^2.0.0, and default has 1.2.0");
  }

  @Test
  void explainsTwoThatCannotAgree() {
    registry
        .connector("old", Map.of("runtime", "^1.0.0"))
        .connector("new", Map.of("runtime", "^2.0.0"));

    assertThat(conflict("old", "new"))
        .hasMessage("new needs runtime ^2.0.0, and default has 1.2.0, which old can do with");
  }

  @Test
  void explainsACycle() {
    registry
        .connector("a", Map.of("b", "^1.0.0"))
        .connector("b", Map.of("c", "^1.0.0"))
        .connector("c", Map.of("a", "^1.0.0"));

    assertThat(conflict("a")).hasMessage("a needs b needs c needs a");
  }

  @Test
  void namesWhatIsNeededAndNotThere() {
    registry.connector("billing", Map.of("invoices", "^1.0.0")).connector("invoice");

    ConnectorException failure = failure("billing");

    assertThat(failure).hasMessage("no connector \"invoices\" in registry default");
    assertThat(failure.hint()).contains("did you mean \"invoice\"?");
  }

  @Test
  void saysWhichLanguagesThereAre() throws IOException {
    registry.connector("billing");
    try (Registries registries = open()) {
      ConnectorException failure =
          catchThrowableOfType(
              ConnectorException.class,
              () ->
                  new Resolver(registries, "python", Map.of())
                      .resolve(List.of(Address.parse("billing", temporary))));

      assertThat(failure).hasMessage("billing has no source for python, only for java");
    }
  }

  private List<String> resolve(Map<String, String> installed, String... names) throws IOException {
    try (Registries registries = open()) {
      List<Address> wanted =
          Arrays.stream(names).map(name -> Address.parse(name, temporary)).toList();
      return new Resolver(registries, "java", installed)
          .resolve(wanted).stream().map(Item::name).toList();
    }
  }

  private ConnectorException failure(String... names) {
    ConnectorException failure =
        catchThrowableOfType(ConnectorException.class, () -> resolve(Map.of(), names));
    assertThat(failure).isNotNull();
    return failure;
  }

  private ConnectorException conflict(String... names) {
    ConnectorException failure = failure(names);
    assertThat(failure.kind()).isEqualTo(ConnectorException.Kind.CONFLICT);
    return failure;
  }

  private Registries open() throws IOException {
    Path packed = temporary.resolve("default.zip");
    RegistryPacker.pack(registry.in(temporary.resolve("home")), packed, "", "");
    GitSettings settings = GitSettings.in(temporary.resolve("cache"), Progress.none());
    return new Registries(packed, RegistryNames.of(Map.of()), Optional.empty(), settings);
  }
}
