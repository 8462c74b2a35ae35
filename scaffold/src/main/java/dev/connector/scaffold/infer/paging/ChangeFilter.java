package dev.connector.scaffold.infer.paging;

import com.fasterxml.jackson.core.JsonPointer;
import dev.connector.spec.definition.Incremental;
import java.util.Optional;

/**
 * A parameter by which only records from some value on are asked for.
 *
 * @param parameter as it is sent, {@code created[gte]}
 * @param inclusive whether records with that very value are among them
 * @param field where in a record the value is; empty where that is not known
 * @param until the parameter that ends the stretch, where there is one
 */
public record ChangeFilter(
    String parameter,
    boolean inclusive,
    Optional<JsonPointer> field,
    Incremental.Value value,
    Optional<String> until) {}
