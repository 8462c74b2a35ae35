package dev.connector.runtime.http;

import java.util.List;
import java.util.Map;
import okhttp3.Headers;

/**
 * What a client puts on its requests by itself.
 *
 * @param headers headers on every request to the origin of the base URL
 * @param query parameters on every request to the origin of the base URL
 * @param correlationHeader the header that carries the correlation id
 */
record Defaults(Headers headers, Map<String, List<String>> query, String correlationHeader) {}
