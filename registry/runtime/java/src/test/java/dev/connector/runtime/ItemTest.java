package dev.connector.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.http.ApiClient;
import dev.connector.runtime.message.Json;
import dev.connector.runtime.message.Request;
import dev.connector.runtime.settings.Policy;
import dev.connector.runtime.settings.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What {@code item.json} promises users is what this module is built with. */
class ItemTest {

  @Test
  void dependenciesAreThoseOfTheBuild() throws Exception {
    Map<String, String> managed = new TreeMap<>();
    Element parent = xml(Path.of("../../../pom.xml"));
    String okhttp =
        text((Element) parent.getElementsByTagName("properties").item(0), "okhttp.version");
    eachDependency(
        (Element) parent.getElementsByTagName("dependencyManagement").item(0),
        dependency ->
            managed.put(
                name(dependency),
                text(dependency, "version").replace("${okhttp.version}", okhttp)));

    TreeSet<String> built = new TreeSet<>();
    eachDependency(
        xml(Path.of("pom.xml")),
        dependency -> {
          if (dependency.getElementsByTagName("scope").getLength() == 0) {
            built.add(name(dependency) + ":" + managed.get(name(dependency)));
          }
        });

    TreeSet<String> promised = new TreeSet<>();
    for (JsonNode dependency : item().path("dependencies")) {
      assertThat(dependency.path("scope").asText()).isEqualTo("main");
      promised.add(dependency.path("id").asText());
    }
    assertThat(promised).isEqualTo(built);
  }

  @Test
  void theVersionIsTheOneRequestsCarry() throws IOException {
    try (TestApi api = new TestApi();
        ApiClient client = api.answers(TestApi.ok()).client().build()) {
      client.send(Request.get("things.list", "/things"));
      assertThat(api.requests().get(0).getHeaders().get("User-Agent"))
          .endsWith(" connector-runtime/" + item().path("version").asText());
    }
  }

  @Test
  void thePackageAndLanguageLevelAreThoseOfTheCode() throws IOException {
    assertThat(item().path("package").asText()).isEqualTo(ItemTest.class.getPackageName());
    assertThat(item().path("release").asInt()).isEqualTo(17);
    assertThat(
            Path.of(
                item().at("/sources/main").asText(), "dev/connector/runtime/http/ApiClient.java"))
        .exists();
  }

  @Test
  void theReadmeNamesEachSettingWithItsDefault() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    for (Setting<?> setting : Policy.SETTINGS) {
      String variable = setting.variable("X").substring(2);
      String value = setting.defaultValue().map(text -> "`" + text + "`").orElse("the connector's");
      assertThat(readme).contains("| `" + variable + "` | " + value + " |");
    }
  }

  private static JsonNode item() throws IOException {
    return Json.parse(Files.readString(Path.of("item.json")));
  }

  private static Element xml(Path file) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(file.toFile())
        .getDocumentElement();
  }

  private static void eachDependency(Element below, Consumer<Element> action) {
    NodeList dependencies = below.getElementsByTagName("dependency");
    for (int i = 0; i < dependencies.getLength(); i++) {
      action.accept((Element) dependencies.item(i));
    }
  }

  private static String name(Element dependency) {
    return text(dependency, "groupId") + ":" + text(dependency, "artifactId");
  }

  private static String text(Element below, String tag) {
    return below.getElementsByTagName(tag).item(0).getTextContent().strip();
  }
}
