package dev.connector.scaffold.infer.access;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.scaffold.description.ApiDescription;
import dev.connector.scaffold.description.SecurityScheme;
import dev.connector.scaffold.infer.fact.Confidence;
import dev.connector.scaffold.lexicon.Lexicon;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one security scheme of a description: the ways to authenticate that it allows. */
final class SchemeWays {

  private static final String PLACE = "#/components/securitySchemes/";

  private final KeyScheme keys;
  private final BasicScheme basic;
  private final OAuthScheme oauth;
  private final AwsSignatureScheme aws;

  SchemeWays(Lexicon lexicon, ApiDescription.Info info, String baseUrl) {
    String prose = info.description();
    this.keys = new KeyScheme(lexicon, prose);
    this.basic = new BasicScheme(prose);
    this.oauth = new OAuthScheme(lexicon, prose, baseUrl);
    this.aws = new AwsSignatureScheme(lexicon, info.extensions(), baseUrl);
  }

  /** In the order of the document; empty where the scheme says nothing that can be used. */
  List<Way> read(String label, SecurityScheme scheme) {
    String place = PLACE + label.replace("~", "~0").replace("/", "~1");
    if (scheme instanceof SecurityScheme.ApiKey key) {
      Optional<Way> signed = aws.read(place, key);
      if (signed.isPresent()) {
        return List.of(signed.get());
      }
      return keys
          .read(new KeyScheme.Key(place, label, key.description(), key.in(), key.parameter()))
          .stream()
          .toList();
    }
    if (scheme instanceof SecurityScheme.Http http) {
      return List.of(http(place, label, http));
    }
    if (scheme instanceof SecurityScheme.OAuth2 flows) {
      return oauth.read(place, label, flows);
    }
    if (scheme instanceof SecurityScheme.OpenIdConnect connect) {
      return List.of(connect(place, connect));
    }
    String type = scheme instanceof SecurityScheme.Other other ? other.type() : "";
    return List.of(custom(place, type, scheme.description()));
  }

  private Way http(String place, String label, SecurityScheme.Http http) {
    switch (http.scheme()) {
      case "basic":
        return basic.read(place, label, http.description());
      case "bearer":
        return bearer(
            http.description(),
            Way.Basis.of(
                Confidence.SURE, place, "HTTP bearer as the scheme " + Terms.quote(label)));
      default:
        return custom(place, "the HTTP scheme " + http.scheme(), http.description());
    }
  }

  static Way bearer(String description, Way.Basis basis, Way.Doubt... doubts) {
    return Way.of(
        Draft.object().put("type", "bearer").put("token", "{accessToken}"),
        Map.of("accessToken", Credential.secret("accessToken", description)),
        basis,
        doubts);
  }

  private static Way connect(String place, SecurityScheme.OpenIdConnect connect) {
    String where = Terms.quote(connect.url());
    return bearer(
        "An access token that was obtained elsewhere.",
        Way.Basis.of(Confidence.LIKELY, place, "OpenID Connect, configured at " + where),
        new Way.Doubt(
            "Tokens are obtained by OpenID Connect; where, only its configuration says ("
                + where
                + "). The setting holds one from elsewhere.",
            List.of("a token from elsewhere", "oauth2 with the token_endpoint from there"),
            "",
            "{\"type\":\"bearer\",\"token\":\"{accessToken}\"}"));
  }

  private static Way custom(String place, String type, String description) {
    String what = Terms.quote(type.isBlank() ? "a scheme without a type" : type);
    String says = Terms.quote(description);
    ObjectNode scheme =
        Draft.object()
            .put("type", "custom")
            .put("description", "Authenticates by " + what + (says.isEmpty() ? "" : ": " + says));
    return Way.of(
        scheme,
        Map.of(),
        Way.Basis.of(Confidence.LIKELY, place, "authentication by " + what),
        new Way.Doubt(
            "Callers authenticate by " + what + ", which the format cannot say; code has to do it.",
            List.of("custom code", "none"),
            "",
            scheme.toString()));
  }
}
