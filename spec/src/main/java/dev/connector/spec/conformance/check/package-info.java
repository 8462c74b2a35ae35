/** The checks of the behaviour rules, a class for each chapter; {@link Checks} has them all. */
package dev.connector.spec.conformance.check;
