/**
 * Reads OpenAPI descriptions into {@code description}'s form, from files, addresses and standard
 * input. Every fragment is read by itself: a malformed one costs its operation, not the document.
 * Start with {@link dev.connector.scaffold.openapi.OpenApiReader}.
 */
package dev.connector.scaffold.openapi;
