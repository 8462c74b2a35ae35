package dev.connector.spec.conformance.mock;

import dev.connector.spec.conformance.mock.exchange.SeenRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/**
 * A server on loopback that no definition declares, for redirects and links that lead away. It
 * answers {@code {}} to everything and keeps what it was sent.
 */
public final class OtherOrigin implements AutoCloseable {

  private final MockWebServer server = new MockWebServer();
  private final List<SeenRequest> seen = new CopyOnWriteArrayList<>();

  private OtherOrigin() {}

  /** Starts on a free port. */
  public static OtherOrigin start() {
    OtherOrigin other = new OtherOrigin();
    other.server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            other.seen.add(Incoming.seen(request));
            return new MockResponse.Builder()
                .setHeader("Content-Type", "application/json")
                .body("{}")
                .build();
          }
        });
    try {
      other.server.start(InetAddress.getLoopbackAddress(), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return other;
  }

  /** Such as {@code http://127.0.0.1:8081}. */
  public String origin() {
    return server.url("/").toString().replaceFirst("/$", "");
  }

  /** The requests so far, in the order they arrived. */
  public List<SeenRequest> requests() {
    return List.copyOf(seen);
  }

  @Override
  public void close() {
    server.close();
  }
}
