package dev.connector.cli.command;

import java.util.Map;
import java.util.concurrent.Callable;

/** A command that does nothing but hold others. */
interface CommandGroup {

  /** The commands in it, by name and in the order of the help. */
  Map<String, Callable<Integer>> members();
}
