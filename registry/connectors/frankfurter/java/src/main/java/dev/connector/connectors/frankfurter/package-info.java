/**
 * Frankfurter: the reference exchange rates of the European Central Bank.
 *
 * <p>Depends on the connector runtime and on nothing else. Start at {@link
 * dev.connector.connectors.frankfurter.Frankfurter}.
 */
package dev.connector.connectors.frankfurter;
