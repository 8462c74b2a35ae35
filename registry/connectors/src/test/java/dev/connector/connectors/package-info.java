/** Checks that hold for every connector of the registry, whatever it reads. */
package dev.connector.connectors;
