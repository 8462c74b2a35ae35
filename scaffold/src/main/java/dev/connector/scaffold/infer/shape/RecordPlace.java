package dev.connector.scaffold.infer.shape;

import dev.connector.scaffold.description.ApiSchema;
import dev.connector.scaffold.infer.fact.Evidence;
import dev.connector.spec.definition.Records;
import java.util.Optional;

/**
 * Where in a response records may be.
 *
 * @param record what one of them looks like there; empty where nothing is said
 * @param holder the object that has them; for a body that is a list, the list
 * @param weight what speaks for it
 */
record RecordPlace(
    Records records, Optional<ApiSchema> record, ApiSchema holder, int weight, Evidence evidence) {}
