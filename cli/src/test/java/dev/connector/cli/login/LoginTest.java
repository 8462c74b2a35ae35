package dev.connector.cli.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.cli.project.ConnectorEnvironment;
import dev.connector.cli.terminal.Screen;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.Cancellation;
import dev.connector.spec.definition.reader.ConnectorFolder;
import dev.connector.spec.engine.Engine;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Logging in at a real authorization server, in a process of its own. */
class LoginTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static Vendor vendor;

  @TempDir private Path folder;
  private final Map<String, String> variables = new HashMap<>();
  private final List<Attempt> attempts = new ArrayList<>();
  private final List<String> secrets = new ArrayList<>(List.of(Vendor.SECRET, "open sesame"));

  @BeforeAll
  static void open() throws IOException {
    vendor = Vendor.start();
  }

  @AfterAll
  static void close() {
    vendor.close();
  }

  @BeforeEach
  void connector() throws IOException {
    Vendor.definition(folder.resolve("acme"), "authorizationCode");
    variables.putAll(vendor.variables("ACME", "app"));
    variables.put("CONNECTOR_TOKENS", tokens().toString());
  }

  /** Holds for every test here: whatever happened, nothing secret was said. */
  @AfterEach
  void nothingSecretWasSaid() throws IOException {
    for (Path file : tokenFiles()) {
      var saved = JSON.readTree(Files.readAllBytes(file));
      secrets.add(saved.path("accessToken").asText("none"));
      secrets.add(saved.path("refreshToken").asText("none"));
    }
    secrets.removeIf("none"::equals);
    for (Attempt attempt : attempts) {
      assertThat(attempt.said()).doesNotContain(secrets.toArray(String[]::new));
    }
  }

  @Test
  void aTokenIsObtainedKeptForTheUserAloneUsedAndGivenBack() throws Exception {
    assertThat(run("auth", "status", "acme").ended()).isEqualTo(4);

    Attempt login = login();
    assertThat(login.output())
        .isEqualTo(
            "Logged in to Acme; the token expires in 29 minutes and is renewed by itself.\n");
    assertThat(tokenFiles()).hasSize(1);
    engine().check(event -> {}, new Cancellation());

    Attempt status = run("auth", "status", "acme");
    assertThat(status.ended()).isZero();
    assertThat(status.output())
        .contains("authorizationCode (in use)", "stored, expires in 29 minutes", "things.read");

    String refreshToken = saved().path("refreshToken").textValue();
    Attempt logout = run("auth", "logout", "acme");
    assertThat(logout.ended()).isZero();
    assertThat(logout.said()).contains("given back");
    assertThat(tokenFiles()).isEmpty();
    variables.put("ACME_REFRESH_TOKEN", refreshToken);
    Vendor.definition(folder.resolve("acme"), "refreshToken");
    Attempt worthless = run("auth", "login", "acme");
    assertThat(worthless.ended()).isEqualTo(4);
    assertThat(worthless.error()).contains("invalid_grant").contains("hint:");
    secrets.add(refreshToken);

    Attempt again = run("auth", "logout", "acme");
    assertThat(again.ended()).isZero();
    assertThat(again.output()).contains("There was no token");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void theTokenIsForItsOwnerAloneAndOneThatOthersCanReadIsRefused() throws Exception {
    login();
    Path file = tokenFiles().get(0);
    assertThat(permissions(file)).isEqualTo("rw-------");
    assertThat(permissions(file.getParent())).isEqualTo("rwx------");
    assertThat(permissions(tokens())).isEqualTo("rwx------");

    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(failure()).contains("others can use the token").contains("chmod 600");
    Attempt status = run("auth", "status", "acme");
    assertThat(status.ended()).isEqualTo(4);
    assertThat(status.said()).contains("chmod 600");
  }

  @Test
  void aFileThatIsDamagedIsNamedAndALoginMendsIt() throws Exception {
    login();
    Files.writeString(tokenFiles().get(0), "{ broken");
    assertThat(failure()).contains("cannot read a token from " + tokenFiles().get(0));
    login();
    engine().check(event -> {}, new Cancellation());
  }

  @Test
  void anExpiredTokenIsRenewedAndTheRotatedOneWrittenBack() throws Exception {
    login();
    String first = saved().path("refreshToken").textValue();
    secrets.add(first);
    for (int i = 0; i < 3; i++) {
      expire();
      engine().check(event -> {}, new Cancellation());
    }
    assertThat(saved().path("refreshToken").textValue()).isNotEqualTo(first);
    assertThat(saved().path("audience").textValue()).contains("app").contains(vendor.origin());
  }

  @Test
  void aDefinitionOfTheSameNameThatNamesOtherServersGetsNoToken() throws Exception {
    login();
    for (String moved : List.of("_ORIGINS", "_BASE_URL")) {
      Map<String, String> hostile = new HashMap<>(variables);
      hostile.put(
          "ACME" + moved,
          moved.equals("_ORIGINS")
              ? "https://login.example.com=http://127.0.0.1:1"
              : "http://127.0.0.1:1");
      assertThat(environment(hostile)).doesNotContainKey("ACME_TOKEN_STORE");
      hostile.put("ACME_TOKEN_STORE", tokenFiles().get(0).toString());
      assertThat(failure(hostile)).contains("for another client or another server");
    }
    Path definition = folder.resolve("acme/connector.json");
    Files.writeString(
        definition,
        Files.readString(definition)
            .replace("https://login.example.com/oauth2/token", "https://evil.example.com/token"));
    assertThat(environment(variables)).doesNotContainKey("ACME_TOKEN_STORE");
    assertThat(failure()).contains("log in first");
  }

  @Test
  void anAnswerWithAnotherStateEndsTheLoginWithoutAToken() throws Exception {
    Attempt login = begin();
    HttpUrl answer = vendor.consent(login.question());
    String page = Attempt.browse(answer.newBuilder().setQueryParameter("state", "guess").build());
    assertThat(page).startsWith("400 ").contains("belongs to another login");
    assertThat(login.ended()).isEqualTo(4);
    assertThat(login.error()).contains("error: the answer belongs to another login");
    assertThat(tokenFiles()).isEmpty();
  }

  @Test
  void anAnswerOfAnotherIssuerEndsTheLoginWithoutAToken() throws Exception {
    Attempt login = begin();
    HttpUrl answer = vendor.consent(login.question());
    Attempt.browse(
        answer.newBuilder().setQueryParameter("iss", "https://evil.example.com").build());
    assertThat(login.ended()).isEqualTo(4);
    assertThat(login.error()).contains("from another server than was asked");
    assertThat(tokenFiles()).isEmpty();
  }

  @Test
  void aRefusedConsentIsToldInTheBrowserAndInTheTerminal() throws Exception {
    variables.putAll(vendor.variables("ACME", "asking-app"));
    Attempt login = begin();
    String page = Attempt.browse(vendor.refuse(login.question()));
    assertThat(page).contains("access_denied");
    assertThat(login.ended()).isEqualTo(4);
    assertThat(login.error()).contains("access_denied").contains("consent was not given");
  }

  @Test
  void whatAServerSaysIsNoHtmlInTheBrowserAndNoCommandInTheTerminal() throws Exception {
    Attempt login = begin();
    String page =
        Attempt.browse(
            vendor
                .consent(login.question())
                .newBuilder()
                .setQueryParameter("error", "<script>alert(1)</script>")
                .setQueryParameter("error_description", "\u001b[2J")
                .build());
    assertThat(page).doesNotContain("<script>").contains("&lt;script&gt;");
    login.ended();
    assertThat(login.error()).doesNotContain("\u001b");
  }

  @Test
  void aCodeOfAnotherProofKeyOrOneThatWasUsedIsRefused() throws Exception {
    Attempt first = begin();
    HttpUrl answer = vendor.consent(first.question());
    Attempt second = begin();
    HttpUrl other = vendor.consent(second.question());
    // The other's code with the right state: the server must notice by the proof key alone.
    Attempt.browse(
        answer.newBuilder().setQueryParameter("code", other.queryParameter("code")).build());
    assertThat(first.ended()).isEqualTo(4);
    assertThat(first.error()).contains("invalid_grant").contains("used up, expired, or");

    assertThat(Attempt.browse(other)).startsWith("200 ");
    assertThat(second.ended()).isZero();
    Attempt third = begin();
    HttpUrl used = vendor.consent(third.question());
    Attempt.browse(
        used.newBuilder().setQueryParameter("code", other.queryParameter("code")).build());
    assertThat(third.ended()).isEqualTo(4);
    assertThat(third.error()).contains("invalid_grant");
  }

  @Test
  void aWrongClientSecretIsExplained() throws Exception {
    variables.put("ACME_CLIENT_SECRET", "wrong-secret-0815");
    secrets.add("wrong-secret-0815");
    Attempt login = begin();
    Attempt.browse(vendor.consent(login.question()));
    assertThat(login.ended()).isEqualTo(4);
    assertThat(login.error()).contains("invalid_client").contains("copy both");
  }

  @Test
  void whoNeverAnswersIsToldWhatMayBeWrong() throws Exception {
    Attempt login = run("auth", "login", "acme", "--no-browser", "--timeout", "1");
    assertThat(login.ended()).isEqualTo(4);
    assertThat(login.error())
        .contains("nobody answered within 1 s")
        .contains("--redirect-uri")
        .contains("http://127.0.0.1:");
  }

  @Test
  void aPortThatIsTakenIsNamed() throws Exception {
    try (ServerSocket taken =
        new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
      String port = String.valueOf(taken.getLocalPort());
      Attempt login = run("auth", "login", "acme", "--no-browser", "--port", port);
      assertThat(login.ended()).isEqualTo(2);
      assertThat(login.error()).contains("port " + port).contains("--port");
    }
  }

  @Test
  void onlyTheBrowserThatWasSentBackIsAnswered() throws Exception {
    Attempt login = begin();
    HttpUrl answer = vendor.consent(login.question());
    assertThat(Attempt.browse(answer.newBuilder().encodedPath("/favicon.ico").query(null).build()))
        .startsWith("404 ");
    assertThat(Attempt.browse(answer.newBuilder().query(null).build())).startsWith("400 ");
    assertThat(status(new Request.Builder().url(answer).header("Host", "evil.example.com")))
        .isEqualTo(421);
    assertThat(status(new Request.Builder().url(answer).post(RequestBody.EMPTY))).isEqualTo(405);

    assertThat(Attempt.browse(answer)).startsWith("200 ").contains("You may close this window");
    assertThat(login.ended()).isZero();
  }

  @Test
  void theAnswerCanBeTypedWhereTheBrowserIsOnAnotherMachine() throws Exception {
    try (PipedOutputStream typed = new PipedOutputStream();
        Writer keyboard = new OutputStreamWriter(typed, StandardCharsets.UTF_8);
        PipedInputStream input = new PipedInputStream(typed)) {
      Screen screen = Screen.reading(input);
      Attempt login =
          Attempt.of(
              screen,
              folder,
              variables,
              "auth",
              "login",
              "acme",
              "--no-browser",
              "--timeout",
              "30");
      attempts.add(login);
      HttpUrl answer = vendor.consent(login.question());
      keyboard.write("no address\n");
      keyboard.flush();
      screen.awaitError(Pattern.compile("(That is not the address)"));
      keyboard.write(answer + "\n");
      keyboard.flush();
      assertThat(login.ended()).as(login.error()).isZero();
    }
    engine().check(event -> {}, new Cancellation());
  }

  @Test
  void aRedirectUriElsewhereNeedsAnAnswerThatIsTyped() throws Exception {
    Attempt login =
        run("auth", "login", "acme", "--no-browser", "--redirect-uri", "https://example.com/back");
    assertThat(login.ended()).isEqualTo(4);
    assertThat(login.error()).contains("does not lead to this machine");
  }

  @Test
  void everyMissingSettingIsNamedAtOnceWithWhereToFindIt() throws Exception {
    variables.remove("ACME_CLIENT_ID");
    variables.remove("ACME_CLIENT_SECRET");
    Attempt login = run("auth", "login", "acme");
    assertThat(login.ended()).isEqualTo(4);
    assertThat(login.error())
        .contains("set ACME_CLIENT_ID and ACME_CLIENT_SECRET")
        .contains("ACME_CLIENT_SECRET: Of the app's page.");
  }

  @Test
  void theClientOfTheDotEnvFileIsUsed() throws Exception {
    variables.remove("ACME_CLIENT_SECRET");
    Files.writeString(folder.resolve(".env"), "ACME_CLIENT_SECRET=" + Vendor.secret("app") + "\n");
    login();
    Attempt status = run("auth", "status", "acme");
    status.ended();
    assertThat(status.output()).containsPattern("ACME_CLIENT_SECRET +\\.env");
  }

  @Test
  void clientCredentialsAreExchangedAtOnce() throws Exception {
    Vendor.definition(folder.resolve("acme"), "clientCredentials");
    Attempt login = run("auth", "login", "acme");
    assertThat(login.ended()).as(login.error()).isZero();
    assertThat(login.output()).isEqualTo("Logged in to Acme; the token expires in 29 minutes.\n");
    variables.remove("ACME_CLIENT_SECRET");
    variables.put("ACME_CLIENT_SECRET", "not asked, as the token is fresh");
    engine().check(event -> {}, new Cancellation());
  }

  @Test
  void aRefreshTokenGivenByHandIsRotatedAndNoLongerNeeded() throws Exception {
    login();
    String given = saved().path("refreshToken").textValue();
    secrets.add(given);
    variables.put("CONNECTOR_TOKENS", folder.resolve("other").toString());
    Vendor.definition(folder.resolve("acme"), "refreshToken");
    Attempt login = Attempt.typing(given, folder, variables, "auth", "login", "acme");
    attempts.add(login);
    assertThat(login.ended()).as(login.error()).isZero();
    expire();
    engine().check(event -> {}, new Cancellation());
    assertThat(saved().path("refreshToken").textValue()).isNotEqualTo(given);
  }

  @Test
  void profilesAreKeptApart() throws Exception {
    login();
    variables.put("CONNECTOR_PROFILE", "second");
    assertThat(environment(variables)).doesNotContainKey("ACME_TOKEN_STORE");
    assertThat(run("auth", "logout", "acme").ended()).isZero();
    assertThat(tokenFiles()).hasSize(1);
    variables.remove("CONNECTOR_PROFILE");
    assertThat(environment(variables)).containsKey("ACME_TOKEN_STORE");
  }

  @Test
  void processesThatRenewTheSameTokenLoseNone() throws Exception {
    login();
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      processes.add(
          Vendor.java(
                  Renewals.class.getName(),
                  vendor.origin() + "/oauth2/token",
                  tokenFiles().get(0).toString(),
                  "20")
              .redirectErrorStream(true)
              .start());
    }
    for (Process process : processes) {
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(said).isZero();
    }
    engine().check(event -> {}, new Cancellation());
  }

  private Attempt login() throws Exception {
    Attempt login = begin();
    assertThat(Attempt.browse(vendor.consent(login.question()))).startsWith("200 ");
    assertThat(login.ended()).as(login.error()).isZero();
    return login;
  }

  private Attempt begin() {
    return run("auth", "login", "acme", "--no-browser", "--timeout", "30");
  }

  private Attempt run(String... arguments) {
    Attempt attempt = Attempt.of(folder, variables, arguments);
    attempts.add(attempt);
    return attempt;
  }

  private Engine engine() {
    return engine(variables);
  }

  private Engine engine(Map<String, String> used) {
    ConnectorFolder connector = ConnectorFolder.read(folder.resolve("acme"));
    return new Engine(connector.definition(), connector.schemas(), environment(used));
  }

  private Map<String, String> environment(Map<String, String> used) {
    return ConnectorEnvironment.of(
            ConnectorFolder.read(folder.resolve("acme")).definition(), folder, used)
        .variables();
  }

  private String failure() {
    return failure(variables);
  }

  private String failure(Map<String, String> used) {
    try {
      engine(used).check(event -> {}, new Cancellation());
    } catch (ApiException expected) {
      return expected.getMessage();
    }
    throw new AssertionError("the check passed");
  }

  private void expire() throws IOException {
    Path file = tokenFiles().get(0);
    ObjectNode saved = (ObjectNode) saved();
    secrets.add(saved.path("accessToken").textValue());
    secrets.add(saved.path("refreshToken").textValue());
    Files.write(file, JSON.writeValueAsBytes(saved.put("expiresAt", Instant.EPOCH.toString())));
  }

  private com.fasterxml.jackson.databind.JsonNode saved() throws IOException {
    return JSON.readTree(Files.readAllBytes(tokenFiles().get(0)));
  }

  private Path tokens() {
    return Path.of(variables.getOrDefault("CONNECTOR_TOKENS", folder.resolve("tokens").toString()));
  }

  private List<Path> tokenFiles() throws IOException {
    if (!Files.exists(tokens())) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(tokens())) {
      return files.filter(it -> it.toString().endsWith(".json")).toList();
    }
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static int status(Request.Builder request) throws IOException {
    try (Response answer = Vendor.stayingHere().newCall(request.build()).execute()) {
      return answer.code();
    }
  }
}
