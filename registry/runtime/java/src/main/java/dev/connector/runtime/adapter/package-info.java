/**
 * What makes a connector that speaks the process protocol out of a typed client: resources and
 * operations by name, records with their schema, counts and checkpoints. The engine that runs
 * definitions hands records over in the same way.
 *
 * <p>Depends on all the rest of the runtime. Start at {@link
 * dev.connector.runtime.adapter.ClientConnector}, and at {@link
 * dev.connector.runtime.adapter.Adapter} for what a connector says of itself.
 */
package dev.connector.runtime.adapter;
