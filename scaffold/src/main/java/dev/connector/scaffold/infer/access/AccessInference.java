package dev.connector.scaffold.infer.access;

import dev.connector.scaffold.description.ApiDescription;
import dev.connector.scaffold.lexicon.Lexicon;
import java.net.URI;
import java.util.Optional;

/**
 * Infers where an API is, how callers say who they are, how often they may call, how it fails and
 * what it sends by itself.
 */
public final class AccessInference {

  private final ApiDescription description;
  private final Lexicon lexicon;
  private final Optional<URI> document;

  public AccessInference(ApiDescription description, Lexicon lexicon) {
    this(description, lexicon, Optional.empty());
  }

  /**
   * @param document the document's own address, to which servers may be relative; empty where it
   *     has none or is a local file
   */
  public AccessInference(ApiDescription description, Lexicon lexicon, Optional<URI> document) {
    this.description = description;
    this.lexicon = lexicon;
    this.document = document;
  }

  public Access infer() {
    Draft draft = new Draft();
    new ServerInference(description, lexicon, document).infer(draft);
    GivenParameters given = GivenParameters.of(description);
    new AuthenticationDraft(draft).write(authentication(given, draft));
    new CommonParameters(description, lexicon, given).infer(draft);
    new AnswerFormat(description).infer(draft);
    new LimitsInference(description, lexicon).infer(draft);
    new ErrorsInference(description, lexicon).infer(draft);
    new WebhooksInference(description, lexicon).infer(draft);
    return draft.access();
  }

  private Found authentication(GivenParameters given, Draft draft) {
    String baseUrl = draft.text("baseUrl");
    Found found = new DeclaredAuthentication(description, lexicon, baseUrl).find(draft);
    if (found.ways().isEmpty()) {
      found = new UndescribedAuthentication(description, lexicon, given).find();
    }
    found = new SessionLogin(description, lexicon, baseUrl).extended(found);
    if (found.ways().isEmpty() && !description.operations().isEmpty()) {
      draft.gap(UndescribedAuthentication.open());
    }
    return found;
  }
}
