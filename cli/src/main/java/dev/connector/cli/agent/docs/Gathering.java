package dev.connector.cli.agent.docs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What has been read so far, and what was left out of it. */
final class Gathering {

  private static final int MOST_DESCRIPTIONS = 20;
  private static final int EXAMPLES = 3;
  private static final int LONGEST_TITLE = 160;

  private final Consumer<String> progress;
  private final List<Document> documents = new ArrayList<>();
  private final Set<String> texts = new HashSet<>();
  private final Map<String, List<String>> left = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();
  private final Set<String> descriptions = new LinkedHashSet<>();

  Gathering(Consumer<String> progress) {
    this.progress = progress;
  }

  void progress(String doing) {
    progress.accept(doing);
  }

  /** Takes a page as the next document, unless it says nothing, or what another said. */
  void add(String address, String name, Page page) {
    String title = page.title().isEmpty() ? name : page.title();
    String shown = title.substring(0, Math.min(title.length(), LONGEST_TITLE));
    Document document =
        SectionCutter.cut("d" + (documents.size() + 1), address, shown, page.blocks());
    String said = page.blocks().stream().map(Block::markdown).collect(Collectors.joining("\n"));
    if (said.isBlank()) {
      leave("without readable text", address);
    } else if (!texts.add(said)) {
      leave("the same as another", address);
    } else {
      documents.add(document);
    }
  }

  /** Notes something that is not read; {@code reason} follows "left out, ". */
  void leave(String reason, String address) {
    left.computeIfAbsent(reason, it -> new ArrayList<>()).add(Invisible.removed(address));
  }

  void note(String note) {
    notes.add(note);
  }

  /** Notes a description; {@code address} may be anything that a page says. */
  void description(String address) {
    if (descriptions.size() < MOST_DESCRIPTIONS) {
      descriptions.add(Invisible.removed(address));
    }
  }

  /** A page that was named as documentation, or is part of it, and is a description. */
  void isDescription(String shown, String address) {
    description(address);
    note(shown + " is an API description, not documentation: give it by --from-openapi");
  }

  Reading finished() {
    List<String> told = new ArrayList<>(notes);
    left.forEach(
        (reason, addresses) -> {
          int more = addresses.size() - EXAMPLES;
          told.add(
              "left out, "
                  + reason
                  + ": "
                  + addresses.stream().limit(EXAMPLES).collect(Collectors.joining(", "))
                  + (more > 0 ? " and " + more + " more" : ""));
        });
    return new Reading(documents, told, List.copyOf(descriptions));
  }
}
