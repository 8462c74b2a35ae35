package dev.connector.cli.login;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** A vendor in a process of its own, and its user's browser. */
public final class Vendor implements AutoCloseable {

  /** What the client secrets of its apps begin with. */
  static final String SECRET = "client-secret-4711-";

  private final Process process;
  private final String origin;

  private Vendor(Process process, String origin) {
    this.process = process;
    this.origin = origin;
  }

  /** Starts it. */
  public static Vendor start() throws IOException {
    Process process =
        java(VendorServer.class.getName()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String port = said.readLine();
    if (port == null) {
      throw new IllegalStateException("the vendor did not start");
    }
    return new Vendor(process, "http://127.0.0.1:" + port.strip());
  }

  /** A Java process with the classes of these tests. */
  static ProcessBuilder java(String main, String... arguments) {
    List<String> command =
        new java.util.ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }

  /** The client secret of an app. */
  static String secret(String client) {
    return SECRET + client;
  }

  public String origin() {
    return origin;
  }

  /** The variables that lead a connector of that name here. */
  public Map<String, String> variables(String prefix, String client) {
    return Map.of(
        prefix + "_BASE_URL",
        origin,
        prefix + "_ORIGINS",
        "https://login.example.com=" + origin,
        prefix + "_ALLOW_LOOPBACK",
        "true",
        prefix + "_CLIENT_ID",
        client,
        prefix + "_CLIENT_SECRET",
        secret(client));
  }

  /**
   * Writes a definition whose only way to authenticate has this grant, with its schema beside it.
   */
  public static Path definition(Path folder, String grant) throws IOException {
    Files.createDirectories(folder.resolve("schemas"));
    Files.writeString(folder.resolve("schemas/thing.json"), "{\"type\":\"object\"}");
    return Files.writeString(
        folder.resolve("connector.json"),
        """
        { "format": 1, "name": "acme", "version": "1.0.0", "title": "Acme",
          "description": "Things of Acme.", "baseUrl": "https://api.example.com",
          "settings": {
            "clientId": { "title": "Client id", "description": "Of the app.", "required": false },
            "clientSecret": { "title": "Client secret", "description": "Of the app's page.",
              "secret": true, "required": false },
            "refreshToken": { "title": "Refresh token", "description": "Of an installation.",
              "secret": true, "required": false } },
          "authentication": [ { "type": "oauth2", %s,
            "tokenUrl": "https://login.example.com/oauth2/token",
            "revocationUrl": "https://login.example.com/oauth2/revoke",
            "clientId": "{clientId}", "clientSecret": "{clientSecret}",
            "scopes": ["things.read"] } ],
          "resources": { "things": { "title": "Things", "schema": "schemas/thing.json", "primaryKey": ["/id"],
            "operations": { "list": { "path": "/things", "records": "" } } } } }
        """
            .formatted(
                grant.equals("authorizationCode")
                    ? "\"grant\": \"authorizationCode\","
                        + " \"authorizationUrl\": \"https://login.example.com/oauth2/authorize\""
                    : grant.equals("refreshToken")
                        ? "\"grant\": \"refreshToken\", \"refreshToken\": \"{refreshToken}\""
                        : "\"grant\": \"clientCredentials\""));
  }

  /** Where the browser of a user who consents would be sent, without going there. */
  public HttpUrl consent(HttpUrl question) throws IOException {
    try (Response answer = get(question, session())) {
      HttpUrl location = answer.request().url().resolve(answer.header("Location", ""));
      if (location == null || location.queryParameter("state") == null) {
        throw new IllegalStateException(
            "no way back: " + answer.code() + " " + location + answer.body().string());
      }
      return location;
    }
  }

  /** The same for a user who is asked and refuses. */
  public HttpUrl refuse(HttpUrl question) throws IOException {
    String session = session();
    String page;
    try (Response asked = get(question, session)) {
      page = asked.body().string();
    }
    String state = hidden(page, "state");
    FormBody nothingAllowed =
        new FormBody.Builder()
            .add("client_id", question.queryParameter("client_id"))
            .add("state", state)
            .build();
    Request refusal =
        new Request.Builder()
            .url(origin + "/oauth2/authorize")
            .header("Cookie", session)
            .post(nothingAllowed)
            .build();
    try (Response answer = stayingHere().newCall(refusal).execute()) {
      return HttpUrl.get(answer.header("Location", ""));
    }
  }

  /** Logs the user in, as the form wants it; the cookie that says so. */
  private String session() throws IOException {
    String cookie;
    String form;
    try (Response page = get(HttpUrl.get(origin + "/login"), "")) {
      cookie = cookie(page);
      form = page.body().string();
    }
    FormBody user =
        new FormBody.Builder()
            .add("username", "jo")
            .add("password", "open sesame")
            .add("_csrf", hidden(form, "_csrf"))
            .build();
    Request login =
        new Request.Builder().url(origin + "/login").header("Cookie", cookie).post(user).build();
    try (Response answer = stayingHere().newCall(login).execute()) {
      return cookie(answer);
    }
  }

  private static String cookie(Response answer) {
    return answer.header("Set-Cookie", "").split(";")[0];
  }

  private static String hidden(String form, String name) {
    Matcher field = Pattern.compile("name=\"" + name + "\"[^>]*value=\"([^\"]*)\"").matcher(form);
    if (!field.find()) {
      throw new IllegalStateException("no " + name + " in " + form);
    }
    return field.group(1);
  }

  private static Response get(HttpUrl address, String session) throws IOException {
    return stayingHere()
        .newCall(
            new Request.Builder()
                .url(address)
                .header("Accept", "text/html")
                .header("Cookie", session)
                .build())
        .execute();
  }

  static OkHttpClient stayingHere() {
    return new OkHttpClient.Builder().followRedirects(false).build();
  }

  @Override
  public void close() {
    process.destroy();
  }
}
