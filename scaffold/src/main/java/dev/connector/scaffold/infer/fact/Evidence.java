package dev.connector.scaffold.infer.fact;

/**
 * What in a document speaks for a fact.
 *
 * @param place where in the document, {@code #/paths/~1users/get}
 * @param says what is found there, a sentence without full stop, with what is quoted kept short
 */
public record Evidence(String place, String says) {}
