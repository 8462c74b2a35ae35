package dev.connector.connectors.frankfurter;

/**
 * A currency there are rates for.
 *
 * @param code the ISO 4217 code
 * @param name the name in English
 */
public record Currency(String code, String name) {}
