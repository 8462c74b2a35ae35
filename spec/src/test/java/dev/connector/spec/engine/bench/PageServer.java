package dev.connector.spec.engine.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * Serves contacts in pages that were serialised before the first request, so that it costs its
 * readers as little as a server can. Prints its address, and ends with its standard input.
 */
public final class PageServer {

  private static final int PAGE = 100;

  private PageServer() {}

  /** Takes the number of records, a multiple of 100. */
  public static void main(String[] arguments) throws IOException {
    int records = Integer.parseInt(arguments[0]);
    byte[][] pages = new byte[records / PAGE][];
    for (int page = 0; page < pages.length; page++) {
      pages[page] = page(page, pages.length).getBytes(StandardCharsets.UTF_8);
    }
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
    server.createContext("/contacts", exchange -> answer(exchange, pages));
    server.start();
    System.out.println("http://127.0.0.1:" + server.getAddress().getPort());
    while (System.in.read() >= 0) {
      // until the reader is gone
    }
    server.stop(0);
  }

  private static void answer(HttpExchange exchange, byte[][] pages) throws IOException {
    String query = exchange.getRequestURI().getQuery();
    int page = query == null ? 0 : Integer.parseInt(query.substring(query.indexOf('=') + 1));
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, pages[page].length);
    exchange.getResponseBody().write(pages[page]);
    exchange.close();
  }

  private static String page(int page, int pages) {
    StringBuilder json = new StringBuilder("{\"items\":[");
    for (int i = page * PAGE; i < (page + 1) * PAGE; i++) {
      json.append(i == page * PAGE ? "" : ",").append(contact(i));
    }
    String next = page + 1 < pages ? "\"" + (page + 1) + "\"" : "null";
    return json.append("],\"next\":").append(next).append('}').toString();
  }

  private static String contact(int i) {
    return """
        {"id":"%1$d","email":"person%1$d@example.com","firstName":"First%1$d","lastName":"Last%1$d",\
        "phone":"+1 555 %1$07d","company":{"id":"%2$d","name":"Company %2$d"},"score":%3$d.25,\
        "tags":["customer","region-%4$d"],"archived":false,"createdAt":"2024-03-01T08:00:00Z",\
        "updatedAt":"2026-02-0%5$dT09:30:00Z","note":null}"""
        .formatted(i, i / 50, i % 100, i % 7, 1 + i % 9);
  }
}
