/**
 * Holds a connector to the rules by its behaviour: {@link Conformance} runs a {@link Check} for
 * each rule on a {@link Bench}, against mock APIs made from the definition, and knows a connector
 * only as a {@link Subject}, which may be the engine or a process in any language. The checks are
 * in {@code check}, a class for each chapter of the specification.
 */
package dev.connector.spec.conformance;
