/**
 * The words by which inference recognises things, with their weights: a file, not code. Start with
 * {@link dev.connector.scaffold.lexicon.Lexicon}.
 */
package dev.connector.scaffold.lexicon;
