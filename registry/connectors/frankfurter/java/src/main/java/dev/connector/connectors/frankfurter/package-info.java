/**
 * Frankfurter: Reference exchange rates of the European Central Bank, today's and back to 1999.
 *
 * <p>Depends on the connector runtime and on nothing else. Start at Frankfurter.
 */
package dev.connector.connectors.frankfurter;
