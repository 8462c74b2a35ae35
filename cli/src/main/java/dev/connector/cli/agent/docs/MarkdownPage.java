package dev.connector.cli.agent.docs;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Markdown as blocks of text. It is read as the HTML it stands for, so that what HTML may hide is
 * hidden here too.
 */
final class MarkdownPage {

  private static final Pattern FRONT_MATTER =
      Pattern.compile("\\A\\s*---[ \\t]*\\n(.{0,10000}?)\\n---[ \\t]*(\\n|\\z)", Pattern.DOTALL);
  private static final Pattern TITLE =
      Pattern.compile("^title:[ \\t]*[\"']?(.*?)[\"']?[ \\t]*$", Pattern.MULTILINE);
  private static final Parser PARSER = Parser.builder().maxOpenBlockParsers(100).build();

  private MarkdownPage() {}

  /** Reads a document; takes anything. The parameters are those of an HTML page. */
  static Page read(String markdown, String address, Function<String, Optional<String>> target) {
    String text = Invisible.removed(markdown);
    Matcher front = FRONT_MATTER.matcher(text);
    boolean fronted = front.find();
    Matcher title = TITLE.matcher(fronted ? front.group(1) : "");
    String named = title.find() ? HtmlPage.heading(title.group(1)) : "";
    Node document = PARSER.parse(fronted ? text.substring(front.end()) : text);
    Page page = HtmlPage.read(renderer().render(document), address, target);
    return new Page(
        named.isEmpty() ? page.title() : named, page.blocks(), page.links(), page.descriptions());
  }

  /** Lines stay lines, since tables are written so; headings get the anchors they usually have. */
  private static HtmlRenderer renderer() {
    Set<String> taken = new HashSet<>();
    return HtmlRenderer.builder()
        .softbreak("<br>")
        .attributeProviderFactory(
            context ->
                (node, tag, attributes) -> {
                  if (node instanceof Heading heading) {
                    attributes.putAll(Map.of("id", anchor(heading, taken)));
                  }
                })
        .build();
  }

  private static String anchor(Heading heading, Set<String> taken) {
    StringBuilder text = new StringBuilder();
    heading.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text node) {
            text.append(node.getLiteral());
          }

          @Override
          public void visit(Code node) {
            text.append(node.getLiteral());
          }
        });
    String words = text.toString().toLowerCase(Locale.ROOT).strip();
    String anchor = words.replaceAll("[^\\p{L}\\p{N}_ -]", "").replace(' ', '-');
    String free = anchor;
    for (int i = 1; !taken.add(free); i++) {
      free = anchor + "-" + i;
    }
    return free;
  }
}
