package dev.connector.cli.agent.docs;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Lists of pages that a server publishes: llms.txt, and sitemaps. */
final class SiteLists {

  private static final int MOST_BYTES = 4 << 20;
  private static final int MOST_REQUESTS = 8;
  private static final int MOST_PAGES = 5000;

  private final Fetcher fetcher;
  private final Scope scope;
  private final Robots robots;
  private int requests;

  SiteLists(Fetcher fetcher, Scope scope, Robots robots) {
    this.fetcher = fetcher;
    this.scope = scope;
    this.robots = robots;
  }

  /** Pages of the documentation, by importance; those of llms.txt first. */
  List<HttpUrl> pages() {
    Set<HttpUrl> pages = new LinkedHashSet<>();
    for (HttpUrl list : beside("llms.txt")) {
      text(list)
          .filter(text -> !text.stripLeading().startsWith("<"))
          .ifPresent(
              text -> {
                Page page = MarkdownPage.read(text, list.toString(), it -> Optional.empty());
                page.links().forEach(link -> add(pages, list, link));
              });
    }
    sitemaps(pages);
    return List.copyOf(pages);
  }

  private void sitemaps(Set<HttpUrl> pages) {
    Deque<HttpUrl> waiting = new ArrayDeque<>();
    robots.sitemaps().forEach(it -> scope.page(scope.root(), it).ifPresent(waiting::add));
    if (waiting.isEmpty()) {
      waiting.addAll(beside("sitemap.xml"));
    }
    Set<HttpUrl> seen = new LinkedHashSet<>();
    while (!waiting.isEmpty()) {
      HttpUrl list = waiting.poll();
      Optional<String> text = seen.add(list) ? text(list) : Optional.empty();
      if (text.isPresent() && text.get().contains("<loc>")) {
        var xml = Jsoup.parse(text.get(), list.toString(), Parser.xmlParser());
        for (Element inner : xml.select("sitemap > loc")) {
          scope.page(list, inner.text()).ifPresent(waiting::add);
        }
        xml.select("url > loc").forEach(page -> add(pages, list, page.text()));
      }
    }
  }

  private void add(Set<HttpUrl> pages, HttpUrl list, String link) {
    if (pages.size() < MOST_PAGES) {
      scope.page(list, link).filter(scope::holds).ifPresent(pages::add);
    }
  }

  private List<HttpUrl> beside(String name) {
    List<HttpUrl> found = new ArrayList<>();
    Stream.of(scope.root().resolve(name), scope.root().resolve("/" + name))
        .filter(it -> it != null && !found.contains(it))
        .forEach(found::add);
    return found;
  }

  private Optional<String> text(HttpUrl list) {
    if (requests >= MOST_REQUESTS || !robots.allow(list.encodedPath())) {
      return Optional.empty();
    }
    requests++;
    try {
      Fetcher.Answer answer =
          fetcher.get(list, "text/plain, application/xml, */*;q=0.1", MOST_BYTES);
      return answer.status() == 200
          ? Decoding.text(answer.body().bytes(), answer.charset())
          : Optional.empty();
    } catch (Fetcher.Unanswered e) {
      // Nobody named this list: a server without it is as good as one that has none.
      return Optional.empty();
    }
  }
}
