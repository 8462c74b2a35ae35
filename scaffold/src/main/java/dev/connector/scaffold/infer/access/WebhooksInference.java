package dev.connector.scaffold.infer.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.scaffold.description.ApiDescription;
import dev.connector.scaffold.description.ApiEvent;
import dev.connector.scaffold.description.ApiParameter;
import dev.connector.scaffold.infer.fact.Evidence;
import dev.connector.scaffold.infer.fact.Fact;
import dev.connector.scaffold.infer.fact.Gap;
import dev.connector.scaffold.lexicon.Lexicon;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Infers how what an API sends proves where it comes from: only where header, algorithm and
 * encoding are documented. All else is left to the user to settle.
 */
final class WebhooksInference {

  private static final Pattern HEADER_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Pattern ALGORITHM =
      Pattern.compile(
          "(?:hmac[ _-]?)?sha[ _-]?(1|256|512)(?:[ _-]?hmac)?\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern HMAC =
      Pattern.compile("hmac|keyed|secret", Pattern.CASE_INSENSITIVE);
  private static final Pattern ENCODING =
      Pattern.compile("\\b(hex|hexadecimal|base64)\\b|base-64", Pattern.CASE_INSENSITIVE);
  private static final Pattern BODY =
      Pattern.compile("\\b(?:body|payload|content)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern MORE =
      Pattern.compile(
          "timestamp|concatenat|followed by|url|method|\\bid\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern PREFIX = Pattern.compile("[\"'`](sha(?:1|256|512)=)");

  private final ApiDescription description;
  private final Lexicon lexicon;

  WebhooksInference(ApiDescription description, Lexicon lexicon) {
    this.description = description;
    this.lexicon = lexicon;
  }

  void infer(Draft draft) {
    if (description.events().isEmpty()) {
      return;
    }
    Optional<ApiParameter> header =
        description.events().stream()
            .flatMap(it -> it.delivery().parameters().stream())
            .filter(it -> it.in() == ApiParameter.In.HEADER && isSignature(it.name()))
            .findFirst();
    ApiEvent first = description.events().get(0);
    Evidence sent =
        new Evidence(
            first.delivery().place(),
            description.events().size()
                + " events are documented, "
                + Terms.quote(first.name())
                + " the first");
    Optional<ObjectNode> signed = header.flatMap(it -> verification(it, draft));
    if (signed.isPresent()) {
      ObjectNode webhooks = Draft.object();
      webhooks.set("verification", signed.get());
      draft.put("webhooks", Fact.<JsonNode>likely(webhooks, said(header.get()), sent));
      return;
    }
    draft.gap(gap(header, sent));
  }

  private boolean isSignature(String name) {
    return HEADER_NAME.matcher(name).matches()
        && Terms.words(name).stream().anyMatch(it -> lexicon.weight("signatureWord", it) > 0);
  }

  private static Evidence said(ApiParameter header) {
    return new Evidence(header.place(), header.name() + ": " + Terms.quote(header.description()));
  }

  /** Empty where the text leaves anything open, or speaks of more than the body. */
  private static Optional<ObjectNode> verification(ApiParameter header, Draft draft) {
    String text = header.description();
    Matcher algorithm = ALGORITHM.matcher(text);
    Matcher encoding = ENCODING.matcher(text);
    boolean told =
        algorithm.find()
            && encoding.find()
            && HMAC.matcher(text).find()
            && BODY.matcher(text).find()
            && !MORE.matcher(text).find();
    if (!told) {
      return Optional.empty();
    }
    String key =
        draft.setting(
            "webhookSecret",
            Credential.secret("webhookSecret", "The secret that deliveries are signed with."));
    ObjectNode signature =
        Draft.object()
            .put("type", "signature")
            .put("algorithm", "hmacSha" + algorithm.group(1))
            .put(
                "encoding",
                encoding.group().toLowerCase(Locale.ROOT).startsWith("hex") ? "hex" : "base64")
            .put("key", "{" + key + "}")
            .put("header", header.name());
    Matcher prefix = PREFIX.matcher(text);
    if (prefix.find()) {
      signature.put("prefix", prefix.group(1));
    }
    return Optional.of(signature);
  }

  private static Gap gap(Optional<ApiParameter> header, Evidence sent) {
    String question =
        header
            .map(
                it ->
                    "Deliveries carry "
                        + it.name()
                        + ", and the document does not say in full how it"
                        + " is computed.")
            .orElse("The document tells of webhooks and does not say how deliveries are signed.");
    return new Gap(
        "webhooks",
        question,
        List.of("signature", "sharedSecret", "unsigned"),
        new Gap.Edit("/webhooks", "{\"verification\":{\"type\":\"unsigned\"}}"),
        header.map(it -> List.of(said(it), sent)).orElse(List.of(sent)));
  }
}
