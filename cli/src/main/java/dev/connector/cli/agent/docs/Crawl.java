package dev.connector.cli.agent.docs;

import dev.connector.spec.ConnectorException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import okhttp3.HttpUrl;

/** Reads a documentation from its server: breadth first, politely, and bounded in every way. */
final class Crawl {

  private static final String ACCEPT =
      "text/html, text/markdown, text/plain;q=0.9, application/json;q=0.5, */*;q=0.1";
  private static final String SAVE = "save the pages, and give their folder: --docs <folder>";
  private static final int MOST_REDIRECTS = 5;
  private static final int DEEPEST = 12;
  private static final int ROBOTS_BYTES = 500 << 10;

  private record Waiting(HttpUrl page, int depth) {}

  private record Fetched(HttpUrl at, Fetcher.Answer answer) {}

  private final HttpUrl start;
  private final ReadingLimits limits;
  private final Gathering gathering;
  private final Fetcher fetcher;
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private final Scope.Met met = new Scope.Met();
  private Scope scope;
  private Robots robots = Robots.none();
  private long bytes;
  private int read;

  private Crawl(HttpUrl start, ReadingLimits limits, Gathering gathering, Fetcher fetcher) {
    this.start = start;
    this.limits = limits;
    this.gathering = gathering;
    this.fetcher = fetcher;
    this.scope = Scope.of(start);
  }

  /**
   * Reads what can be reached from a page.
   *
   * @throws ConnectorException where the page itself cannot be read
   */
  static void run(
      HttpUrl start, ReadingLimits limits, boolean privateNetworks, Gathering gathering) {
    try (Fetcher fetcher = new Fetcher(start, privateNetworks, limits.time())) {
      new Crawl(start, limits, gathering, fetcher).run();
    }
  }

  private void run() {
    if (!start.isHttps() && !fetcher.isOwn()) {
      throw failed("would be fetched without TLS", "use its https address, if any");
    }
    robots = robots();
    fetcher.slowDown(robots.delay());
    Fetched first = first();
    boolean moved = !scope.holds(first.at());
    scope = moved ? Scope.of(first.at()) : scope;
    met.isNew(first.at());
    Optional<Page> page = take(first);
    List<HttpUrl> listed = new SiteLists(fetcher, scope, robots).pages();
    page.ifPresent(it -> widen(it, first.at(), moved ? first.at() : start, listed));
    listed.stream().limit(limits.pages()).forEach(it -> add(it, 1));
    page.ifPresent(it -> it.links().forEach(link -> follow(first.at(), link, 1)));
    listed.forEach(it -> add(it, 1));
    while (!waiting.isEmpty() && goesOn()) {
      next(waiting.poll());
    }
  }

  private boolean goesOn() {
    String bound =
        read >= limits.pages()
            ? limits.pages() + " pages"
            : bytes >= limits.totalBytes()
                ? (limits.totalBytes() >> 20) + " MB"
                : fetcher.left().isNegative() ? limits.time().toSeconds() + " seconds" : "";
    if (!bound.isEmpty()) {
      gathering.note(
          "stopped reading "
              + scope.root()
              + " after "
              + bound
              + "; "
              + waiting.size()
              + " more pages were found: to read some of those, name a folder further below");
    }
    return bound.isEmpty() && !Thread.currentThread().isInterrupted();
  }

  /** A page named like a folder that nothing lies below: its neighbours belong to it instead. */
  private void widen(Page page, HttpUrl at, HttpUrl named, List<HttpUrl> listed) {
    String path = named.encodedPath();
    boolean certain = path.endsWith("/") || path.substring(path.lastIndexOf('/')).contains(".");
    boolean alone =
        listed.isEmpty()
            && page.links().stream()
                .flatMap(link -> scope.page(at, link).stream())
                .noneMatch(it -> scope.holds(it) && !it.equals(at));
    if (!certain && alone && scope.root().pathSize() > 1) {
      scope = scope.wider();
      gathering.note("nothing lies below " + named + ": pages below " + scope.root() + " are read");
    }
  }

  private void next(Waiting next) {
    try {
      Fetched fetched = fetch(next.page(), next.depth());
      boolean redirected = !fetched.at().equals(next.page());
      if (!scope.holds(fetched.at())) {
        gathering.leave("redirected out of the documentation", next.page().toString());
      } else if (!redirected || met.isNew(fetched.at())) {
        take(fetched)
            .ifPresent(
                page -> page.links().forEach(link -> follow(fetched.at(), link, next.depth() + 1)));
      }
    } catch (Fetcher.Unanswered e) {
      gathering.leave(e.getMessage(), next.page().toString());
    }
  }

  private void follow(HttpUrl from, String link, int depth) {
    scope.page(from, link).filter(scope::holds).ifPresent(page -> add(page, depth));
  }

  private void add(HttpUrl page, int depth) {
    boolean room = waiting.size() < 20 * limits.pages();
    if (room && !ApiDescriptions.isNamedSo(page.toString()) && met.isNew(page)) {
      if (depth > DEEPEST) {
        gathering.leave("more than " + DEEPEST + " links away", page.toString());
      } else if (!allowed(page)) {
        gathering.leave("not allowed by robots.txt", page.toString());
      } else {
        waiting.add(new Waiting(page, depth));
      }
    }
  }

