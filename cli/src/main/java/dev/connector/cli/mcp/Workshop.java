package dev.connector.cli.mcp;

import dev.connector.cli.terminal.Environment;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Where calls are worked on: those that write one after another, the others side by side. */
final class Workshop {

  private final Environment environment;
  private final Program program;
  private final Calls calls = new Calls();
  private final ReadWriteLock project = new ReentrantReadWriteLock(true);
  private volatile Runnable written = () -> {};

  /** A workshop below the folder of this world. */
  Workshop(Environment environment, Program program) {
    this.environment = Objects.requireNonNull(environment);
    this.program = Objects.requireNonNull(program);
  }

  /** The server's own world, below whose folder everything happens. */
  Environment environment() {
    return environment;
  }

  Calls calls() {
    return calls;
  }

  /** Has something done whenever a call may have written. */
  void whenWritten(Runnable action) {
    written = action;
  }

  /** Runs a command for a request, and gives its exit code. */
  int run(Object request, boolean writes, Environment world, List<String> words)
      throws InterruptedException {
    Lock turn = writes ? project.writeLock() : project.readLock();
    calls.begin(request, world.terminal());
    try {
      turn.lockInterruptibly();
      try {
        return program.run(world, words.toArray(new String[0]));
      } finally {
        turn.unlock();
      }
    } finally {
      calls.end(request);
      if (writes) {
        written.run();
      }
    }
  }
}
