/**
 * From bytes to a tree: encodings, JSON, YAML, and what a text is that is no description. Limits
 * hold whatever the format, and nothing is constructed from what a document says. May depend on
 * Jackson and the YAML reader. Start with {@link
 * dev.connector.scaffold.openapi.document.DocumentParser}.
 */
package dev.connector.scaffold.openapi.document;
