package dev.connector.scaffold.infer.paging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.connector.scaffold.lexicon.Lexicon;
import dev.connector.spec.definition.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the link to the next page in a body. */
final class NextLinks {

  private final Lexicon lexicon;

  NextLinks(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /**
   * @param certain whether the document says that it is a link; else it might be a token
   */
  record NextLink(Output output, boolean certain) {}

  /**
   * The link nearest to the records; empty where there is none, or where there are several and none
   * is nearer than the others.
   *
   * @param records where the records are, a pointer
   */
  Optional<NextLink> find(List<Output> outputs, String records) {
    List<NextLink> links = new ArrayList<>();
    for (Output output : outputs) {
      if (!output.isHeader() && isNext(output)) {
        resolve(output, outputs).ifPresent(links::add);
      }
    }
    Comparator<NextLink> nearest =
        Comparator.<NextLink>comparingInt(it -> -shared(it.output(), records))
            .thenComparing(it -> !it.certain())
            .thenComparingInt(it -> it.output().path().size());
    links.sort(nearest);
    if (links.size() > 1 && rivals(links.get(0).output(), links.get(1).output())) {
      return Optional.empty();
    }
    return links.stream().findFirst();
  }

  private boolean isNext(Output output) {
    return output.weight(lexicon, "nextLink") > 0
        || isNextName(output.name()) && (saysLink(output) || output.types().contains("object"));
  }

  private static boolean isNextName(String name) {
    return name.toLowerCase(Locale.ROOT).contains("next");
  }

  /** Itself if it is a text, its address if it is an object. */
  private Optional<NextLink> resolve(Output output, List<Output> outputs) {
    if (output.types().contains("object")) {
      boolean declared =
          outputs.stream()
              .anyMatch(
                  it ->
                      it.path().size() == output.path().size() + 1
                          && it.path().subList(0, output.path().size()).equals(output.path()));
      boolean hal = output.path().size() > 1 && output.path().get(0).equals("_links");
      if (declared || !hal) {
        return Optional.empty();
      }
      List<String> path = new ArrayList<>(output.path());
      path.add("href");
      return Optional.of(
          new NextLink(Output.example(output.place(), path, TextNode.valueOf("")), false));
    }
    boolean isText = output.mayBe("string") && !saysToken(output);
    return isText ? Optional.of(new NextLink(output, saysLink(output))) : Optional.empty();
  }

  private boolean saysToken(Output output) {
    return !saysLink(output)
        && (lexicon.phrase("opaque", output.text()).isPresent()
            || output.example().filter(it -> it.isTextual() && isBareWord(it)).isPresent());
  }

  /** A token rather than an address: one word of some length. */
  private static boolean isBareWord(JsonNode value) {
    String text = value.asText();
    return text.length() > 3 && text.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '=')
        || text.chars().allMatch(Character::isDigit);
  }

  boolean saysLink(Output output) {
    String name = output.name().toLowerCase(Locale.ROOT);
    boolean named =
        name.contains("link")
            || name.contains("url")
            || name.contains("uri")
            || name.equals("href")
            || output.path().stream().anyMatch(it -> it.toLowerCase(Locale.ROOT).endsWith("links"));
    String format = output.schema().map(it -> it.format().toLowerCase(Locale.ROOT)).orElse("");
    return named
        || format.startsWith("uri")
        || format.startsWith("url")
        || lexicon.phrase("link", output.text()).isPresent()
        || output.example().filter(NextLinks::isAddress).isPresent();
  }

  private static boolean isAddress(JsonNode value) {
    String text = value.asText();
    return value.isTextual()
        && (text.startsWith("http://")
            || text.startsWith("https://")
            || text.startsWith("/")
            || text.startsWith("?"));
  }

  /** How many names the ways to both begin with. */
  private static int shared(Output output, String records) {
    String at = "";
    int shared = 0;
    for (String name : output.path()) {
      at = at + "/" + name;
      if (!(records + "/").startsWith(at + "/")) {
        break;
      }
      shared++;
    }
    return shared;
  }

  /** Whether they are the same link of two lists side by side. */
  private static boolean rivals(Output one, Output other) {
    return one.path().size() == other.path().size()
        && one.path().size() > 1
        && one.name().equals(other.name())
        && !one.path().equals(other.path())
        && one.source() instanceof Source.Body
        && !one.path().get(0).equals(other.path().get(0));
  }
}
