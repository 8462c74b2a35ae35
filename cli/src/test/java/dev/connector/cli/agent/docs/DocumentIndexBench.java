package dev.connector.cli.agent.docs;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Prints what reading and indexing 150 pages costs; run its main. */
final class DocumentIndexBench {

  private static final int PAGES = 150;

  private DocumentIndexBench() {}

  public static void main(String[] args) {
    List<String> pages = IntStream.range(0, PAGES).mapToObj(DocumentIndexBench::page).toList();
    for (int i = 0; i < 8; i++) {
      long start = System.nanoTime();
      Gathering gathering = new Gathering(it -> {});
      for (int j = 0; j < PAGES; j++) {
        gathering.add("p" + j, "p", HtmlPage.read(pages.get(j), "", it -> Optional.empty()));
      }
      List<Document> documents = gathering.finished().documents();
      long read = System.nanoTime();
      try (DocumentIndex index = DocumentIndex.of(documents)) {
        long indexed = System.nanoTime();
        int hits = index.search("how does starting_after page the orders of customer 77", 8).size();
        long searched = System.nanoTime();
        System.out.printf(
            "%d pages, %d sections: read %d ms, indexed %d ms, searched (%d hits) %d ms%n",
            documents.size(),
            documents.stream().mapToInt(it -> it.sections().size()).sum(),
            (read - start) / 1_000_000,
            (indexed - read) / 1_000_000,
            hits,
            (searched - indexed) / 1_000_000);
      }
    }
  }

  /** A page of about 15 kB. */
  private static String page(int number) {
    StringBuilder html =
        new StringBuilder("<title>Page " + number + "</title><main><h1>Page " + number + "</h1>");
    for (int i = 0; i < 20; i++) {
      html.append("<h2 id=s")
          .append(i)
          .append(">Resource ")
          .append(number * 20 + i)
          .append("</h2><p>");
      for (int j = 0; j < 12; j++) {
        html.append("The customer_")
            .append(j * number % 97)
            .append(" lists orders by starting_after. ");
      }
      html.append(
          "<table><tr><th>Name</th><th>Type</th></tr><tr><td>pageToken</td><td>text</td></tr></table>");
      html.append("<pre>{ \"id\": ").append(i).append(" }</pre>");
    }
    return html.append("</main>").toString();
  }
}
