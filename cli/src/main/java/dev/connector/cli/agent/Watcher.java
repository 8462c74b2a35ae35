package dev.connector.cli.agent;

/** Who follows a run: a person at a screen, or nobody. */
public interface Watcher {

  /** A step has come to something, in a few words. */
  void at(Step step, String what);

  /** What goes on this moment; the next message replaces it. */
  void busy(String what);
}
