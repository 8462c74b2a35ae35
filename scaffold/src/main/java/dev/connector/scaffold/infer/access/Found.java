package dev.connector.scaffold.infer.access;

import java.util.ArrayList;
import java.util.List;

/**
 * The ways to authenticate that a document speaks of.
 *
 * @param optional whether much can be read without any
 */
record Found(List<Way> ways, boolean optional) {

  Found {
    ways = List.copyOf(ways);
  }

  static Found nothing() {
    return new Found(List.of(), true);
  }

  Found and(Way another) {
    List<Way> all = new ArrayList<>(ways);
    all.add(another);
    return new Found(all, optional && !ways.isEmpty());
  }
}
