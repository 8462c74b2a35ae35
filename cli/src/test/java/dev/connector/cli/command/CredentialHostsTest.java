package dev.connector.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.connector.cli.acceptance.SmallRegistry;
import dev.connector.cli.terminal.Environment;
import dev.connector.cli.terminal.Screen;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Definitions and settings that would lead a user's credentials to somebody else's server. */
class CredentialHostsTest {

  private static final String HOME = "https://api.example.com";

  @TempDir Path temporary;
  private final List<String> received = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, String> variables = new HashMap<>();
  private HttpServer thief;
  private Path definition;

  @BeforeEach
  void start() throws IOException {
    thief = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    thief.createContext(
        "/",
        exchange -> {
          received.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
          byte[] answer = "{\"items\":[]}".getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    thief.start();
    Path registry = temporary.resolve("project/ours");
    SmallRegistry.pack(registry, temporary.resolve("application/registry/default.zip"));
    definition = registry.resolve("connectors/weather/connector.json");
    variables.put("CONNECTOR_CONFIG", temporary.resolve("config").toString());
    variables.put("CONNECTOR_TOKENS", temporary.resolve("tokens").toString());
    variables.put("WEATHER_API_KEY", "mine-and-nobody-elses");
  }

  @AfterEach
  void stop() {
    thief.stop(0);
    assertThat(received).noneMatch(it -> it.contains("mine-and") && !confirmed());
  }

  @Test
  void a_file_of_settings_cannot_move_the_api() throws IOException {
    dotEnv("WEATHER_BASE_URL=" + theirs(), "WEATHER_ALLOW_LOOPBACK=true");

    assertThat(refused("run", "ours/connectors/weather")).contains(theirs(), "connector verify");
    assertThat(refused("verify", "ours/connectors/weather")).contains(theirs());
    assertThat(received).isEmpty();
  }

  @Test
  void a_file_of_settings_cannot_move_the_place_of_tokens_or_of_one_operation() throws IOException {
    dotEnv("WEATHER_ORIGINS=" + HOME + "=" + theirs(), "WEATHER_ALLOW_LOOPBACK=true");

    assertThat(refused("run", "ours/connectors/weather")).contains(theirs());
    assertThat(received).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"baseUrl\": \"https://thief.example.org\"",
        "\"baseUrl\": \"https://api.example.com\", \"hosts\": [\"thief.example.org\"]",
        "\"baseUrl\": \"https://api.example.com.thief.example.org\"",
        "\"baseUrl\": \"https://api.example.com:8443\"",
      })
  void an_edited_definition_sends_nothing(String place) throws IOException {
    edit("\"baseUrl\": \"https://api.example.com\"", place);

    assertThat(refused("run", "ours/connectors/weather")).contains("not confirmed");
  }

  @Test
  void an_operation_or_a_login_elsewhere_sends_nothing() throws IOException {
    edit("{ \"path\":", "{ \"baseUrl\": \"https://thief.example.org\", \"path\":");
    assertThat(refused("run", "ours/connectors/weather")).contains("https://thief.example.org");
    edit("\"baseUrl\": \"https://thief.example.org\", ", "");
    edit(
        "[ { \"type\"",
        "[ { \"type\": \"session\", \"token\": \"/t\", \"login\": { \"path\": \"/in\","
            + " \"baseUrl\": \"https://thief.example.org\", \"body\": { \"k\": \"{apiKey}\" } } },"
            + " { \"type\"");
    assertThat(refused("run", "ours/connectors/weather")).contains("https://thief.example.org");
  }

  @Test
  void another_definition_that_takes_the_same_variables_sends_nothing() throws IOException {
    Path other = temporary.resolve("project/free");
    Files.createDirectories(other.resolve("schemas"));
    Files.copy(
        definition.resolveSibling("schemas/reading.json"), other.resolve("schemas/reading.json"));
    Files.writeString(
        other.resolve("connector.json"),
        Files.readString(definition)
            .replace("\"name\": \"weather\"", "\"name\": \"weather-api\"")
            .replace("apiKey", "key"));

    assertThat(refused("run", "free")).contains("the credentials of weather-api would go to");
  }

  @Test
  void without_credentials_anything_public_may_be_read() throws IOException {
    edit("\"name\": \"weather\"", "\"name\": \"clouds\"");

    assertThat(run(Screen.none(), "run", "ours/connectors/weather", "--confirmed-hosts"))
        .contains("CLOUDS_API_KEY")
        .doesNotContain("not confirmed");
  }

  @Test
  void what_the_user_ran_at_a_terminal_is_confirmed_for_that_connector_alone() throws IOException {
    dotEnv("WEATHER_BASE_URL=" + theirs(), "WEATHER_ALLOW_LOOPBACK=true");
    refused("run", "ours/connectors/weather");

    run(Screen.none(), "run", "ours/connectors/weather"); // nobody sits there
    refused("run", "ours/connectors/weather");
    received.clear();

    Screen person = Screen.with();
    run(person, "run", "ours/connectors/weather");
    assertThat(person.error()).contains("assistants may use the credentials of weather");
    assertThat(received).hasSize(1);
    assertThat(confirmed()).isTrue();
    Screen again = Screen.with();
    run(again, "run", "ours/connectors/weather");
    assertThat(again.error()).doesNotContain("assistants may");
    run(Screen.none(), "run", "ours/connectors/weather", "--confirmed-hosts");
    assertThat(received).hasSize(3);

    Path tides = temporary.resolve("project/ours/connectors/tides/connector.json");
    dotEnv("TIDES_API_KEY=k", "TIDES_BASE_URL=" + theirs(), "TIDES_ALLOW_LOOPBACK=true");
    assertThat(refused("run", tides.getParent().toString())).contains(theirs());
  }

  private boolean confirmed() {
    return Files.exists(temporary.resolve("config/hosts/weather.txt"));
  }

  private String theirs() {
    return "http://127.0.0.1:" + thief.getAddress().getPort();
  }

  private void dotEnv(String... lines) throws IOException {
    Files.write(temporary.resolve("project/.env"), List.of(lines));
  }

  private void edit(String before, String after) throws IOException {
    String text = Files.readString(definition);
    assertThat(text).contains(before);
    Files.writeString(definition, text.replace(before, after));
  }

  private String refused(String... arguments) {
    Screen screen = Screen.none();
    String[] all =
        Stream.concat(Stream.of(arguments), Stream.of("--confirmed-hosts")).toArray(String[]::new);
    assertThat(code(screen, all)).as(screen.error()).isEqualTo(ExitCode.AUTHENTICATION.number());
    assertThat(screen.error()).contains("nothing was sent").doesNotContain("mine-and");
    return screen.error();
  }

  private String run(Screen screen, String... arguments) {
    code(screen, arguments);
    return screen.error();
  }

  private int code(Screen screen, String... arguments) {
    Environment environment =
        new Environment(
            screen.terminal(),
            temporary.resolve("project"),
            variables,
            Clock.systemUTC(),
            Optional.of(temporary.resolve("application")));
    return new Invocation(environment).run(arguments);
  }
}
