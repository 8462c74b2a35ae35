package dev.connector.runtime.paging;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What a page is recognised by. Equal pages have equal fingerprints; others practically never do,
 * as a hash of everything and both ends would have to agree. Costs far less than a digest of the
 * whole, and stays what it was when a reader changes the records.
 *
 * @param size how many records there are
 * @param hash of all of them
 */
record Fingerprint(int size, int hash, JsonNode first, JsonNode last) {

  /** The fingerprint of a page that has records. */
  static Fingerprint of(List<JsonNode> page) {
    JsonNode first = page.get(0);
    JsonNode last = page.get(page.size() - 1);
    return new Fingerprint(page.size(), page.hashCode(), first.deepCopy(), last.deepCopy());
  }
}
