/**
 * Infers which resources there are, what can be done with them, and which leads to which. Start
 * with {@link dev.connector.scaffold.infer.graph.ParentInference}.
 */
package dev.connector.scaffold.infer.graph;
