package dev.connector.spec.conformance.mock.fault;

import java.io.IOException;
import java.time.Duration;
import mockwebserver3.MockResponseBody;
import okio.BufferedSink;

/** A body that is not complete for a minute, written space by space to see if anybody reads it. */
final class EndlessBody implements MockResponseBody {

  private static final long PAUSE = 20;
  private static final long SPACES = Duration.ofMinutes(1).toMillis() / PAUSE;

  private final Runnable aborted;

  /**
   * A body.
   *
   * @param aborted is run when the connection turns out to be closed before the body's end
   */
  EndlessBody(Runnable aborted) {
    this.aborted = aborted;
  }

  @Override
  public long getContentLength() {
    return SPACES;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    try {
      for (int i = 0; i < SPACES; i++) {
        sink.writeByte(' ').flush();
        Thread.sleep(PAUSE);
      }
    } catch (IOException closed) {
      aborted.run();
      throw closed;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
