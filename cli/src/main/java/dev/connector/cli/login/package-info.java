/**
 * Logging in on behalf of the connectors that run later: a person's consent in a browser, with the
 * answer on a loopback address (RFC 8252), or what the settings hold.
 *
 * <p>May depend on {@code terminal}, {@code project} and {@code spec}. Start at {@link
 * dev.connector.cli.login.Login}.
 */
package dev.connector.cli.login;
