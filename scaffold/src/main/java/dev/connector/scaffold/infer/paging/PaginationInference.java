package dev.connector.scaffold.infer.paging;

import dev.connector.scaffold.description.ApiOperation;
import dev.connector.scaffold.infer.fact.Fact;
import dev.connector.scaffold.infer.shape.Collection;
import dev.connector.scaffold.lexicon.Lexicon;
import dev.connector.spec.definition.Pagination;
import java.util.Optional;

/** Infers how further pages are asked for. */
public final class PaginationInference {

  private final Lexicon lexicon;

  public PaginationInference(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** Empty where the first page is all there is known to be. */
  public Fact<Optional<Pagination>> infer(ApiOperation operation, Collection collection) {
    return lexicon.words().isEmpty() ? Fact.sure(Optional.empty()) : Fact.unsure(Optional.empty());
  }
}
