/**
 * From the bytes of {@code connector.json} to a {@link dev.connector.spec.definition.Definition},
 * or to every problem it has at once. Own code rather than a JSON Schema validator, because it is
 * on the path of every start and its messages are what an author works with; {@code
 * connector.schema.json} says the same to editors, and a test holds the two together.
 *
 * <p>Depends on {@code definition} and Jackson. Start at {@link
 * dev.connector.spec.definition.reader.DefinitionReader}.
 */
package dev.connector.spec.definition.reader;
