package dev.connector.registry.workspace;

/** A language a project is written in, and for which a registry may have source. */
public enum Language {
  JAVA("java", "Java"),
  TYPESCRIPT("typescript", "TypeScript"),
  PYTHON("python", "Python");

  private final String id;
  private final String title;

  Language(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** The folder's name in a registry: {@code java}. */
  public String id() {
    return id;
  }

  /** The name people use: {@code Java}. */
  public String title() {
    return title;
  }
}
