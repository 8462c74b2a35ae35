package dev.connector.spec.rules;

/**
 * Who was held to the rules.
 *
 * @param variant what of the connector ran: {@code engine} for its definition, the language of its
 *     code, or {@code files} where nothing ran and its files were read
 */
public record Identity(String connector, String version, String variant) {

  public Identity {
    if (connector.isBlank() || version.isBlank() || variant.isBlank()) {
      throw new IllegalArgumentException("a report says who it is about");
    }
  }

  @Override
  public String toString() {
    return connector + " " + version + " (" + variant + ")";
  }
}
