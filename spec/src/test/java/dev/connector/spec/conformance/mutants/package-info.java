/**
 * Holds the conformance kit itself to account: seeded faults, each of which makes the rule meant
 * fail and no rule outside its declared set. Start at {@link
 * dev.connector.spec.conformance.mutants.MutantsTest}.
 */
package dev.connector.spec.conformance.mutants;
