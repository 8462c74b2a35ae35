package dev.connector.scaffold.infer.access;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.connector.scaffold.description.SecurityScheme;
import dev.connector.scaffold.infer.fact.Confidence;
import dev.connector.scaffold.infer.fact.Evidence;
import dev.connector.scaffold.lexicon.Lexicon;
import dev.connector.spec.definition.Setting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a scheme by which requests carry an AWS Signature Version 4: which region and service it is
 * for, a document tells by its servers and by extensions.
 */
final class AwsSignatureScheme {

  static final String TYPE = "awsSignature";

  /** What the signature brings along in headers, or has in the query instead. */
  static final List<String> PARAMETERS =
      List.of(
          "X-Amz-Algorithm",
          "X-Amz-Content-Sha256",
          "X-Amz-Credential",
          "X-Amz-Date",
          "X-Amz-Expires",
          "X-Amz-Security-Token",
          "X-Amz-Signature",
          "X-Amz-SignedHeaders");

  private static final Pattern NAMED =
      Pattern.compile(
          "\\b(?:AWS|Amazon)\\b[^.\n]{0,40}?\\bsig(?:nature)?[^.\n]{0,30}?\\bv(?:ersion ?)?4\\b"
              + "|\\b(?:AWS ?)?SigV4\\b|\\bAWS4-HMAC-SHA256\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern REGION =
      Pattern.compile("\\.((?:[a-z]{2}-){1,2}(?:gov-|iso[a-z]?-)?[a-z]{4,10}-[0-9])(?=\\.)");
  private static final Pattern SETTING = Pattern.compile("\\{([A-Za-z][A-Za-z0-9]*)\\}");
  private static final Pattern LAST_LABEL = Pattern.compile("([a-z0-9-]+)\\.?$");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final int TELLING = 10;

  private final Lexicon lexicon;
  private final Map<String, String> extensions;
  private final String baseUrl;

  /**
   * @param extensions of the document as a whole
   * @param baseUrl as the definition has it
   */
  AwsSignatureScheme(Lexicon lexicon, Map<String, String> extensions, String baseUrl) {
    this.lexicon = lexicon;
    this.extensions = extensions;
    this.baseUrl = baseUrl;
  }

  /** Empty where the document does not say that it is this signature. */
  Optional<Way> read(String place, SecurityScheme.ApiKey key) {
    boolean header = key.in().equals("header") && key.parameter().equalsIgnoreCase("Authorization");
    return header ? said(place, key).map(this::way) : Optional.empty();
  }

  private Optional<Evidence> said(String place, SecurityScheme.ApiKey key) {
    Optional<Evidence> declared =
        key.extensions().entrySet().stream()
            .filter(it -> lexicon.weight("signatureExtension", it.getKey()) > 0)
            .filter(it -> lexicon.weight("signatureVersion4", it.getValue()) > 0)
            .map(it -> new Evidence(place, it.getKey() + ": " + Terms.quote(it.getValue())))
            .findFirst();
    boolean otherwise =
        key.extensions().keySet().stream()
            .anyMatch(it -> lexicon.weight("signatureExtension", it) > 0);
    return declared.or(
        () ->
            otherwise || !NAMED.matcher(key.description()).find()
                ? Optional.empty()
                : Optional.of(new Evidence(place, Terms.quote(key.description()))));
  }

  private Way way(Evidence said) {
    Map<String, Setting> settings = new LinkedHashMap<>();
    settings.put("accessKeyId", Credential.open("accessKeyId", "Says whose key requests carry."));
    settings.put(
        "secretAccessKey", Credential.secret("secretAccessKey", "What requests are signed with."));
    settings.put(
        "sessionToken",
        Credential.secret("sessionToken", "Goes with a key that is good for a while."));
    List<Evidence> evidence = new ArrayList<>(List.of(said));
    List<Way.Doubt> doubts = new ArrayList<>();
    Told region = region(settings, doubts);
    Told service = service(settings, doubts);
    region.evidence().ifPresent(evidence::add);
    service.evidence().ifPresent(evidence::add);
    ObjectNode scheme =
        Draft.object()
            .put("type", TYPE)
            .put("accessKeyId", "{accessKeyId}")
            .put("secretAccessKey", "{secretAccessKey}")
            .put("sessionToken", "{sessionToken}")
            .put("region", region.value())
            .put("service", service.value());
    boolean sure = region.sure() && service.sure();
    Way.Basis basis = new Way.Basis(sure ? Confidence.SURE : Confidence.LIKELY, evidence);
    return Way.of(scheme, settings, basis, doubts.toArray(Way.Doubt[]::new));
  }

  /** A part of the scheme, and what says so; nothing where the user has to. */
  private record Told(String value, boolean sure, Optional<Evidence> evidence) {}

  private Told region(Map<String, Setting> settings, List<Way.Doubt> doubts) {
    Optional<String> variable = regionVariable();
    if (variable.isPresent()) {
      return new Told(variable.get(), true, inHost("the region " + variable.get()));
    }
    Matcher fixed = REGION.matcher(host());
    if (fixed.find()) {
      return new Told(fixed.group(1), true, inHost("the region " + fixed.group(1)));
    }
    settings.put("region", Credential.open("region", "The region that signatures are for."));
    doubts.add(
        new Way.Doubt(
            "Requests are signed for a region, and neither document nor host says which; the"
                + " setting has to.",
            List.of("a setting", "a region that is always the same"),
            "region",
            TextNode.valueOf("{region}").toString()));
    return new Told("{region}", false, Optional.empty());
  }

  private Told service(Map<String, Setting> settings, List<Way.Doubt> doubts) {
    Optional<Told> declared = extension(TELLING);
    Optional<Told> told = declared.or(this::beforeRegion).or(() -> extension(1));
    if (told.isPresent()) {
      return told.get();
    }
    settings.put("service", Credential.open("service", "The service that signatures are for."));
    doubts.add(
        new Way.Doubt(
            "Requests are signed for a service by name, and the document does not give it; the"
                + " setting has to.",
            List.of("a setting", "the service's signing name"),
            "service",
            TextNode.valueOf("{service}").toString()));
    return new Told("{service}", false, Optional.empty());
  }

  private Optional<Told> extension(int least) {
    return extensions.entrySet().stream()
        .filter(it -> lexicon.weight("signingNameExtension", it.getKey()) >= least)
        .filter(it -> NAME.matcher(it.getValue()).matches())
        .map(
            it ->
                new Told(
                    it.getValue(),
                    least >= TELLING,
                    Optional.of(
                        new Evidence(
                            "#/info/" + it.getKey(),
                            "the service signs as " + Terms.quote(it.getValue())))))
        .findFirst();
  }

  /** {@code things} of {@code api.things.eu-west-1.example.com}. */
  private Optional<Told> beforeRegion() {
    String host = host();
    Matcher fixed = REGION.matcher(host);
    int end = regionVariable().map(it -> host.indexOf(it)).orElse(fixed.find() ? fixed.start() : 0);
    Matcher label = LAST_LABEL.matcher(host.substring(0, end));
    return label.find()
        ? Optional.of(
            new Told(label.group(1), false, inHost("the service " + Terms.quote(label.group(1)))))
        : Optional.empty();
  }

  private Optional<String> regionVariable() {
    Matcher setting = SETTING.matcher(host());
    while (setting.find()) {
      if (Terms.words(setting.group(1)).stream()
          .anyMatch(it -> lexicon.weight("regionVariable", it) > 0)) {
        return Optional.of(setting.group());
      }
    }
    return Optional.empty();
  }

  private static Optional<Evidence> inHost(String what) {
    return Optional.of(new Evidence("#/servers", what + " is part of the host"));
  }

  private String host() {
    return baseUrl.replaceFirst("^https?://", "").split("/", 2)[0];
  }
}
