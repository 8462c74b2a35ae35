package dev.connector.registry.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connector.spec.ConnectorException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Servers that are silent, slow, lying, unreachable or closed to strangers. */
@Timeout(20)
class UnwillingServerTest {

  @TempDir Path temporary;
  private final List<String> notes = new ArrayList<>();
  private GitSettings settings;

  @BeforeEach
  void create() {
    Progress progress =
        new Progress() {
          @Override
          public void advanced(String task, int done, int total) {}

          @Override
          public void note(String text) {
            notes.add(text);
          }
        };
    settings =
        GitSettings.in(temporary.resolve("cache"), progress)
            .within(new GitSettings.Limits(Duration.ofSeconds(1), Duration.ofSeconds(2), 1 << 20));
  }

  @Test
  void aSilentServerFailsWithinTheTimeOutAndIsNamed() throws IOException {
    try (Talker silent = Talker.saying(out -> Thread.sleep(60_000))) {
      long start = System.nanoTime();

      ConnectorException failure = failure(silent.url());

      assertThat(failure.kind()).isEqualTo(ConnectorException.Kind.NETWORK);
      assertThat(failure).hasMessage("localhost did not answer within 1 s");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }
  }

  @Test
  void aServerThatDripsFailsWithinTheWholeTimeOut() throws IOException {
    Talker.Speech drip =
        out -> {
          out.write("HTTP/1.1 200 OK\r\nX: ".getBytes(StandardCharsets.UTF_8));
          while (true) {
            out.write('x');
            out.flush();
            Thread.sleep(100);
          }
        };
    try (Talker dripping = Talker.saying(drip)) {
      ConnectorException failure = failure(dripping.url());

      assertThat(failure.kind()).isEqualTo(ConnectorException.Kind.NETWORK);
      assertThat(failure).hasMessage("localhost did not answer within 2 s");
    }
  }

  @Test
  void aServerThatIsNoGitServerIsNamed() throws IOException {
    Talker.Speech page =
        out ->
            out.write(
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5\r\n\r\nhello"
                    .getBytes(StandardCharsets.UTF_8));
    try (Talker web = Talker.saying(page)) {
      assertThat(failure(web.url()).getMessage()).contains("http://localhost:");
    }
  }

  @Test
  void aServerThatLiesAboutItsRefsBringsNothing() throws IOException {
    String advertisement =
        line("# service=git-upload-pack\n")
            + "0000"
            + line("1234567890123456789012345678901234567890 HEAD\0 shallow ofs-delta\n")
            + "0000";
    Talker.Speech lie =
        out ->
            out.write(
                ("HTTP/1.1 200 OK\r\nContent-Type: application/x-git-upload-pack-advertisement\r\n"
                        + "Content-Length: "
                        + advertisement.length()
                        + "\r\nConnection: close\r\n\r\n"
                        + advertisement)
                    .getBytes(StandardCharsets.UTF_8));
    try (Talker lying = Talker.saying(lie)) {
      assertThat(failure(lying.url()).kind()).isEqualTo(ConnectorException.Kind.NETWORK);
    }
  }

  @Test
  void aHostThatIsNotThereIsNamed() throws IOException {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }

    ConnectorException failure = failure("http://localhost:" + port + "/c.git");

