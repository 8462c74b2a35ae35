/**
 * Infers where an API is and how callers say who they are, how often they may call and how it
 * fails. Start with {@link dev.connector.scaffold.infer.access.AuthenticationInference}.
 */
package dev.connector.scaffold.infer.access;
