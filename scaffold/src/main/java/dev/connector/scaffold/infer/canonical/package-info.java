/**
 * Infers what records mean: which shared type they are, which of their fields go where in it, and
 * which are about a person. What is doubtful is suggested and not used. Start with {@link
 * dev.connector.scaffold.infer.canonical.MeaningInference}.
 */
package dev.connector.scaffold.infer.canonical;