    assertThat(failure.kind()).isEqualTo(ConnectorException.Kind.NETWORK);
    assertThat(failure).hasMessage("localhost cannot be reached");
  }

  @Test
  void whatWasFetchedStandsInForAServerThatIsGone() throws IOException {
    try (Upstream upstream = Upstream.in(temporary.resolve("up.git"))) {
      upstream.commit("main", Sample.registry().connector("billing"));
      GitServer server = GitServer.of(upstream.folder());
      String url = server.url();
      open(url).close();
      server.close();

      try (Registry registry = open(url)) {
        assertThat(registry.connector("billing").name()).isEqualTo("billing");
      }
      assertThat(notes)
          .containsExactly("localhost cannot be reached; using what was fetched before");
    }
  }

  @Test
  void aServerThatSendsTooMuchIsCutOff() throws IOException {
    byte[] noise = new byte[1 << 20];
    Sample large = Sample.registry().connector("billing");
    for (int i = 0; i < 8; i++) {
      new Random(i).nextBytes(noise);
      large.put(Entry.Type.FILE, noise.clone(), "noise", i + ".bin");
    }
    try (Upstream upstream = Upstream.in(temporary.resolve("up.git"))) {
      upstream.commit("main", large);
      try (GitServer server = GitServer.of(upstream.folder())) {
        ConnectorException failure = failure(server.url());

        assertThat(failure.kind()).isEqualTo(ConnectorException.Kind.INTEGRITY);
        assertThat(failure).hasMessageContaining("sends more than 1 MB");
      }
    }
  }

  @Test
  void credentialsOfTheUrlOpenItAndNeverShow() throws IOException {
    try (Upstream upstream = Upstream.in(temporary.resolve("up.git"))) {
      upstream.commit("main", Sample.registry().connector("billing"));
      try (GitServer server = GitServer.of(upstream.folder()).requiring("ada", "hunter2")) {
        try (Registry registry = open(server.url().replace("//", "//ada:hunter2@"))) {
          Item item = registry.connector("billing");
          assertThat(item.origin().toString() + registry.name()).doesNotContain("hunter2");
        }
        assertThat(temporary.resolve("cache"))
            .isDirectoryNotContaining(file -> file.toString().contains("hunter2"));
      }
    }
  }

  @Test
  void aTokenOfTheEnvironmentOpensItsHost() throws IOException {
    try (Upstream upstream = Upstream.in(temporary.resolve("up.git"))) {
      upstream.commit("main", Sample.registry().connector("billing"));
      try (GitServer server = GitServer.of(upstream.folder()).requiring("token", "hunter2")) {
        settings = settings.withTokens(Map.of("CONNECTOR_TOKEN_LOCALHOST", "hunter2"));

        open(server.url()).close();

        assertThat(settings.toString()).doesNotContain("hunter2");
      }
    }
  }

  @Test
  void aStrangerIsToldHowToShowAToken() throws IOException {
    try (Upstream upstream = Upstream.in(temporary.resolve("up.git"));
        GitServer server = GitServer.of(upstream.folder()).requiring("ada", "other")) {
      for (String user : List.of("", "ada:hunter2@")) {
        ConnectorException failure = failure(server.url().replace("//", "//" + user));

        assertThat(failure.kind()).isEqualTo(ConnectorException.Kind.AUTHENTICATION);
        assertThat(failure.hint()).contains("CONNECTOR_TOKEN_LOCALHOST");
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
          assertThat(cause.toString()).doesNotContain("hunter2");
        }
      }
    }
  }

  private static String line(String text) {
    return String.format("%04x", text.length() + 4) + text;
  }

  private Registry open(String url) {
    return GitRegistry.open(
        GitUrl.parse(url).toString(), new Location.Git(GitUrl.parse(url), ""), settings);
  }

  private ConnectorException failure(String url) {
    ConnectorException failure =
        catchThrowableOfType(ConnectorException.class, () -> open(url).close());
    assertThat(failure).isNotNull();
    return failure;
  }

  /** Accepts connections and says what it is told to say, whatever it is asked. */
  private static final class Talker implements AutoCloseable {

    interface Speech {
      void on(OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket socket;
    private final List<Thread> threads = new ArrayList<>();

    private Talker(ServerSocket socket) {
      this.socket = socket;
    }

    static Talker saying(Speech speech) throws IOException {
      Talker talker = new Talker(new ServerSocket(0, 10, InetAddress.getLoopbackAddress()));
      talker.start(
          () -> {
            while (true) {
              Socket caller = talker.socket.accept();
              talker.start(
                  () -> {
                    try (caller) {
                      caller.getInputStream().read(new byte[8192]);
                      speech.on(caller.getOutputStream());
                      caller.getOutputStream().flush();
                    }
                  });
            }
          });
      return talker;
    }

    String url() {
      return "http://localhost:" + socket.getLocalPort() + "/connectors.git";
    }

    @Override
    public void close() throws IOException {
      socket.close();
      synchronized (threads) {
        threads.forEach(Thread::interrupt);
      }
    }

    private interface Work {
      void run() throws IOException, InterruptedException;
    }

    private void start(Work work) {
      Thread thread =
          new Thread(
              () -> {
                try {
                  work.run();
                } catch (IOException | InterruptedException e) {
                  Thread.currentThread().interrupt(); // the caller hung up, or the test is over
                }
              });
      thread.setDaemon(true);
      synchronized (threads) {
        threads.add(thread);
      }
      thread.start();
    }
  }
}
