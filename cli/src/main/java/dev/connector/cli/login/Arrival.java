package dev.connector.cli.login;

import java.util.concurrent.CompletableFuture;
import okhttp3.HttpUrl;

/**
 * The answer of an authorization server, as the browser brought it.
 *
 * @param address where the browser was sent, with everything in the query
 * @param page what the person in front of it is to read in the end
 */
record Arrival(HttpUrl address, CompletableFuture<Page> page) {

  /** What somebody copied out of the browser and typed: no page waits for an end. */
  static Arrival typed(HttpUrl address) {
    return new Arrival(address, new CompletableFuture<>());
  }

  @Override
  public String toString() {
    return "Arrival[" + address.host() + "]"; // the query holds the code
  }
}
