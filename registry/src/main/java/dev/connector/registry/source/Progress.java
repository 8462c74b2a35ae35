package dev.connector.registry.source;

/** Told how long work goes on. Called from the thread that works; must return at once. */
public interface Progress {

  /**
   * Some of it is done.
   *
   * @param task what is going on, such as {@code Receiving objects}
   * @param total 0 where it is not known
   */
  void advanced(String task, int done, int total);

  /** Something the user should know, although the work goes on. */
  void note(String text);

  /** Tells nobody. */
  static Progress none() {
    return new Progress() {
      @Override
      public void advanced(String task, int done, int total) {}

      @Override
      public void note(String text) {}
    };
  }
}
