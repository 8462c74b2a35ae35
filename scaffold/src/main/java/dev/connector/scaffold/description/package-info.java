/**
 * What a description of an API says, whatever format it has; nothing is judged here. Descriptions
 * are read by {@code openapi} and judged by {@code infer}. Everything in them is hostile text. May
 * depend on Jackson alone. Start with {@link dev.connector.scaffold.description.ApiDescription}.
 */
package dev.connector.scaffold.description;
