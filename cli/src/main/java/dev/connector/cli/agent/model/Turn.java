package dev.connector.cli.agent.model;

import java.util.ArrayList;
import java.util.List;

/** What a provider's answer comes to, the same for each of them. */
final class Turn {

  private Turn() {}

  /**
   * A reply that holds together: it waits for tools exactly where it calls some, and asks for none
   * where it was refused.
   *
   * @param stop END where the provider said something else than the other reasons
   * @param reason why it was refused, empty where that is not said
   */
  static Reply reply(List<Part> parts, Reply.Stop stop, String reason, Reply.Usage usage) {
    List<Part> kept = new ArrayList<>(parts);
    boolean dropped = stop == Reply.Stop.REFUSAL || stop == Reply.Stop.TOO_LONG;
    if (dropped) {
      kept.removeIf(part -> !(part instanceof Part.Text));
    }
    if (stop == Reply.Stop.REFUSAL && !reason.isBlank()) {
      kept.add(new Part.Text(reason));
    }
    boolean calls = kept.stream().anyMatch(Turn::call);
    return new Reply(kept, stop == Reply.Stop.END && calls ? Reply.Stop.TOOLS : stop, usage);
  }

  private static boolean call(Part part) {
    return part instanceof Part.Call || part instanceof Part.MalformedCall;
  }
}
