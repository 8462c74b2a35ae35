package dev.connector.spec.conformance.live;

import dev.connector.runtime.message.Endpoint;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;

/**
 * Where every request passes before it leaves: it is written down with what comes back, and goes no
 * further where it might change something or where enough were sent. Thread-safe.
 */
final class Wire implements Interceptor {

  /** More than this of a body is neither kept nor looked at. */
  private static final long MOST_BYTES = 1 << 20;

  private final Predicate<String> allowed;
  private final Secrets secrets;
  private final List<Exchange> exchanges = new ArrayList<>();
  private final Map<String, Integer> pages = new HashMap<>();
  private Set<String> permitted = Set.of();
  private int sent;
  private int requestsLeft = Integer.MAX_VALUE;
  private int pagesEach = Integer.MAX_VALUE;
  private Optional<Enough> stopped = Optional.empty();

  /**
   * A wire.
   *
   * @param allowed the operations that may be sent, {@code contacts.list}
   */
  Wire(Predicate<String> allowed, Secrets secrets) {
    this.allowed = allowed;
    this.secrets = secrets;
  }

  /** From now on, so many requests. */
  synchronized void allow(int requests) {
    requestsLeft = requests;
    exchanges.clear();
  }

  /** From now on these operations may be sent as well. */
  synchronized void permit(Set<String> operations) {
    permitted = Set.copyOf(operations);
  }

  /** How many requests have left so far. */
  synchronized int sent() {
    return sent;
  }

  /** From now on, so many pages of each list; what was written down before is forgotten. */
  synchronized void begin(int pagesOfEach) {
    pages.clear();
    pagesEach = pagesOfEach;
    stopped = Optional.empty();
    exchanges.clear();
  }

  /** Why a request was kept back since {@link #begin}. */
  synchronized Optional<Enough> stopped() {
    return stopped;
  }

  /** What was exchanged since {@link #begin}, in order. */
  synchronized List<Exchange> exchanges() {
    return List.copyOf(exchanges);
  }

  /** The successful exchanges of one operation. */
  List<Exchange> pages(String operation) {
    return exchanges().stream()
        .filter(it -> it.operation().equals(operation))
        .filter(it -> it.status() / 100 == 2)
        .toList();
  }

  /** The last exchange of one operation. */
  Optional<Exchange> last(String operation) {
    return exchanges().stream()
        .filter(it -> it.operation().equals(operation))
        .reduce((first, second) -> second);
  }

  /** The last exchange that was about a token. */
  Optional<Exchange> lastToken() {
    return last("");
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    Endpoint endpoint = request.tag(Endpoint.class);
    String operation = endpoint == null ? "" : endpoint.operation();
    enter(operation);
    Exchange.Sent sent =
        new Exchange.Sent(request.method(), request.url(), request.headers(), body(request));
    secrets.learn(sent);
    try {
      Response response = chain.proceed(request);
      Exchange.Answer answer =
          Exchange.Answer.of(response.code(), response.headers(), text(response));
      write(new Exchange(operation, sent, Optional.of(answer)));
      return response;
    } catch (IOException e) {
      write(new Exchange(operation, sent, Optional.empty()));
      throw e;
    }
  }

  private synchronized void enter(String operation) {
    if (!operation.isEmpty() && !allowed.test(operation) && !permitted.contains(operation)) {
      stop(Enough.UNSAFE);
    }
    if (requestsLeft == 0) {
      stop(Enough.REQUESTS);
    }
    if (pages.getOrDefault(operation, 0) >= pagesEach) {
      stop(Enough.PAGES);
    }
    requestsLeft--;
    sent++;
  }

  private void stop(Enough reason) {
    stopped = Optional.of(reason);
    throw reason.stop();
  }

  private synchronized void write(Exchange exchange) {
    secrets.learn(exchange);
    exchanges.add(exchange);
    if (exchange.status() / 100 == 2 && !exchange.isAboutToken()) {
      pages.merge(exchange.operation(), 1, Integer::sum);
    }
  }

  private static String body(Request request) throws IOException {
    if (request.body() == null || request.body().contentLength() > MOST_BYTES) {
      return "";
    }
    Buffer written = new Buffer();
    request.body().writeTo(written);
    return written.readUtf8();
  }

  private static String text(Response response) {
    try {
      return response.peekBody(MOST_BYTES).string();
    } catch (IOException cutOff) {
      return ""; // whoever reads the answer meets the same
    }
  }
}
