package dev.connector.scaffold.openapi.source;

/**
 * A file's bytes.
 *
 * @param location where they really are, after redirects and links
 */
public record Content(Location location, byte[] bytes) {}
