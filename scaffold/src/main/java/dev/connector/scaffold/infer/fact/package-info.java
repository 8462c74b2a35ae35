/**
 * What an inference may say: a value, how sure it is, what in the description said so, and what
 * else it might have been. Start with {@link dev.connector.scaffold.infer.fact.Fact}.
 */
package dev.connector.scaffold.infer.fact;
