/**
 * Where descriptions come from, and what may be read for them: local files within one folder, and
 * addresses within the boundaries that the engine has too. May depend on the engine's guarded
 * sockets and on {@code openapi.document}. Start with {@link
 * dev.connector.scaffold.openapi.source.DescriptionSource}.
 */
package dev.connector.scaffold.openapi.source;
