package dev.connector.scaffold.openapi;

import dev.connector.scaffold.description.ApiDescription;
import java.util.List;

/**
 * A description, and what it was read from.
 *
 * @param address as it was named; without values of the query that may be secrets, and empty for
 *     standard input
 * @param sha256 of all files together: of the only file's bytes, or of the names and hashes of
 *     several, sorted by name
 * @param files the first first, then in the order in which they were needed
 */
public record ReadDescription(
    ApiDescription description, String address, String sha256, List<FileRead> files) {

  public ReadDescription {
    files = List.copyOf(files);
  }
}
