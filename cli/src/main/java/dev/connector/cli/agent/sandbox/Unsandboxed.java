package dev.connector.cli.agent.sandbox;

import java.util.List;

/**
 * No sandbox, for those who asked for it: a clean environment and an end in time, and otherwise all
 * that the user may do. A process that cuts itself off from its parent may outlive its time.
 */
public record Unsandboxed() implements Sandbox {

  @Override
  public List<String> line(Job job) {
    return job.line();
  }
}
