/** The engine with a connector's definition, and the connector's code, do the same. */
package dev.connector.connectors.agreement;
