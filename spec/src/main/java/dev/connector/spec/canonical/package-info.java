/** The types of records that connectors share, as {@code spec/canonical} has them. */
package dev.connector.spec.canonical;
