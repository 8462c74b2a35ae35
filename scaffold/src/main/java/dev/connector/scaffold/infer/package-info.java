/**
 * From an API's description to a definition, with the evidence for each fact and the gaps that are
 * left. Start with {@link dev.connector.scaffold.infer.Inference}.
 */
package dev.connector.scaffold.infer;
