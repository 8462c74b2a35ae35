package dev.connector.cli.agent.docs;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jsoup.select.Selector;

/** What of a page a person sees and came for: takes everything else out of it. */
final class VisibleContent {

  private static final String NEVER =
      "script, style, template, noscript, iframe, frame, object, embed, applet, svg, canvas, audio,"
          + " video, button, input, select, textarea, datalist, dialog:not([open]), [hidden],"
          + " [aria-hidden=true], .sr-only, .visually-hidden, .screen-reader-text, .lineno, .gutter,"
          + " .line-numbers-rows, a.headerlink, a.hash-link, a.anchor-link";
  private static final String AROUND =
      "nav, footer, aside, [role=navigation], [role=banner], [role=contentinfo],"
          + " [role=complementary], [role=search], [role=menu], [role=dialog]";
  private static final Pattern NOTICE =
      Pattern.compile(
          "notice|note|warning|success|tip|caution|danger|info|important|admonition|callout|alert");
  private static final Pattern RULE = Pattern.compile("([^{}@;]{1,300})\\{([^{}]{1,2000})\\}");
  private static final int MOST_RULES = 200;

  /** Selectors that are quick to evaluate; the library's own know regular expressions. */
  private static final Pattern SELECTOR = Pattern.compile("[\\w\\s.#>,-]{1,100}");

  private VisibleContent() {}

  /** The part of the page to read; the page is changed. */
  static Element of(Document page) {
    hidden(page);
    page.select(NEVER).remove();
    Element body = page.body();
    for (Element around : body.select(AROUND)) {
      if (!isNotice(around)) {
        around.remove();
      }
    }
    // The title of an article often stands in a header of its own.
    for (Element header : body.select("header")) {
      if (header.closest("main, article, [role=main]") == null
          || header.select("h1, h2").isEmpty()) {
        header.remove();
      }
    }
    return main(body);
  }

  private static void hidden(Document page) {
    for (Element styled : page.body().select("[style]")) {
      if (styled != page.body() && Style.of(styled.attr("style")).hides()) {
        styled.remove();
      }
    }
    int rules = 0;
    for (Element sheet : page.select("style")) {
      Matcher rule = RULE.matcher(sheet.data().replaceAll("/\\*[^*]*\\*/", ""));
      while (rule.find() && rules < MOST_RULES) {
        if (Style.of(rule.group(2)).hides()) {
          rules++;
          remove(page, rule.group(1).strip());
        }
      }
    }
  }

  private static void remove(Document page, String selector) {
    if (!SELECTOR.matcher(selector).matches()) {
      return;
    }
    try {
      for (Element found : page.body().select(selector)) {
        if (found != page.body()) {
          found.remove();
        }
      }
    } catch (Selector.SelectorParseException | IllegalArgumentException e) {
      // No selector after all: the style applies to nothing.
    }
  }

  private static boolean isNotice(Element element) {
    return element.normalName().equals("aside")
        && NOTICE.matcher(element.className().toLowerCase(Locale.ROOT)).find();
  }

  private static Element main(Element body) {
    int all = body.text().length();
    Optional<Element> marked =
        Stream.of("main, [role=main]", "article")
            .map(body::select)
            .flatMap(found -> largest(found).stream())
            .filter(found -> found.text().length() * 2 >= all)
            .findFirst();
    if (marked.isEmpty()) {
      withoutMenus(body);
    }
    return marked.orElse(body);
  }

  private static Optional<Element> largest(Elements found) {
    return found.stream().max(Comparator.comparingInt(it -> it.text().length()));
  }

  /** Menus that are not marked as such: blocks of links and little else, beside denser ones. */
  private static void withoutMenus(Element body) {
    int all = body.text().length();
    List<Element> blocks = body.select("div, section, ul, ol, table");
    for (Element block : blocks) {
      int text = block.text().length();
      if (text > 0 && text * 4 < all * 3 && block.hasParent()) {
        Elements links = block.select("a[href]");
        int linked = links.stream().mapToInt(link -> link.text().length()).sum();
        if (links.size() >= 8 && linked * 10 > text * 8) {
          block.remove();
        }
      }
    }
  }
}
