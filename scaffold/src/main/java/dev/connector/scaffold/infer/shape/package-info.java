/**
 * Infers what an operation returns: whether it is a collection, where its records are, what
 * identifies them. Start with {@link dev.connector.scaffold.infer.shape.CollectionInference}.
 */
package dev.connector.scaffold.infer.shape;
