package dev.connector.cli.agent.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Writes elements down as blocks, one after the other. */
final class HtmlBlocks {

  private static final Pattern LANGUAGE =
      Pattern.compile("\\b(?:language|lang|highlight-source|brush:)[-\\s]?(\\w{1,20})");
  private static final int DEEPEST_LIST = 6;

  private final Function<String, Optional<String>> target;
  private final List<Block> blocks = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private String marker = "";
  private String anchor = "";
  private int depth;

  HtmlBlocks(Function<String, Optional<String>> target) {
    this.target = target;
  }

  void read(Element element) {
    for (Node child : element.childNodes()) {
      if (child instanceof TextNode text) {
        write(text.getWholeText());
      } else if (child instanceof Element inner) {
        element(inner);
      }
    }
  }

  List<Block> finished() {
    flush();
    return blocks;
  }

  private void element(Element element) {
    String id = element.hasAttr("id") ? element.id() : element.attr("name");
    switch (element.normalName()) {
      case "h1", "h2", "h3", "h4", "h5", "h6" -> heading(element, id);
      case "pre" -> code(element);
      case "table" -> table(element);
      case "ul", "ol", "menu", "dl" -> list(element);
      case "br" -> line.append('\n');
      case "a" -> link(element, id);
      case "code", "kbd", "samp" -> inlineCode(element);
      default -> {
        boolean block = element.isBlock();
        if (block) {
          flush();
          anchor = id.isEmpty() ? anchor : id;
        }
        read(element);
        if (block) {
          flush();
        }
      }
    }
  }

  private void heading(Element element, String id) {
    flush();
    int level = element.normalName().charAt(1) - '0';
    String inner =
        element.select("[id], a[name]").stream()
            .map(it -> it.hasAttr("id") ? it.id() : it.attr("name"))
            .findFirst()
            .orElse(anchor);
    String text = HtmlPage.heading(element.text()).replaceAll("\\s*[#\\u00b6\\u2693]+$", "");
    if (!text.isEmpty()) {
      String fragment = id.isEmpty() ? inner : id;
      blocks.add(new Block.Heading(level, text, fragment.replaceAll("\\s", "")));
    }
    anchor = "";
  }

  private void code(Element element) {
    flush();
    Element code = Optional.ofNullable(element.selectFirst("code")).orElse(element);
    Matcher language = LANGUAGE.matcher(code.className() + " " + element.className());
    String text = Invisible.removed(element.wholeText());
    String exact = text.startsWith("\n") ? text.substring(1) : text;
    if (!exact.isBlank()) {
      blocks.add(new Block.Code(language.find() ? language.group(1) : "", exact.stripTrailing()));
    }
  }

  private void inlineCode(Element element) {
    String text = HtmlPage.heading(element.text());
    if (!text.isEmpty()) {
      write((element.wholeText().startsWith(" ") ? " " : "") + "`" + text + "`");
    }
  }

  private void link(Element element, String id) {
    anchor = id.isEmpty() ? anchor : id;
    int start = line.length();
    int before = blocks.size();
    read(element);
    boolean inline = blocks.size() == before && line.length() > start;
    if (inline && element.hasAttr("href")) {
      String text = line.substring(start);
      target
          .apply(HtmlPage.href(element))
          .filter(it -> !text.isBlank())
          .ifPresent(
              it -> {
                line.setLength(start);
                line.append(text.startsWith(" ") ? " [" : "[");
                line.append(text.strip()).append("](").append(it).append(')');
                line.append(text.endsWith(" ") ? " " : "");
              });
    }
  }

  private void list(Element element) {
    flush();
    depth++;
    int number = 1;
    for (Element child : element.children()) {
      String name = child.normalName();
      if (name.equals("li") || name.equals("dt") || name.equals("dd")) {
        boolean ordered = element.normalName().equals("ol");
        marker = name.equals("dd") ? "  " : ordered ? number++ + ". " : "- ";
        read(child);
        flush();
        marker = "";
      } else {
        element(child);
      }
    }
    flush();
    depth--;
  }

  private void table(Element element) {
    List<Element> rows = element.select("tr");
    boolean layout =
        element.select("table").size() > 1
            || !element.select("h1, h2, h3").isEmpty()
            || rows.stream().allMatch(row -> row.childrenSize() < 2);
    flush();
    if (layout) {
      read(element);
      flush();
      return;
    }
    StringBuilder table = new StringBuilder();
    for (Element row : rows) {
      table.append(table.isEmpty() ? "|" : "\n|");
      row.children().forEach(cell -> table.append(' ').append(cell(cell)).append(" |"));
      if (row == rows.get(0)) {
        table.append("\n|").append(" --- |".repeat(row.childrenSize()));
      }
    }
    blocks.add(new Block.Text(table.toString(), false));
  }

  private String cell(Element cell) {
    HtmlBlocks inner = new HtmlBlocks(target);
    inner.read(cell);
    StringBuilder text = new StringBuilder();
    for (Block block : inner.finished()) {
      String one =
          block instanceof Block.Code code
              ? "`" + code.text() + "`"
              : block instanceof Block.Heading heading ? heading.text() : block.markdown();
      text.append(text.isEmpty() ? "" : " ").append(one.replaceAll("\\s+", " "));
    }
    return text.toString().replace("|", "\\|");
  }

  private void write(String text) {
    String visible = Invisible.removed(text);
    for (int i = 0; i < visible.length(); i++) {
      char c = visible.charAt(i);
      if (!Character.isWhitespace(c) && c != '\u00a0') {
        line.append(c);
      } else if (!line.isEmpty() && !Character.isWhitespace(line.charAt(line.length() - 1))) {
        line.append(' ');
      }
    }
  }

  private void flush() {
    String text = line.toString().strip();
    line.setLength(0);
    if (text.isEmpty()) {
      return;
    }
    String indent = "  ".repeat(Math.max(0, Math.min(depth, DEEPEST_LIST) - 1));
    String following = "\n" + indent + (depth > 0 ? "  " : "");
    String first = depth > 0 && marker.isEmpty() ? "  " : marker;
    marker = "";
    blocks.add(new Block.Text(indent + first + text.replaceAll(" *\n *", following), depth > 0));
  }
}
