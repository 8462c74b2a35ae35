/**
 * Puts what was inferred together to a definition: what is sure or likely is used and explained,
 * what is not becomes a gap, what fits nothing is left out with a reason. Start with {@link
 * dev.connector.scaffold.infer.assembly.Assembly}.
 */
package dev.connector.scaffold.infer.assembly;
