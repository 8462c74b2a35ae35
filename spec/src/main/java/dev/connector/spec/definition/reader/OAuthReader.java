package dev.connector.spec.definition.reader;

import com.fasterxml.jackson.core.JsonPointer;
import dev.connector.spec.definition.Assertion;
import dev.connector.spec.definition.AuthenticationScheme;
import dev.connector.spec.definition.AuthenticationScheme.OAuth2;
import dev.connector.spec.definition.OAuthClient;
import dev.connector.spec.definition.OAuthClient.ClientAuthentication;
import dev.connector.spec.definition.OAuthGrant;
import dev.connector.spec.definition.Template;
import dev.connector.spec.definition.TokenEndpoint;
import dev.connector.spec.definition.TokenEndpoint.RequestFormat;
import dev.connector.spec.definition.TokenEndpoint.TokenAnswer;
import dev.connector.spec.definition.TokenUse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads an authentication of type {@code oauth2}. */
final class OAuthReader {

  private final Context context;
  private final Scope scope;
  private final Map<String, Function<Fields, OAuthGrant>> grants = new LinkedHashMap<>();

  OAuthReader(Context context) {
    this.context = context;
    this.scope = context.credentials();
    grants.put("clientCredentials", fields -> new OAuthGrant.ClientCredentials());
    grants.put("refreshToken", this::refreshToken);
    grants.put("authorizationCode", this::authorizationCode);
    grants.put("password", this::password);
    grants.put("jwtBearer", this::jwtBearer);
  }

  AuthenticationScheme scheme(Fields fields) {
    Function<Fields, OAuthGrant> kind =
        fields.required("grant", v -> Value.Choice.of(v.text(), grants));
    if (kind == null) {
      return null;
    }
    OAuthGrant grant = kind.apply(fields);
    OAuthClient client = client(fields);
    TokenEndpoint endpoint = endpoint(fields);
    TokenUse use = AuthenticationReader.tokenUse(fields, scope);
    return fields.build(() -> new OAuth2(grant, client, endpoint, use));
  }

  private OAuthGrant refreshToken(Fields fields) {
    Template token = fields.required("refreshToken", context::secret);
    return fields.part(() -> new OAuthGrant.RefreshToken(token));
  }

  private OAuthGrant authorizationCode(Fields fields) {
    Template url = fields.required("authorizationUrl", this::url);
    Map<String, Template> parameters =
        fields.map("authorizationParameters", scope::certainTemplate);
    Boolean pkce = fields.or(true, "pkce", Value::flag);
    return fields.part(() -> new OAuthGrant.AuthorizationCode(url, parameters, pkce));
  }

  private OAuthGrant password(Fields fields) {
    Template username = fields.required("username", scope::certainTemplate);
    Template password = fields.required("password", context::secret);
    return fields.part(() -> new OAuthGrant.Password(username, password));
  }

  private OAuthGrant jwtBearer(Fields fields) {
    fields.notExecutedYet("OAuth 2 by a signed token");
    Assertion assertion =
        fields.required(
            "assertion", v -> v.object(f -> AuthenticationReader.assertion(f, context)));
    return fields.part(() -> new OAuthGrant.JwtBearer(assertion));
  }

  private OAuthClient client(Fields fields) {
    Template id = fields.required("clientId", scope::certainTemplate);
    Optional<Template> secret = fields.optional("clientSecret", context::secret);
    ClientAuthentication authentication =
        fields.or(
            ClientAuthentication.BODY,
            "clientAuthentication",
            v -> v.word(ClientAuthentication.class));
    List<String> scopes = fields.list("scopes", Value::words);
    String separator = fields.or(" ", "scopeSeparator", Value::text);
    return fields.part(() -> new OAuthClient(id, secret, authentication, scopes, separator));
  }

  private TokenEndpoint endpoint(Fields fields) {
    Template url = fields.required("tokenUrl", this::url);
    Optional<Template> refreshUrl = fields.optional("refreshUrl", this::url);
    Optional<Template> revocationUrl = fields.optional("revocationUrl", this::url);
    RequestFormat request =
        fields.or(RequestFormat.FORM, "tokenRequest", v -> v.word(RequestFormat.class));
    Map<String, Template> parameters = fields.map("tokenParameters", scope::certainTemplate);
    Map<String, Template> headers =
        fields.or(Map.of(), "tokenHeaders", v -> v.map(Formats::header, scope::certainTemplate));
    TokenAnswer answer = answer(fields);
    return fields.part(
        () ->
            new TokenEndpoint(
                url, refreshUrl, revocationUrl, request, parameters, headers, answer));
  }

  private static TokenAnswer answer(Fields fields) {
    JsonPointer accessToken =
        fields.or(JsonPointer.compile("/access_token"), "accessToken", Formats::pointer);
    JsonPointer expiresIn =
        fields.or(JsonPointer.compile("/expires_in"), "expiresIn", Formats::pointer);
    Optional<Duration> lifetime = fields.optional("lifetime", Formats::duration);
    return fields.part(() -> new TokenAnswer(accessToken, expiresIn, lifetime));
  }

  private Template url(Value value) {
    return Formats.link(scope.certainTemplate(value));
  }
}
