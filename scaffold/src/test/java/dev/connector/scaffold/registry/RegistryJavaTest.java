package dev.connector.scaffold.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The Java of the registry's connectors is what their definitions give, and a few files that people
 * wrote, each listed with its reason. With {@code -Drender=registry} it is rendered anew first.
 */
class RegistryJavaTest {

  private static final String REMEDY =
      "render the registry's Java anew: mvn -B -q test -pl scaffold -am -Dtest=RegistryJavaTest"
          + " -Drender=registry -Dsurefire.failIfNoSpecifiedTests=false";

  static List<RegistryConnector> connectors() throws IOException {
    return RegistryConnector.all();
  }

  @BeforeAll
  static void render() throws IOException {
    if ("registry".equals(System.getProperty("render"))) {
      for (RegistryConnector connector : connectors()) {
        connector.render();
      }
    }
  }

  @Test
  void there_are_connectors_and_they_are_rendered() throws IOException {
    assertThat(connectors()).hasSizeGreaterThanOrEqualTo(2);
    for (RegistryConnector connector : connectors()) {
      assertThat(connector.rendered()).as(connector.toString()).hasSizeGreaterThan(10);
    }
  }

  @ParameterizedTest
  @MethodSource("connectors")
  void every_rendered_file_is_there_byte_for_byte(RegistryConnector connector) throws IOException {
    Map<String, String> present = connector.present();
    for (Map.Entry<String, String> file : connector.rendered().entrySet()) {
      assertThat(present.get(file.getKey()))
          .as("%s: %s", file.getKey(), REMEDY)
          .isEqualTo(file.getValue());
    }
  }

  @ParameterizedTest
  @MethodSource("connectors")
  void every_other_file_is_listed_as_written_by_people(RegistryConnector connector)
      throws IOException {
    Set<String> others = new TreeSet<>(connector.present().keySet());
    others.removeAll(connector.rendered().keySet());

    assertThat(connector.overlay().keySet())
        .as(
            "registry/connectors/overlay.json lists what is not rendered; what it does not list goes if"
                + " you "
                + REMEDY)
        .containsExactlyElementsOf(others);
  }

  @ParameterizedTest
  @MethodSource("connectors")
  void what_people_wrote_has_a_reason(RegistryConnector connector) throws IOException {
    assertThat(connector.overlay().values()).allSatisfy(it -> assertThat(it).isNotBlank());
  }
}
