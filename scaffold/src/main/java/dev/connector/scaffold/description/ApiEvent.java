package dev.connector.scaffold.description;

import java.util.Optional;

/**
 * Something an API tells of by itself.
 *
 * @param name as the document has it
 * @param operation the place of the operation whose callback it is; empty for a webhook
 * @param delivery the request that the API sends
 */
public record ApiEvent(String name, Optional<String> operation, ApiOperation delivery) {}
