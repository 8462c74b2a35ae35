package dev.connector.scaffold.draft;

/**
 * Where a description came from, as fixtures tell it.
 *
 * @param address without anything secret
 * @param retrieved the day it was read, {@code 2026-01-31}
 */
public record DescriptionSource(String address, String retrieved) {}
