/**
 * Reading connectors from a simulator that somebody else's tool makes of a description; start at
 * {@link dev.connector.scaffold.corpus.simulator.SimulatedReading}.
 */
package dev.connector.scaffold.corpus.simulator;
