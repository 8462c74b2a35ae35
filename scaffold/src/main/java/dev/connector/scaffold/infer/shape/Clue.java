package dev.connector.scaffold.infer.shape;

import dev.connector.scaffold.infer.fact.Evidence;

/**
 * What speaks for or against something.
 *
 * @param weight how much; what speaks against it is below zero
 */
record Clue(int weight, Evidence evidence) {

  Clue(int weight, String place, String says) {
    this(weight, new Evidence(place, says));
  }
}
