/**
 * From what was inferred, or from a few answers, to the folder of a connector. Start with {@link
 * dev.connector.scaffold.draft.ConnectorDraft}.
 */
package dev.connector.scaffold.draft;
