package dev.connector.cli.mcp;

import dev.connector.cli.terminal.Environment;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Where calls are worked on: those that write one after another, the others side by side.
 *
 * @param environment the server's own world, below whose folder everything happens
 */
record Workshop(Environment environment, Program program, Calls calls, ReadWriteLock project) {

  Workshop {
    Objects.requireNonNull(environment);
    Objects.requireNonNull(program);
    Objects.requireNonNull(calls);
    Objects.requireNonNull(project);
  }

  Workshop(Environment environment, Program program) {
    this(environment, program, new Calls(), new ReentrantReadWriteLock(true));
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
    }
  }
}
