package dev.connector.connectors.frankfurter;

/**
 * A currency there are rates for.
 *
 * @param code ISO 4217 code.
 * @param name The name in English.
 */
public record Currency(String code, String name) {}
