/**
 * Checks a whole registry as its maintainers need it, in one go: whether each item can be installed
 * and keeps the rules that reading decides, whether they fit together, and whether any file holds
 * what looks like a secret. Reads only; no network.
 *
 * <p>May depend on {@code spec} and {@code source}. Start at {@code RegistryValidator}.
 */
package dev.connector.registry.validation;
