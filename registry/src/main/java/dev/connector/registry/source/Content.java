package dev.connector.registry.source;

import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * The files of a registry as they are stored, wherever that is. Nothing has been checked: names may
 * be anything at all.
 */
interface Content {

  /** The names of the folders directly below a folder; none where there is no such folder. */
  Set<String> folders(String folder) throws IOException;

  /** What is directly in a folder and no folder itself, links not followed. */
  List<Entry> files(String folder) throws IOException;

  /** Everything below a folder, at any depth, that is no folder itself, links not followed. */
  List<Entry> walk(String folder) throws IOException;
}
