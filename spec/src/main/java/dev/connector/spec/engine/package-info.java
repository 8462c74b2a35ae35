/**
 * Runs a definition as it stands, on the Java runtime. What the format can say is executed; what
 * the engine cannot do is refused as {@code UNSUPPORTED}, by name, and never left out silently.
 *
 * <p>Depends on {@code definition} and the runtime. Start at {@link
 * dev.connector.spec.engine.Engine}. {@code Connection} is a definition with its settings; the
 * classes named {@code ...Translation} each turn one part of a definition into what the runtime
 * calls it; {@code ResourceReader} reads, and {@code Emission} says what was read.
 */
package dev.connector.spec.engine;
