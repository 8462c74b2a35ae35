package dev.connector.scaffold.infer.canonical;

import com.fasterxml.jackson.core.JsonPointer;
import dev.connector.scaffold.infer.fact.Fact;
import java.util.List;
import java.util.Optional;

/**
 * What a kind of record means.
 *
 * @param canonical which shared type it may be; empty where it resembles none
 * @param personal fields about a person
 */
public record Meaning(Optional<CanonicalSuggestion> canonical, List<Fact<JsonPointer>> personal) {

  public Meaning {
    personal = List.copyOf(personal);
  }

  /** It means nothing that is known. */
  public static Meaning none() {
    return new Meaning(Optional.empty(), List.of());
  }
}
