/**
 * What a connector must do, and the record of whether one does: the rules, and reports on them as a
 * table, as JSON and as JUnit XML.
 *
 * <p>Depends on Jackson alone; whoever measures depends on this. Start at {@link
 * dev.connector.spec.rules.Rules} and {@link dev.connector.spec.rules.Report}.
 */
package dev.connector.spec.rules;
