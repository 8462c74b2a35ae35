/**
 * Runs a definition as it stands, on the Java runtime. What the format can say is executed; what
 * the engine cannot do is refused as {@code UNSUPPORTED}, by name, and never left out silently.
 *
 * <p>Depends on {@code definition} and the runtime. Start at {@link
 * dev.connector.spec.engine.Engine}. {@code DefinitionAdapter} is a definition as the runtime knows
 * connectors, which reads, hands over and describes it as it does any code; {@code Connection} is
 * its settings and client; the classes named {@code ...Translation} each turn one part of a
 * definition into what the runtime calls it.
 */
package dev.connector.spec.engine;
