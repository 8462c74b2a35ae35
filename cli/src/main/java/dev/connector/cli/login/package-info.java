/**
 * Logging in on behalf of the connectors that run later: a person's consent in a browser, with the
 * answer on a loopback address (RFC 8252), or what the settings hold.
 *
 * <p>May depend on {@code terminal} and on {@code spec}. Start at {@link
 * dev.connector.cli.login.BrowserLogin}.
 */
package dev.connector.cli.login;
