/** The registry's own connectors, whose Java is rendered from their definitions. */
package dev.connector.scaffold.registry;
