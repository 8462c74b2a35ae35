package dev.connector.cli.agent.docs;

import dev.connector.spec.engine.Boundaries;
import dev.connector.spec.engine.GuardedSockets;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.CookieJar;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Fetches pages of one server, one at a time and with pauses; follows nothing by itself. */
final class Fetcher implements AutoCloseable {

  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(150);

  /**
   * What a server answered.
   *
   * @param type the content type without parameters, in lower case; empty where it says none
   * @param charset as declared; empty where it is not
   * @param location where it redirects to; empty where it does not
   */
  record Answer(int status, String type, String charset, String location, Body body) {}

  /** What was read of a body, and whether there was more of it. */
  record Body(byte[] bytes, boolean cut) {
    static final Body NONE = new Body(new byte[0], false);
  }

  /** Nothing was answered; says why, after the address. */
  static final class Unanswered extends Exception {
    private static final long serialVersionUID = 1;

    Unanswered(String problem, Throwable cause) {
      super(problem, cause);
    }
  }

  private final OkHttpClient client;
  private final boolean local;
  private final boolean own;
  private final long deadline;
  private Duration pause = PAUSE;
  private boolean first = true;

  /**
   * @param start the address that the user named, which alone decides what may be reached
   * @param privateNetworks whether private networks may be called
   * @param time from now on, after which nothing is fetched
   */
  Fetcher(HttpUrl start, boolean privateNetworks, Duration time) {
    local = Boundaries.isThisMachine(start.uri());
    own = privateNetworks || Boundaries.isPrivateNetwork(start.uri());
    deadline = System.nanoTime() + time.toNanos();
    client =
        GuardedSockets.client(new Boundaries(local, own), List.of())
            .newBuilder()
            .followRedirects(false)
            .followSslRedirects(false)
            .cookieJar(CookieJar.NO_COOKIES)
            .build();
  }

  /** What is left of the time. */
  Duration left() {
    return Duration.ofNanos(deadline - System.nanoTime());
  }

  /** Whether the server is the user's own, and may be called without TLS. */
  boolean isOwn() {
    return local || own;
  }

  /** Waits longer between requests than it would by itself. */
  void slowDown(Duration wished) {
    pause = wished.compareTo(pause) > 0 ? wished : pause;
  }

  /** One GET of at most so many bytes. */
  Answer get(HttpUrl address, String accept, int mostBytes) throws Unanswered {
    try {
      rest();
      Duration left = left();
      if (left.toMillis() <= 0) {
        throw new InterruptedIOException("no time left");
      }
      Request request =
          new Request.Builder()
              .url(address)
              .header("User-Agent", Robots.NAME)
              .header("Accept", accept)
              .build();
      Call call = client.newCall(request);
      call.timeout().timeout(Math.min(left.toMillis(), LONGEST.toMillis()), TimeUnit.MILLISECONDS);
      try (Response response = call.execute()) {
        return answer(response, mostBytes);
      }
    } catch (IOException e) {
      throw new Unanswered(problem(e), e);
    }
  }

  private static Answer answer(Response response, int mostBytes) throws IOException {
    String location = response.header("Location", "");
    boolean redirected = response.isRedirect() && !location.isEmpty();
    MediaType type = response.body().contentType();
    String charset =
        type == null || type.parameter("charset") == null ? "" : type.parameter("charset");
    return new Answer(
        response.code(),
        type == null ? "" : (type.type() + "/" + type.subtype()).toLowerCase(Locale.ROOT),
        charset,
        redirected ? location : "",
        redirected ? Body.NONE : body(response, mostBytes));
  }

  private static Body body(Response response, int mostBytes) throws IOException {
    try (InputStream in = response.body().byteStream()) {
      byte[] bytes = in.readNBytes(mostBytes);
      return new Body(bytes, bytes.length == mostBytes && in.read() >= 0);
    }
  }

  private void rest() throws InterruptedIOException {
    if (!first && !local) {
      try {
        Thread.sleep(pause.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted");
      }
    }
    first = false;
  }

  private static String problem(IOException failure) {
    if (GuardedSockets.refused(failure)) {
      return "is on this machine or in a private network, and is not fetched";
    }
    if (failure instanceof UnknownHostException) {
      return "cannot be fetched: its host is not known";
    }
    return failure instanceof InterruptedIOException
        ? "did not arrive in time"
        : "cannot be fetched: the connection failed";
  }

  @Override
  public void close() {
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }
}
