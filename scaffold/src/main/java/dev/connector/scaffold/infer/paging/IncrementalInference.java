package dev.connector.scaffold.infer.paging;

import dev.connector.scaffold.description.ApiOperation;
import dev.connector.scaffold.infer.fact.Fact;
import dev.connector.scaffold.infer.shape.Collection;
import dev.connector.scaffold.lexicon.Lexicon;
import java.util.Optional;

/** Infers how only what changed is asked for. */
public final class IncrementalInference {

  private final Lexicon lexicon;

  public IncrementalInference(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  public Fact<Optional<ChangeFilter>> infer(ApiOperation operation, Collection collection) {
    return lexicon.words().isEmpty() ? Fact.sure(Optional.empty()) : Fact.unsure(Optional.empty());
  }
}
