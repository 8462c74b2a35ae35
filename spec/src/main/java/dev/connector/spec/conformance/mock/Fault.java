package dev.connector.spec.conformance.mock;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;

/** A way in which an answer goes wrong. */
public sealed interface Fault {

  /** What becomes of the answer that would have been given. */
  MockResponse.Builder spoil(MockResponse.Builder answer, String body);

  /** Another answer altogether, such as 429 with {@code Retry-After}, or a proxy's HTML. */
  record Answered(int status, Map<String, String> headers, String body) implements Fault {
    public Answered {
      headers = Map.copyOf(headers);
    }

    @Override
    public MockResponse.Builder spoil(MockResponse.Builder answer, String good) {
      MockResponse.Builder other = new MockResponse.Builder().code(status).body(body);
      headers.forEach(other::setHeader);
      return other;
    }
  }

  /** JSON that ends in the middle, in an HTTP message that is whole. */
  record Malformed() implements Fault {
    @Override
    public MockResponse.Builder spoil(MockResponse.Builder answer, String body) {
      return answer.body(body.substring(0, body.length() / 2));
    }
  }

  /** Nothing comes for a while. */
  record Hang(Duration time) implements Fault {
    @Override
    public MockResponse.Builder spoil(MockResponse.Builder answer, String body) {
      return answer.headersDelay(time.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** The body comes byte by byte, with a pause behind each. */
  record Drip(Duration pause) implements Fault {
    @Override
    public MockResponse.Builder spoil(MockResponse.Builder answer, String body) {
      return answer.throttleBody(1, pause.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** The connection ends before anything is answered. */
  record Disconnect() implements Fault {
    @Override
    public MockResponse.Builder spoil(MockResponse.Builder answer, String body) {
      return answer.onResponseStart(new SocketEffect.CloseSocket());
    }
  }

  /** The connection ends in the middle of the body. */
  record Truncated() implements Fault {
    @Override
    public MockResponse.Builder spoil(MockResponse.Builder answer, String body) {
      return answer.onResponseBody(new SocketEffect.CloseSocket());
    }
  }
}
