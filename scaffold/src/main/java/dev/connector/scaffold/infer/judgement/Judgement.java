package dev.connector.scaffold.infer.judgement;

import dev.connector.scaffold.description.ApiOperation;
import dev.connector.scaffold.infer.fact.Fact;
import dev.connector.scaffold.infer.graph.Parentage;
import dev.connector.scaffold.infer.paging.ChangeFilter;
import dev.connector.scaffold.infer.paging.DeletedRecords;
import dev.connector.scaffold.infer.shape.Collection;
import dev.connector.spec.definition.Pagination;
import java.util.List;
import java.util.Optional;

/**
 * What was inferred of one operation. All but {@code shape} and {@code authentication} means
 * something for collections alone.
 */
public record Judgement(
    ApiOperation operation,
    Collection shape,
    Fact<Optional<Pagination>> pagination,
    Fact<Parentage> parentage,
    Fact<Optional<ChangeFilter>> incremental,
    Fact<Optional<DeletedRecords>> deletes,
    Fact<List<List<String>>> authentication) {}
