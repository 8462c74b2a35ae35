package dev.connector.scaffold.infer.access;

import dev.connector.scaffold.description.ApiParameter;
import dev.connector.scaffold.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Tells the parameters by which callers say who they are from all others. */
final class CredentialParameters {

  private static final double MOST = 0.6;
  private static final double MANY = 0.2;
  private static final int STRONG = 10;
  private static final Pattern TOLD =
      Pattern.compile(
          "\\b(?:your|the|an?|license|licence) (?:[A-Za-z]+ ){0,3}"
              + "(?:api[ -]?key|access token|license key)\\b"
              + "|\\bauth(?:entication|orization) token\\b",
          Pattern.CASE_INSENSITIVE);

  private final Lexicon lexicon;
  private final GivenParameters given;

  CredentialParameters(Lexicon lexicon, GivenParameters given) {
    this.lexicon = lexicon;
    this.given = given;
  }

  /** Whether a parameter is a credential, where the document describes none in any other way. */
  boolean areMeant(GivenParameters.Uses uses) {
    if (given.share(uses) < MOST) {
      return false;
    }
    int weight = weight(uses);
    boolean likely = isTold(uses) || isSecret(uses) || weight > 0 && given.operations() > 1;
    return weight >= STRONG || uses.needed() && likely;
  }

  /** Whether a parameter only says again what the document describes as a scheme. */
  boolean repeatWhatIsDescribed(GivenParameters.Uses uses) {
    int weight = weight(uses);
    return given.share(uses) >= MANY
        && (weight >= STRONG || weight > 0 && isTold(uses) || weight > 0 && isSecret(uses));
  }

  private int weight(GivenParameters.Uses uses) {
    List<String> words = new ArrayList<>(Terms.words(uses.first().name()));
    words.remove("x");
    String name = String.join("", words);
    return lexicon.words("credentialParameter").entrySet().stream()
        .filter(
            it -> name.equals(it.getKey()) || it.getValue() >= STRONG && name.endsWith(it.getKey()))
        .mapToInt(Map.Entry::getValue)
        .max()
        .orElse(0);
  }

  private static boolean isTold(GivenParameters.Uses uses) {
    return TOLD.matcher(Terms.quote(uses.first().description())).find();
  }

  private boolean isSecret(GivenParameters.Uses uses) {
    return uses.first().in() == ApiParameter.In.HEADER
        && Terms.words(uses.first().name()).stream()
            .anyMatch(it -> lexicon.weight("secretWord", it) > 0);
  }
}
