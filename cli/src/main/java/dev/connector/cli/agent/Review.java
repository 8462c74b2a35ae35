package dev.connector.cli.agent;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.cli.agent.model.Part;
import dev.connector.cli.agent.model.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A second look at a draft that passes, by a model that did not make it.
 *
 * @param doubts what the documentation says against it
 * @param open what a person has to see to
 */
record Review(List<String> doubts, String open) {

  private static final int MOST = 12;

  Review {
    doubts = List.copyOf(doubts);
    Objects.requireNonNull(open);
  }

  /** What a reviewer's answer comes to; one who reports nothing has no doubts. */
  static Review of(Reply reply) {
    List<String> doubts = new ArrayList<>();
    String open = "";
    for (Part part : reply.parts()) {
      if (part instanceof Part.Call call) {
        for (JsonNode finding : call.arguments().path("findings")) {
          if (doubts.size() < MOST) {
            doubts.add(
                "%s: %s (%s)"
                    .formatted(
                        finding.path("place").asText(),
                        finding.path("wrong").asText(),
                        finding.path("documented").asText()));
          }
        }
        open = lines(call.arguments().path("open"));
      }
    }
    return new Review(doubts, open);
  }

  private static String lines(JsonNode open) {
    return StreamSupport.stream(open.spliterator(), false)
        .map(JsonNode::asText)
        .filter(line -> !line.isBlank())
        .limit(MOST)
        .collect(Collectors.joining("\n"));
  }
}
