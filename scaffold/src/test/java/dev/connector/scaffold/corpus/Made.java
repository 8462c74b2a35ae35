package dev.connector.scaffold.corpus;

import dev.connector.scaffold.draft.ConnectorDraft;
import java.util.Optional;

/**
 * What became of one document.
 *
 * @param draft empty where there is no connector
 * @param says why there is none
 * @param stated whether that is said of the document, rather than a failure of ours
 * @param millis that reading, inferring and rendering took
 */
record Made(
    String document, Optional<ConnectorDraft> draft, String says, boolean stated, long millis) {}
