package dev.connector.registry.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import dev.connector.spec.ConnectorException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Credentials go to the host they are for, once it asks, and are found where the user has them. */
@Timeout(30)
class CredentialsTest {

  private static final String ANSWER = "echo username=ada; echo password=hunter2";

  @TempDir private Path temporary;
  private Upstream upstream;
  private GitServer server;
  private Map<String, String> variables;

  @BeforeEach
  void serve() throws IOException {
    upstream = Upstream.in(temporary.resolve("up.git"));
    upstream.commit("main", Sample.registry().connector("billing"));
    server = GitServer.of(upstream.folder());
    variables = new HashMap<>();
    variables.put("PATH", System.getenv("PATH"));
    variables.put("HOME", temporary.toString());
    variables.put("XDG_CONFIG_HOME", temporary.toString());
    variables.put("GIT_CONFIG_NOSYSTEM", "1");
  }

  @AfterEach
  void close() {
    server.close();
    upstream.close();
  }

  @Test
  void theUsersCredentialHelperOpensAHostThatAsks() throws IOException {
    helper(ANSWER);
    server.requiring("ada", "hunter2");

    open(server.url()).close();

    assertThat(asked()).containsExactly("get");
    assertThat(Files.readString(temporary.resolve("question")))
        .contains("protocol=http\n")
        .contains("host=" + server.url().split("/")[2] + "\n");
  }

  @Test
  void gitsOwnServerIsOpenedLikewiseAndShownNothingUnasked() throws IOException {
    helper(ANSWER);
    assumeTrue(GitHttpBackend.available(), "git has no http-backend");
    try (GitHttpBackend real = GitHttpBackend.of(temporary)) {
      open(real.url("up.git")).close();
      assertThat(real.shown()).containsOnly("-");
      assertThat(asked()).isEmpty();
    }
    try (GitHttpBackend real = GitHttpBackend.of(temporary).requiring("ada", "hunter2")) {
      try (Registry registry = open(real.url("up.git"))) {
        assertThat(registry.connector("billing").name()).isEqualTo("billing");
      }
      assertThat(real.shown().get(0)).isEqualTo("-");
      assertThat(asked()).containsExactly("get");
    }
  }

  @Test
  void aHostThatDoesNotAskIsNotAskedFor() throws IOException {
    helper(ANSWER);

    open(server.url()).close();

    assertThat(asked()).isEmpty();
  }

  @Test
  void aTokenOfTheEnvironmentComesFirst() throws IOException {
    helper(ANSWER);
    variables.put("CONNECTOR_TOKEN_LOCALHOST", "token-4711");
    server.requiring("token", "token-4711");

    open(server.url()).close();

    assertThat(asked()).isEmpty();
  }

  @Test
  void credentialsThatAreRefusedAreShownOnceMoreAtMostAndNeverTold() throws IOException {
    helper(ANSWER);
    server.requiring("ada", "other");

    ConnectorException failure = failure(server.url());

    assertThat(failure.kind()).isEqualTo(ConnectorException.Kind.AUTHENTICATION);
    assertThat(failure.hint())
        .isEqualTo(
            "put a token that may read it into CONNECTOR_TOKEN_LOCALHOST, or into a credential"
                + " helper of git");
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      assertThat(cause.toString()).doesNotContain("hunter2");
    }
    assertThat(asked()).as("kept, not erased or asked again").containsExactly("get");
  }

  @Test
  void aHelperThatKnowsNothingOrNeverAnswersIsLikeNone() throws IOException {
    server.requiring("ada", "hunter2");
    helper("true");
    assertThat(failure(server.url()).kind()).isEqualTo(ConnectorException.Kind.AUTHENTICATION);

    helper("exec sleep 600");
    assertThat(failure(server.url()).kind()).isEqualTo(ConnectorException.Kind.AUTHENTICATION);
    assertThat(ProcessHandle.current().descendants())
        .as("nothing is left running")
        .noneMatch(it -> it.info().commandLine().orElse("").contains("sleep 600"));
  }

  @Test
  void nobodyIsAskedWhereThereIsNoHelperOrNoGit() throws IOException {
    server.requiring("ada", "hunter2");
    variables.put("GIT_ASKPASS", script("ask", "touch \"$HOME/asked\"; echo hunter2").toString());
    assertThat(failure(server.url()).kind()).isEqualTo(ConnectorException.Kind.AUTHENTICATION);
    assertThat(asked()).isEmpty();

    variables.put("PATH", temporary.resolve("nothing").toString());
    assertThat(failure(server.url()).kind()).isEqualTo(ConnectorException.Kind.AUTHENTICATION);
  }

  @Test
  void anotherHostThatTheFirstRedirectsToGetsNothing() throws IOException {
    helper(ANSWER);
    variables.put("CONNECTOR_TOKEN_LOCALHOST", "token-4711");
    for (boolean asksFirst : new boolean[] {false, true}) {
      List<String> shown = Collections.synchronizedList(new ArrayList<>());
      HttpServer thief = http("127.0.0.1");
      thief.createContext(
          "/",
          exchange -> {
            shown.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"git\"");
            exchange.sendResponseHeaders(401, -1);
            exchange.close();
          });
      HttpServer redirecting = http("localhost");
      redirecting.createContext(
          "/",
          exchange -> {
            boolean refused =
                asksFirst && exchange.getRequestHeaders().getFirst("Authorization") == null;
            exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"git\"");
            exchange
                .getResponseHeaders()
                .add(
                    "Location",
                    "http://127.0.0.1:" + thief.getAddress().getPort() + exchange.getRequestURI());
            exchange.sendResponseHeaders(refused ? 401 : 302, -1);
            exchange.close();
          });

      failure("http://localhost:" + redirecting.getAddress().getPort() + "/connectors.git");

      assertThat(shown).as("asks first: " + asksFirst).isNotEmpty().containsOnly("null");
      redirecting.stop(0);
      thief.stop(0);
    }
    assertThat(asked()).isEmpty();
  }

  private static HttpServer http(String host) throws IOException {
    HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getByName(host), 0), 0);
    http.start();
    return http;
  }

  /** Gives git, which must be there, a helper that notes that it was asked, and what. */
  private void helper(String answer) throws IOException {
    assumeTrue(
        Stream.of(System.getenv("PATH").split(":"))
            .anyMatch(it -> Files.isExecutable(Path.of(it, "git"))),
        "there is no git");
    Path helper =
        script("helper", "echo \"$1\" >> \"$HOME/asked\"; cat > \"$HOME/question\"; " + answer);
    Files.writeString(temporary.resolve(".gitconfig"), "[credential]\n\thelper = " + helper + "\n");
  }

  private Path script(String name, String text) throws IOException {
    Path script = Files.writeString(temporary.resolve(name), "#!/bin/sh\n" + text + "\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    return script;
  }

  private List<String> asked() throws IOException {
    Path asked = temporary.resolve("asked");
    return Files.exists(asked) ? Files.readAllLines(asked) : List.of();
  }

  private Registry open(String url) {
    GitSettings settings =
        GitSettings.in(temporary.resolve("cache"), Progress.none())
            .within(new GitSettings.Limits(Duration.ofSeconds(3), Duration.ofSeconds(15), 1 << 20))
            .withTokens(variables);
    return GitRegistry.open(url, new Location.Git(GitUrl.parse(url), ""), settings);
  }

  private ConnectorException failure(String url) {
    ConnectorException failure =
        catchThrowableOfType(ConnectorException.class, () -> open(url).close());
    assertThat(failure).isNotNull();
    return failure;
  }
}
