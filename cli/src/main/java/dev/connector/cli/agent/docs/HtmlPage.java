package dev.connector.cli.agent.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.internal.StringUtil;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** HTML as blocks of text. */
final class HtmlPage {

  /** API descriptions that viewers are given by attributes or scripts. */
  private static final Pattern DESCRIPTION =
      Pattern.compile("[\"']([^\"'\\s<>]{1,300}\\.(?:json|ya?ml))[\"']", 2);

  private static final int MOST_LINKS = 5000;

  private HtmlPage() {}

  /**
   * Reads a page; takes anything.
   *
   * @param address what its links are resolved against; empty where they are to be left as written
   * @param target what a link is shown to lead to; empty where it leaves the documentation
   */
  static Page read(String html, String address, Function<String, Optional<String>> target) {
    Document document = Jsoup.parse(Invisible.removed(html), address);
    List<String> links =
        document.select("a[href], link[rel=next]").stream()
            .limit(MOST_LINKS)
            .map(HtmlPage::href)
            .toList();
    List<String> descriptions = descriptions(document, html, links);
    String title = heading(document.title());
    HtmlBlocks written = new HtmlBlocks(target);
    written.read(VisibleContent.of(document));
    List<Block> blocks = written.finished();
    String first =
        blocks.stream()
            .filter(block -> block instanceof Block.Heading heading && heading.level() == 1)
            .map(block -> ((Block.Heading) block).text())
            .findFirst()
            .orElse(title);
    return new Page(first, blocks, links, descriptions);
  }

  /** A link's target, whole where the page's address is known. */
  static String href(Element link) {
    String resolved = link.absUrl("href");
    return resolved.isEmpty() ? link.attr("href") : resolved;
  }

  static String heading(String text) {
    return Invisible.removed(text).replaceAll("[\\s\\u00a0]+", " ").strip();
  }

  private static List<String> descriptions(Document document, String html, List<String> links) {
    List<String> written = new ArrayList<>();
    Matcher quoted = DESCRIPTION.matcher(html);
    while (quoted.find() && written.size() < MOST_LINKS) {
      written.add(quoted.group(1));
    }
    String base = document.baseUri();
    return Stream.concat(links.stream(), written.stream().map(it -> StringUtil.resolve(base, it)))
        .filter(ApiDescriptions::isNamedSo)
        .distinct()
        .toList();
  }
}
