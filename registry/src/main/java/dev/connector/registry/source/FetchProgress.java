package dev.connector.registry.source;

import org.eclipse.jgit.lib.EmptyProgressMonitor;

/** Passes JGit's progress on, and stops it when nobody waits any more. */
final class FetchProgress extends EmptyProgressMonitor {

  private final Progress progress;
  private volatile boolean stopped;
  private String task = "";
  private int done;
  private int total;

  FetchProgress(Progress progress) {
    this.progress = progress;
  }

  /** Makes JGit give up at its next step. */
  void stop() {
    stopped = true;
  }

  @Override
  public void beginTask(String title, int totalWork) {
    task = Text.oneLine(title);
    done = 0;
    total = totalWork;
    report();
  }

  @Override
  public void update(int completed) {
    done += completed;
    report();
  }

  @Override
  public boolean isCancelled() {
    return stopped;
  }

  private void report() {
    if (!stopped) {
      progress.advanced(task, done, total);
    }
  }
}
