package dev.connector.scaffold.infer.access;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.connector.scaffold.description.SecurityScheme;
import dev.connector.scaffold.description.Server;
import dev.connector.scaffold.infer.fact.Confidence;
import dev.connector.scaffold.lexicon.Lexicon;
import dev.connector.spec.definition.Setting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads OAuth 2: the flows an engine can do, and a token that the user brings for the others. */
final class OAuthScheme {

  private static final Pattern BASIC_AT_TOKEN_ENDPOINT =
      Pattern.compile(
          "(?:client[ _]?(?:id|credentials)|token (?:endpoint|request|url))[^.]{0,200}\\bbasic\\b"
              + "|\\bbasic\\b[^.]{0,200}client[ _]?(?:id|secret|credentials)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PKCE =
      Pattern.compile("\\bPKCE\\b|code_challenge|code_verifier", Pattern.CASE_INSENSITIVE);
  private static final int FEW_SCOPES = 5;
  private static final int LONGEST = 200_000;

  private final Lexicon lexicon;
  private final Places places;
  private final String prose;
  private final String baseUrl;

  /**
   * @param baseUrl of the API, to which token URLs may be relative
   */
  OAuthScheme(Lexicon lexicon, String prose, String baseUrl) {
    this.lexicon = lexicon;
    this.places = new Places(lexicon);
    this.prose = prose.length() > LONGEST ? prose.substring(0, LONGEST) : prose;
    this.baseUrl = baseUrl;
  }

  List<Way> read(String place, String label, SecurityScheme.OAuth2 scheme) {
    List<Way> ways = new ArrayList<>();
    for (SecurityScheme.Flow flow : scheme.flows()) {
      Optional<String> token = url(flow.tokenUrl());
      String at = place + "/flows/" + flow.name();
      if (flow.name().equals("clientCredentials") && token.isPresent()) {
        ways.add(way(at, "clientCredentials", scheme, flow, token.get(), Draft.object()));
      }
      Optional<String> authorization = url(flow.authorizationUrl());
      if (flow.name().equals("authorizationCode")
          && token.isPresent()
          && authorization.isPresent()) {
        ObjectNode more = Draft.object().put("authorizationUrl", authorization.get());
        if (PKCE.matcher(prose + scheme.description()).find()) {
          more.put("pkce", true);
        }
        ways.add(way(at, "authorizationCode", scheme, flow, token.get(), more));
      }
    }
    ways.add(token(place, label, scheme, ways.isEmpty()));
    return ways;
  }

  private Way way(
      String place,
      String grant,
      SecurityScheme.OAuth2 scheme,
      SecurityScheme.Flow flow,
      String tokenUrl,
      ObjectNode more) {
    ObjectNode node = Draft.object().put("type", "oauth2").put("grant", grant);
    node.setAll(more);
    node.put("tokenUrl", tokenUrl);
    url(flow.refreshUrl())
        .filter(it -> !it.equals(tokenUrl))
        .ifPresent(it -> node.put("refreshUrl", it));
    node.put("clientId", "{clientId}").put("clientSecret", "{clientSecret}");
    List<Way.Doubt> doubts = new ArrayList<>();
    boolean basic = BASIC_AT_TOKEN_ENDPOINT.matcher(prose + " " + scheme.description()).find();
    node.put("clientAuthentication", basic ? "basic" : "body");
    if (!basic) {
      doubts.add(
          new Way.Doubt(
              "The document does not say how the client's id and secret reach the token endpoint;"
                  + " they are put into the body.",
              List.of("body", "basic"),
              "clientAuthentication",
              TextNode.valueOf("basic").toString()));
    }
    scopes(flow, node, doubts);
    boolean asWritten = flow.tokenUrl().strip().equals(tokenUrl);
    return new Way(
        node,
        settings(scheme),
        List.of(),
        Way.Basis.of(
            asWritten ? Confidence.SURE : Confidence.LIKELY,
            place,
            "OAuth 2, " + flow.name() + ", tokens from " + Terms.quote(flow.tokenUrl())),
        doubts);
  }

  /** Asks for what reading takes; a consent for more is the user's to give. */
  private void scopes(SecurityScheme.Flow flow, ObjectNode node, List<Way.Doubt> doubts) {
    List<String> all =
        flow.scopes().keySet().stream().filter(it -> !it.isBlank()).map(String::strip).toList();
    List<String> reading =
        all.stream()
            .filter(
                it ->
                    Terms.words(it).stream()
                        .anyMatch(word -> lexicon.weight("readScopeWord", word) > 0))
            .filter(
                it ->
                    Terms.words(it).stream()
                        .noneMatch(word -> lexicon.weight("writeScopeWord", word) > 0))
            .toList();
    List<String> asked = all.size() <= FEW_SCOPES ? all : reading;
    if (!asked.isEmpty()) {
      asked.forEach(node.putArray("scopes")::add);
    }
    if (asked.size() < all.size()) {
      doubts.add(
          new Way.Doubt(
              "Of "
                  + all.size()
                  + " scopes, "
                  + (asked.isEmpty() ? "none is" : "those for reading are")
                  + " asked for; the API may need others.",
              all.stream().map(Terms::quote).limit(50).toList(),
              "scopes",
              node.path("scopes").isMissingNode() ? "[]" : node.path("scopes").toString()));
    }
  }

  /**
   * A token from elsewhere works as well, and is all there is for the flows a program cannot do.
   */
  private Way token(String place, String label, SecurityScheme.OAuth2 scheme, boolean alone) {
    String flows =
        String.join(", ", scheme.flows().stream().map(it -> Terms.quote(it.name())).toList());
    ObjectNode bearer = Draft.object().put("type", "bearer").put("token", "{accessToken}");
    Map<String, Setting> settings =
        Map.of(
            "accessToken",
            Credential.secret("accessToken", "An access token that was obtained elsewhere."));
    Way.Basis basis =
        Way.Basis.of(
            Confidence.LIKELY,
            place,
            "OAuth 2 as the scheme " + Terms.quote(label) + ", whose tokens go as bearer tokens");
    if (!alone) {
      return Way.of(bearer, settings, basis);
    }
    return Way.of(
        bearer,
        settings,
        basis,
        new Way.Doubt(
            flows.isEmpty()
                ? "The document describes no flow by which tokens are obtained; the setting holds one"
                    + " from elsewhere."
                : "Of OAuth 2, the document has only "
                    + flows
                    + ", or no address that can be used;"
                    + " the engine gets no tokens that way, the setting holds one from elsewhere.",
            List.of("a token from elsewhere", "clientCredentials", "refreshToken"),
            "",
            "{\"type\":\"bearer\",\"token\":\"{accessToken}\"}"));
  }

  private static Map<String, Setting> settings(SecurityScheme.OAuth2 scheme) {
    Map<String, Setting> settings = new LinkedHashMap<>();
    settings.put("clientId", Credential.open("clientId", "The OAuth app's client id."));
    settings.put(
        "clientSecret", Credential.secret("clientSecret", "The OAuth app's client secret."));
    return settings;
  }

  /** An https URL; relative ones are below the API's host. Empty where it leads nowhere. */
  private Optional<String> url(String text) {
    ServerAddress address = ServerAddress.of(new Server(text, "", Map.of()));
    if (address.authority().indexOf('{') >= 0 || address.path().indexOf('{') >= 0) {
      return Optional.empty();
    }
    String query = text.indexOf('?') < 0 ? "" : text.strip().substring(text.strip().indexOf('?'));
    String end = text.strip().split("[?#]", 2)[0].endsWith("/") ? "/" : "";
    if (address.kind() == ServerAddress.Kind.RELATIVE) {
      int slash = baseUrl.indexOf('/', "https://".length());
      String origin = slash < 0 ? baseUrl : baseUrl.substring(0, slash);
      return address.path().isEmpty()
          ? Optional.empty()
          : Optional.of(origin + address.path() + end);
    }
    return address.isAbsolute() && places.isReal(address.authority()) && isClean(query)
        ? Optional.of("https://" + address.authority() + address.path() + end + query)
        : Optional.empty();
  }

  private static boolean isClean(String query) {
    return query.chars().noneMatch(it -> it <= ' ' || it == '{' || it == '}' || it == '\\');
  }
}
