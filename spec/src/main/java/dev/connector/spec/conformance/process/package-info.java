/**
 * A connector that runs as a process of its own, in whatever language, and is spoken to by the
 * protocol of the specification. Strict: whatever a process says that the protocol does not have is
 * a {@link dev.connector.spec.conformance.process.ProtocolException}.
 *
 * <p>Depends on the runtime. Start at {@link
 * dev.connector.spec.conformance.process.ProcessConnector}.
 */
package dev.connector.spec.conformance.process;
