package dev.connector.cli.agent.docs;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Cuts a document at its headings, and long parts between their blocks. */
final class SectionCutter {

  /** About as long as a section is. */
  static final int LENGTH = 2500;

  /** Code is kept whole up to here. */
  private static final int LONGEST_CODE = 8000;

  private final String id;
  private final String address;
  private final String title;
  private final List<Section> sections = new ArrayList<>();
  private final Deque<Block.Heading> headings = new ArrayDeque<>();
  private final StringBuilder text = new StringBuilder();
  private boolean afterItem;
  private boolean written = true;

  private SectionCutter(String id, String address, String title) {
    this.id = id;
    this.address = address;
    this.title = title;
  }

  static Document cut(String id, String address, String title, List<Block> blocks) {
    SectionCutter cutter = new SectionCutter(id, address, title);
    blocks.forEach(cutter::add);
    cutter.end(true);
    return new Document(id, address, title, cutter.sections);
  }

  private void add(Block block) {
    if (block instanceof Block.Heading heading) {
      // A heading with nothing but deeper ones under it is told by their paths.
      boolean deeper = !headings.isEmpty() && heading.level() > headings.peek().level();
      end(!deeper);
      while (!headings.isEmpty() && headings.peek().level() >= heading.level()) {
        headings.pop();
      }
      headings.push(heading);
      written = false;
      return;
    }
    boolean item = block instanceof Block.Text paragraph && paragraph.item();
    for (String piece : pieces(block)) {
      if (text.length() > 0 && text.length() + piece.length() > LENGTH) {
        end(false);
      }
      text.append(text.isEmpty() ? "" : item && afterItem ? "\n" : "\n\n").append(piece);
      afterItem = item;
    }
  }

  /** Ends a section, an empty one only where its heading would be lost. */
  private void end(boolean empty) {
    if (text.isEmpty() && (written || !empty)) {
      return;
    }
    List<String> path = new ArrayList<>();
    headings.descendingIterator().forEachRemaining(heading -> path.add(heading.text()));
    if (path.isEmpty() || !path.get(0).equals(title)) {
      path.add(0, title);
    }
    String anchor = headings.isEmpty() ? "" : headings.peek().anchor();
    sections.add(
        new Section(
            id + "." + (sections.size() + 1),
            anchor.isEmpty() ? address : address + "#" + anchor,
            path,
            text.toString()));
    text.setLength(0);
    written = true;
  }

  private static List<String> pieces(Block block) {
    String markdown = block.markdown();
    if (block instanceof Block.Code code && markdown.length() > LONGEST_CODE) {
      return lines(code.text()).stream()
          .map(part -> new Block.Code(code.language(), part).markdown())
          .toList();
    }
    boolean whole = block instanceof Block.Code || markdown.length() <= LENGTH;
    return whole ? List.of(markdown) : lines(markdown);
  }

  /** Cut at the end of a line, else of a sentence or a word, else anywhere. */
  private static List<String> lines(String text) {
    List<String> pieces = new ArrayList<>();
    int start = 0;
    while (text.length() - start > LENGTH) {
      int end = start + LENGTH;
      int line = text.lastIndexOf('\n', end);
      int sentence = text.lastIndexOf(". ", end - 2) + 1;
      int word = text.lastIndexOf(' ', end);
      int cut =
          line > start + LENGTH / 2
              ? line
              : sentence > start + LENGTH / 2 ? sentence : word > start + LENGTH / 2 ? word : end;
      if (Character.isLowSurrogate(text.charAt(cut))) {
        cut--;
      }
      pieces.add(text.substring(start, cut));
      boolean gap = text.charAt(cut) == '\n' || text.charAt(cut) == ' ';
      start = gap ? cut + 1 : cut;
    }
    pieces.add(text.substring(start));
    return pieces;
  }
}
