package dev.connector.cli.command;

import java.util.Map;
import java.util.concurrent.Callable;

/** A command that holds others, and may do something itself. */
interface CommandGroup {

  /** The commands in it, by name and in the order of the help. */
  Map<String, Callable<Integer>> members();
}
