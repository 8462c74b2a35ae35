package dev.connector.scaffold.infer.shape;

import dev.connector.scaffold.description.ApiOperation;
import dev.connector.scaffold.infer.fact.Fact;
import dev.connector.scaffold.lexicon.Lexicon;
import java.util.List;
import java.util.Optional;

/** Infers what operations return. */
public final class CollectionInference {

  private final Lexicon lexicon;

  public CollectionInference(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  public Collection infer(ApiOperation operation) {
    return new Collection(
        Fact.unsure(lexicon.words().isEmpty()),
        Fact.unsure(Optional.empty()),
        Optional.empty(),
        Fact.unsure(List.of()));
  }
}
