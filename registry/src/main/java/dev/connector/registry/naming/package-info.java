/**
 * What the names of registries mean: those a project's {@code .connectors/config.json} has, those
 * of the user, and which of them the user trusts. What the user typed is trusted; what only a
 * project's file says is not, until the user says so once.
 *
 * <p>May depend on {@code spec}, {@code source} and {@code workspace}. Start at {@code
 * NamedRegistries}.
 */
package dev.connector.registry.naming;
