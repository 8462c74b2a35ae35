package dev.connector.cli.agent.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.connector.spec.ConnectorException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CrawlTest {

  private interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;
  private Answer otherwise = exchange -> send(exchange, 404, "text/plain", new byte[0]);

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().toString();
          asked.add(path);
          try (exchange) {
            answers.getOrDefault(path, otherwise).to(exchange);
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void pagesBelowTheStartAreReadBreadthFirstAndOnce() {
    html("/docs/", "Start", "<nav><a href='b'>b</a></nav><a href='/docs/a?utm_source=x#y'>a</a>");
    html("/docs/a", "A", "<a href='a/deep.html'>deep</a><a href='/docs/index.html'>start</a>");
    html("/docs/b", "B", "<a href='/other'>o</a><a href='http://evil.test/docs/x'>e</a>");
    html(
        "/docs/a/deep.html",
        "Deep",
        "<a href='http://u:p@localhost/docs/z'>z</a><a href='../x.png'>i</a>");

    Reading reading = read("/docs/");

    assertThat(reading.documents())
        .extracting(Document::title)
        .containsExactly("Start", "B", "A", "Deep");
    assertThat(reading.documents().get(2).address()).isEqualTo(address("/docs/a"));
    assertThat(reading.notes()).isEmpty();
    assertThat(asked)
        .containsExactly(
            "/robots.txt",
            "/docs/",
            "/docs/llms.txt",
            "/llms.txt",
            "/docs/sitemap.xml",
            "/sitemap.xml",
            "/docs/b",
            "/docs/a",
            "/docs/a/deep.html");
  }

  @Test
  void aPageThatOnlyLooksLikeAFolderIsReadWithItsNeighbours() {
    html("/docs/intro", "Intro", "<a href='/docs/next'>n</a><a href='/about'>n</a>");
    html("/docs/next", "Next", "");

    Reading reading = read("/docs/intro");

    assertThat(reading.documents()).extracting(Document::title).containsExactly("Intro", "Next");
    assertThat(reading.notes()).singleElement().asString().contains("nothing lies below");
  }

  @Test
  void whatTheServerListsIsRead() {
    html("/docs/", "Start", "");
    text("/llms.txt", "text/plain", "# Docs\n- [Auth](/docs/auth.md): login\n- [Home](/home)\n");
    text("/docs/auth.md", "text/markdown", "# Auth\n\nBearer.\n\n<!-- OBEY -->");
    text("/robots.txt", "text/plain", "Sitemap: " + address("/maps.xml"));
    text(
        "/maps.xml",
        "application/xml",
        "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><sitemapindex><sitemap><loc>"
            + address("/map.xml")
            + "</loc></sitemap><sitemap><loc>"
            + address("/maps.xml")
            + "</loc></sitemap></sitemapindex>");
    text(
        "/map.xml",
        "application/xml",
        "<urlset><url><loc>"
            + address("/docs/hooks")
            + "</loc></url><url><loc>&e;</loc></url><url><loc>http://evil.test/docs/</loc></url></urlset>");
    html("/docs/hooks", "Hooks", "");

    assertThat(read("/docs/").documents())
        .extracting(Document::title)
        .containsExactly("Start", "Auth", "Hooks");
  }

  @Test
  void robotsAreKept() {
    text(
        "/robots.txt",
        "text/plain",
        "User-agent: connector\nDisallow: /docs/private\nDisallow: /closed");
    html("/docs/", "Start", "<a href='private/x'>x</a><a href=open>o</a>");
    html("/docs/private/x", "Private", "");
    redirect("/docs/open", "/docs/private/x");

    Reading reading = read("/docs/");

    assertThat(reading.documents()).extracting(Document::title).containsExactly("Start");
    assertThat(asked).doesNotContain("/docs/private/x");
    assertThat(String.join("\n", reading.notes()))
        .contains(
            "not allowed by robots.txt: " + address("/docs/private/x"), "what robots.txt forbids");
    assertThatThrownBy(() -> read("/closed/"))
        .isInstanceOf(ConnectorException.class)
        .hasMessageContaining("its robots.txt forbids it");
  }

  @Test
  void redirectsStayWithinTheServerAndEnd() {
    html(
        "/docs/",
        "Start",
        "<a href=loop>l</a><a href=away>a</a><a href=moved>m</a><a href=out>o</a>");
    redirect("/docs/loop", "/docs/loop");
    redirect("/docs/away", "http://evil.test/docs/");
    redirect("/docs/moved", "/docs/here");
    redirect("/docs/out", "/shop");
    html("/docs/here", "Here", "<a href=moved>m</a>");
    html("/shop", "Shop", "");

    Reading reading = read("/docs/");

    assertThat(reading.documents()).extracting(Document::title).containsExactly("Start", "Here");
    assertThat(String.join("\n", reading.notes()))
        .contains(
            "redirected more than 5 times",
            "another server: evil.test",
            "out of the documentation");
  }

  @Test
  void endlessPagesEndAtTheBound() {
    otherwise =
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          String next = path.endsWith("/") ? path + "1" : path + "1";
          send(
              exchange,
              200,
              "text/html",
              ("<h1>"
                      + path
                      + "</h1><a href='"
                      + next
                      + "'>n</a><a href='"
                      + path
                      + "/x'>d</a><a href='?page="
                      + asked.size()
                      + "'>q</a>")
                  .getBytes(StandardCharsets.UTF_8));
        };

    Reading reading = read("/docs/", ReadingLimits.standard().withPages(20));

    assertThat(reading.documents()).hasSizeBetween(2, 20);
    assertThat(asked).hasSizeLessThan(30);
    assertThat(String.join("\n", reading.notes())).contains("after 20 pages");
  }

  @Test
  void anEndlessPageIsReadToItsBound() {
    html("/docs/", "Start", "<a href=big>b</a>");
    answers.put(
        "/docs/big",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/html");
          exchange.sendResponseHeaders(200, 0);
          byte[] line = "<p>more and more</p>\n".repeat(1000).getBytes(StandardCharsets.UTF_8);
          try (OutputStream out = exchange.getResponseBody()) {
            for (int i = 0; i < 5000; i++) {
              out.write(line);
            }
          } catch (IOException e) {
            // The reader has had enough.
          }
        });

    Reading reading = read("/docs/", ReadingLimits.standard().withBytes(200_000, 300_000));

    assertThat(reading.documents()).hasSize(2);
    assertThat(
            reading.documents().get(1).sections().stream().mapToInt(it -> it.text().length()).sum())
        .isBetween(100_000, 200_000);
    assertThat(reading.notes())
        .singleElement()
        .asString()
        .contains("what is too long: " + address("/docs/big"));
  }

  @Test
  void onlyTextIsReadWhateverItsCharset() {
    html(
        "/docs/",
        "Start",
        "<a href=bin>b</a><a href=pdf>p</a><a href=latin>l</a><a href=lie>l</a><a href=err>e</a><a href=same>s</a>");
    answers.put("/docs/bin", it -> send(it, 200, "text/html", new byte[] {0, 1, 2, 0}));
    answers.put(
        "/docs/pdf",
        it -> send(it, 200, "application/pdf", "%PDF".getBytes(StandardCharsets.UTF_8)));
    answers.put(
        "/docs/latin",
        it ->
            send(
                it,
                200,
                "text/html; charset=iso-8859-2",
                "<h1>Łódź</h1>".getBytes(Charset.forName("iso-8859-2"))));
    answers.put(
        "/docs/lie",
        it ->
            send(
                it,
                200,
                "text/html; charset=iso-8859-1",
                "<h1>Größe</h1>".getBytes(StandardCharsets.UTF_8)));
    answers.put("/docs/err", it -> send(it, 500, "text/html", new byte[0]));
    answers.put(
        "/docs/same",
        it ->
            send(
                it,
                200,
                "text/html; charset=nonsense",
                "<h1>Größe</h1>".getBytes(StandardCharsets.UTF_8)));

    Reading reading = read("/docs/");

    assertThat(reading.documents())
        .extracting(Document::title)
        .containsExactly("Start", "Łódź", "Größe");
    assertThat(String.join("\n", reading.notes()))
        .contains(
            "no text: " + address("/docs/bin") + ", " + address("/docs/pdf"),
            "answered with 500",
            "the same as another");
  }

  @Test
  void descriptionsAreNoticedInsteadOfRead() {
    html(
        "/docs/",
        "Start",
        "<a href='/spec/openapi.yaml'>s</a><script>ui({url: \"/v3/swagger.json\"})</script><a href=data>d</a>");
    text("/docs/data", "application/json", "{\"info\": {}, \"openapi\": \"3.1.0\"}");

    Reading reading = read("/docs/");

    assertThat(reading.documents()).hasSize(1);
    assertThat(reading.descriptions())
        .containsExactlyInAnyOrder(
            address("/spec/openapi.yaml"), address("/v3/swagger.json"), address("/docs/data"));
    assertThat(reading.notes())
        .singleElement()
        .asString()
        .contains("is an API description, not documentation");
    assertThat(asked).doesNotContain("/spec/openapi.yaml", "/v3/swagger.json");
  }

  @Test
  void aServerThatAsksForFewerRequestsIsLeft() {
    html("/docs/", "Start", "<a href=a>a</a><a href=b>b</a>");
    answers.put("/docs/a", it -> send(it, 429, "text/html", new byte[0]));

    assertThat(read("/docs/").notes()).anyMatch(it -> it.contains("asks for fewer requests"));
    assertThat(asked).doesNotContain("/docs/b");
  }

  @Test
  void timeIsBounded() {
    assertThatThrownBy(() -> read("/docs/", ReadingLimits.standard().withTime(Duration.ZERO)))
        .isInstanceOf(ConnectorException.class)
        .hasMessageContaining("did not arrive in time");
  }

  @Test
  void placesThatCannotBeReadAreSaid() {
    assertThatThrownBy(() -> read("/docs/")).hasMessageContaining("answered with 404");
    assertThatThrownBy(() -> readAt("http://u:secret@localhost/"))
        .hasMessageNotContaining("secret");
    assertThatThrownBy(() -> readAt("http://docs.example/")).hasMessageContaining("without TLS");
    redirect("/away/", "http://evil.test/");
    assertThatThrownBy(() -> read("/away/")).hasMessageContaining("another server: evil.test");
  }

  @Test
  void theQuestionCarriesNothingOfTheUsers() {
    answers.put(
        "/docs/",
        exchange -> {
          assertThat(exchange.getRequestMethod()).isEqualTo("GET");
          assertThat(exchange.getRequestHeaders())
              .doesNotContainKeys("Cookie", "Authorization", "Referer");
          exchange.getResponseHeaders().add("Set-Cookie", "a=b; Path=/");
          send(
              exchange,
              200,
              "text/html",
              "<h1>S</h1><a href=a>a</a>".getBytes(StandardCharsets.UTF_8));
        });
    answers.put(
        "/docs/a",
        exchange -> {
          boolean clean = !exchange.getRequestHeaders().containsKey("Cookie");
          send(
              exchange,
              200,
              "text/html",
              ("<h1>" + clean + "</h1>").getBytes(StandardCharsets.UTF_8));
        });

    assertThat(read("/docs/").documents()).extracting(Document::title).containsExactly("S", "true");
  }

  private void html(String path, String title, String body) {
    text(
        path,
        "text/html",
        "<html><title>t</title><body><h1>" + title + "</h1><p>Of " + title + ".</p>" + body);
  }

  private void text(String path, String type, String text) {
    answers.put(path, exchange -> send(exchange, 200, type, text.getBytes(StandardCharsets.UTF_8)));
  }

  private void redirect(String path, String to) {
    answers.put(
        path,
        exchange -> {
          exchange.getResponseHeaders().set("Location", to);
          exchange.sendResponseHeaders(302, -1);
        });
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  private String address(String path) {
    return "http://localhost:" + server.getAddress().getPort() + path;
  }

  private Reading read(String path) {
    return read(path, ReadingLimits.standard());
  }

  private Reading read(String path, ReadingLimits limits) {
    return new DocumentationReader(limits, false, it -> {})
        .read(List.of(address(path)), Path.of(""));
  }

  private static Reading readAt(String url) {
    return new DocumentationReader(ReadingLimits.standard(), false, it -> {})
        .read(List.of(url), Path.of(""));
  }
}
