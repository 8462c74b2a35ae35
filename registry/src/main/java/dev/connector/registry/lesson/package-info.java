/**
 * What earlier connectors taught: short texts, each with the features of a definition it is about,
 * and the choice of the few that help with a definition or with what is missing in one.
 *
 * <p>Texts only, from wherever a registry is; reading them is {@code registry.source}'s. May depend
 * on {@code spec}. Start at {@code Lessons}.
 */
package dev.connector.registry.lesson;
