package dev.connector.cli.agent;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.cli.agent.brief.Briefing;
import dev.connector.cli.agent.model.Part;
import dev.connector.cli.agent.model.Reply;
import dev.connector.cli.terminal.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A second look at a draft that passes, by a model that did not make it.
 *
 * @param reported whether there was one; a reviewer may answer something else
 * @param doubts what the documentation says against it
 * @param open what a person has to see to
 */
record Review(boolean reported, List<String> doubts, String open) {

  private static final int MOST = 12;
  private static final int LONGEST = 600;

  Review {
    doubts = List.copyOf(doubts);
    Objects.requireNonNull(open);
  }

  /** That of nobody. */
  static Review none() {
    return new Review(false, List.of(), "");
  }

  /**
   * What a reviewer's answer comes to; one who reports nothing has no doubts, and shows nothing.
   */
  static Review of(Reply reply) {
    List<String> doubts = new ArrayList<>();
    List<String> open = new ArrayList<>();
    boolean reported = false;
    for (Part part : reply.parts()) {
      if (part instanceof Part.Call call && call.tool().equals(Briefing.REPORT)) {
        reported |= call.arguments().path("findings").isArray();
        call.arguments().path("findings").forEach(finding -> doubts.add(doubt(finding)));
        call.arguments()
            .path("open")
            .forEach(line -> open.add(Text.shorten(line.asText(), LONGEST)));
      }
    }
    return new Review(
        reported,
        doubts.stream().limit(MOST).toList(),
        open.stream()
            .filter(line -> !line.isBlank())
            .limit(MOST)
            .collect(Collectors.joining("\n")));
  }

  private static String doubt(JsonNode finding) {
    String said =
        finding.isTextual()
            ? finding.textValue()
            : "%s: %s (%s)"
                .formatted(
                    finding.path("place").asText(),
                    finding.path("wrong").asText(),
                    finding.path("documented").asText());
    return Text.shorten(said, LONGEST);
  }

  /** A line for who watches; claims nothing that was not reported. */
  String summary() {
    if (!reported) {
      return "not reviewed: the reviewer reported nothing";
    }
    return doubts.isEmpty()
        ? "reviewed: nothing against the documentation"
        : "reviewed: " + doubts.size() + " to look at again";
  }

  /** What a person has to see to while nobody has answered the doubts. */
  String words() {
    Stream<String> doubted = doubts.stream().map(doubt -> "The reviewer doubts " + doubt);
    return Stream.concat(open.lines(), doubted).collect(Collectors.joining("\n"));
  }
}