  private boolean allowed(HttpUrl page) {
    String query = page.encodedQuery();
    return robots.allow(page.encodedPath() + (query == null ? "" : "?" + query));
  }

  /** A page as blocks; empty where it cannot be read, which is told. */
  private Optional<Page> take(Fetched fetched) {
    String address = fetched.at().toString();
    Fetcher.Answer answer = fetched.answer();
    Optional<Format> format = Format.ofType(answer.type(), fetched.at().encodedPath());
    Optional<String> text =
        format.flatMap(it -> Decoding.text(answer.body().bytes(), answer.charset()));
    if (text.isEmpty()) {
      gathering.leave("no text", address);
      return Optional.empty();
    }
    if (format.get().isData() && ApiDescriptions.isOne(text.get())) {
      gathering.isDescription(address, address);
      return Optional.empty();
    }
    if (answer.body().cut()) {
      gathering.leave("all but the beginning of what is too long", address);
    }
    Page page = format.get().read(text.get(), address, target(fetched.at()));
    for (String description : page.descriptions()) {
      HttpUrl found = fetched.at().resolve(description);
      if (found != null && found.username().isEmpty() && found.password().isEmpty()) {
        gathering.description(found.newBuilder().fragment(null).build().toString());
      }
    }
    String last = String.join(" ", fetched.at().pathSegments()).strip();
    gathering.add(address, last.isEmpty() ? fetched.at().host() : last, page);
    return Optional.of(page);
  }

  /** Links are shown where they stay within the documentation: others only invite to leave it. */
  private Function<String, Optional<String>> target(HttpUrl from) {
    return link ->
        Optional.ofNullable(from.resolve(link))
            .filter(it -> scope.page(it).filter(scope::holds).isPresent())
            .map(
                it -> it.encodedPath() + (it.fragment() == null ? "" : "#" + it.encodedFragment()));
  }

  private Robots robots() {
    HttpUrl address = start.resolve("/robots.txt");
    try {
      for (int i = 0; i <= MOST_REDIRECTS && address != null; i++) {
        Fetcher.Answer answer = fetcher.get(address, "text/plain, */*;q=0.1", ROBOTS_BYTES);
        if (answer.status() >= 500) {
          throw failed("is on a server whose robots.txt fails, which forbids to read it", SAVE);
        }
        if (answer.location().isEmpty()) {
          return answer.status() == 200
              ? Robots.parse(new String(answer.body().bytes(), StandardCharsets.UTF_8))
              : Robots.none();
        }
        address = scope.page(address, answer.location()).orElse(null);
      }
      return Robots.none();
    } catch (Fetcher.Unanswered e) {
      throw unreachable(e);
    }
  }

  private Fetched first() {
    HttpUrl page = scope.page(start).orElse(start);
    if (!allowed(page)) {
      throw failed("may not be read by programs: its robots.txt forbids it", SAVE);
    }
    try {
      return fetch(page, 0);
    } catch (Fetcher.Unanswered e) {
      throw unreachable(e);
    }
  }

  private Fetched fetch(HttpUrl page, int depth) throws Fetcher.Unanswered {
    HttpUrl at = page;
    for (int i = 0; i <= MOST_REDIRECTS; i++) {
      gathering.progress(
          "reading " + at + " (" + (read + 1) + " of " + (read + waiting.size() + 1) + ")");
      long room = Math.max(1, Math.min(limits.pageBytes(), limits.totalBytes() - bytes));
      read += i == 0 ? 1 : 0;
      Fetcher.Answer answer = fetcher.get(at, ACCEPT, (int) room);
      bytes += answer.body().bytes().length;
      if (answer.location().isEmpty()) {
        if (answer.status() == 429) {
          waiting.clear();
          gathering.note("stopped: the server asks for fewer requests");
        }
        if (answer.status() != 200) {
          throw new Fetcher.Unanswered("answered with " + answer.status(), null);
        }
        return new Fetched(at, answer);
      }
      Optional<HttpUrl> next = scope.page(at, answer.location());
      if (next.isEmpty()) {
        HttpUrl elsewhere = at.resolve(answer.location());
        String host = elsewhere == null ? "" : ": " + elsewhere.host();
        throw new Fetcher.Unanswered("redirected to another server" + host, null);
      }
      if (!allowed(next.get())) {
        throw new Fetcher.Unanswered("redirected to what robots.txt forbids", null);
      }
      at = next.get();
    }
    throw new Fetcher.Unanswered("redirected more than " + MOST_REDIRECTS + " times", null);
  }

  private ConnectorException unreachable(Fetcher.Unanswered failure) {
    return new ConnectorException(
        ConnectorException.Kind.NETWORK,
        "documentation at " + start + ": " + failure.getMessage(),
        "check the address; or " + SAVE,
        failure);
  }

  private ConnectorException failed(String problem, String hint) {
    return new ConnectorException(
        ConnectorException.Kind.FAILED, "documentation at " + start + " " + problem, hint);
  }
}
