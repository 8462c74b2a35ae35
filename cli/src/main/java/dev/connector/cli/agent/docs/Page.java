package dev.connector.cli.agent.docs;

import java.util.List;

/**
 * A page or a file once it is understood.
 *
 * @param title empty where it says none
 * @param links as they are written, resolved where the page's own address is known
 * @param descriptions what looks like the name of an API description, as it is written
 */
record Page(String title, List<Block> blocks, List<String> links, List<String> descriptions) {
  Page {
    blocks = List.copyOf(blocks);
    links = List.copyOf(links);
    descriptions = List.copyOf(descriptions);
  }

  static Page of(List<Block> blocks) {
    return new Page("", blocks, List.of(), List.of());
  }
}
