package dev.connector.scaffold.infer.shape;

import com.fasterxml.jackson.core.JsonPointer;
import dev.connector.scaffold.description.ApiSchema;
import dev.connector.scaffold.infer.fact.Fact;
import dev.connector.spec.definition.Records;
import java.util.List;
import java.util.Optional;

/**
 * What an operation returns.
 *
 * @param collection whether it is records of one kind, any number of them
 * @param records where they are; for an operation that returns one record, where that is
 * @param record what a record looks like; empty where the document does not say
 * @param primaryKey what identifies a record; empty where nothing does
 */
public record Collection(
    Fact<Boolean> collection,
    Fact<Optional<Records>> records,
    Optional<ApiSchema> record,
    Fact<List<JsonPointer>> primaryKey) {}
