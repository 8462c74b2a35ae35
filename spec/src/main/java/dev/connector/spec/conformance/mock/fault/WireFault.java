package dev.connector.spec.conformance.mock.fault;

import dev.connector.spec.conformance.mock.exchange.Reply;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;

/** What is wrong with the connection, or with how an answer is written to it. */
public sealed interface WireFault extends Fault {

  /**
   * What becomes of a right answer.
   *
   * @param resetting makes the connection end with a reset once it is closed
   */
  MockResponse.Builder spoil(MockResponse.Builder answer, Reply good, Runnable resetting);

  /** Nothing comes for a while. */
  record Hang(Duration time) implements WireFault {
    @Override
    public MockResponse.Builder spoil(MockResponse.Builder answer, Reply good, Runnable resetting) {
      return answer.headersDelay(time.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** The body comes byte by byte, with a pause behind each. */
  record Drip(Duration pause) implements WireFault {
    @Override
    public MockResponse.Builder spoil(MockResponse.Builder answer, Reply good, Runnable resetting) {
      return answer.throttleBody(1, pause.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /**
   * The body goes on and on.
   *
   * @param aborted is run when the client closes the connection, within moments
   */
  record Endless(Runnable aborted) implements WireFault {
    @Override
    public MockResponse.Builder spoil(MockResponse.Builder answer, Reply good, Runnable resetting) {
      EndlessBody body = new EndlessBody(aborted);
      return answer.body(body).setHeader("Content-Length", body.getContentLength());
    }
  }

  /** The connection is closed before anything is answered. */
  record Disconnect() implements WireFault {
    @Override
    public MockResponse.Builder spoil(MockResponse.Builder answer, Reply good, Runnable resetting) {
      return answer.onResponseStart(new SocketEffect.CloseSocket());
    }
  }

  /** The connection is reset before anything is answered. */
  record Reset() implements WireFault {
    @Override
    public MockResponse.Builder spoil(MockResponse.Builder answer, Reply good, Runnable resetting) {
      resetting.run();
      return answer.onResponseStart(new SocketEffect.CloseSocket());
    }
  }

  /** The connection is closed in the middle of the body. */
  record Truncated() implements WireFault {
    @Override
    public MockResponse.Builder spoil(MockResponse.Builder answer, Reply good, Runnable resetting) {
      return answer.onResponseBody(new SocketEffect.CloseSocket());
    }
  }

  /** The right answer, compressed. */
  record Compressed(Compression compression) implements WireFault {
    @Override
    public MockResponse.Builder spoil(MockResponse.Builder answer, Reply good, Runnable resetting) {
      return answer
          .setHeader("Content-Encoding", compression.coding())
          .body(compression.compress(good.body(), 0));
    }
  }

  /**
   * The right answer with spaces behind it, written as they are made.
   *
   * @param bytes how many there are in all
   */
  record Oversized(long bytes) implements WireFault {
    @Override
    public MockResponse.Builder spoil(MockResponse.Builder answer, Reply good, Runnable resetting) {
      return answer
          .body(new PaddedBody(good.body(), bytes))
          .removeHeader("Content-Length")
          .setHeader("Content-Length", bytes);
    }
  }

  /**
   * A small body that unpacks to a large one.
   *
   * @param bytes how many there are once it is unpacked
   */
  record Bomb(long bytes) implements WireFault {
    @Override
    public MockResponse.Builder spoil(MockResponse.Builder answer, Reply good, Runnable resetting) {
      return answer
          .setHeader("Content-Encoding", "gzip")
          .body(Compression.GZIP.compress(good.body(), bytes));
    }
  }
}
