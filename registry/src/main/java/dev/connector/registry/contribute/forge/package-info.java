/**
 * Where contributions are proposed: pull requests on GitHub, merge requests on GitLab, pull
 * requests on Gitea and Forgejo, by their REST APIs.
 *
 * <p>Knows nothing of connectors and projects. May depend on {@code registry.source} for URLs.
 * Start at {@code Forge}.
 */
package dev.connector.registry.contribute.forge;
