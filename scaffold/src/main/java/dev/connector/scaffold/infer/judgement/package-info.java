/**
 * What the inferences together say of each operation. Start with {@link
 * dev.connector.scaffold.infer.judgement.Judgement}.
 */
package dev.connector.scaffold.infer.judgement;
