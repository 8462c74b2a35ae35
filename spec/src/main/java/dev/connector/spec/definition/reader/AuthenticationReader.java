package dev.connector.spec.definition.reader;

import dev.connector.spec.definition.Assertion;
import dev.connector.spec.definition.AuthenticationScheme;
import dev.connector.spec.definition.AuthenticationScheme.ApiKey;
import dev.connector.spec.definition.AuthenticationScheme.AwsSignature;
import dev.connector.spec.definition.AuthenticationScheme.Basic;
import dev.connector.spec.definition.AuthenticationScheme.Bearer;
import dev.connector.spec.definition.AuthenticationScheme.Custom;
import dev.connector.spec.definition.AuthenticationScheme.Jwt;
import dev.connector.spec.definition.AuthenticationScheme.None;
import dev.connector.spec.definition.AuthenticationScheme.OAuth1;
import dev.connector.spec.definition.AuthenticationScheme.Session;
import dev.connector.spec.definition.AuthenticationScheme.Signature;
import dev.connector.spec.definition.Placement;
import dev.connector.spec.definition.RequestTemplate;
import dev.connector.spec.definition.Signing;
import dev.connector.spec.definition.Signing.Algorithm;
import dev.connector.spec.definition.Signing.Encoding;
import dev.connector.spec.definition.Source;
import dev.connector.spec.definition.Template;
import dev.connector.spec.definition.TimeFormat;
import dev.connector.spec.definition.TokenUse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads one of {@code authentication}. */
final class AuthenticationReader {

  private static final Placement AUTHORIZATION = new Placement.Header("Authorization");

  private final Context context;
  private final Scope scope;
  private final Map<String, Function<Fields, AuthenticationScheme>> types = new LinkedHashMap<>();

  AuthenticationReader(Context context) {
    this.context = context;
    this.scope = context.credentials();
    types.put("none", fields -> fields.build(None::new));
    types.put("apiKey", this::apiKey);
    types.put("bearer", this::bearer);
    types.put("basic", this::basic);
    types.put("oauth2", new OAuthReader(context)::scheme);
    types.put("session", this::session);
    types.put("signature", this::signature);
    types.put("awsSignature", this::awsSignature);
    types.put("jwt", this::jwt);
    types.put("oauth1", this::oauth1);
    types.put("custom", this::custom);
  }

  AuthenticationScheme authentication(Fields fields) {
    return fields.byType(types);
  }

  /** How a token that was obtained is sent; as a bearer token unless said. */
  static TokenUse tokenUse(Fields fields, Scope scope) {
    Scope withToken = scope.with("token");
    Placement placement = fields.or(AUTHORIZATION, "placement", PlaceReader::placement);
    Template value = fields.or(TokenUse.bearer().value(), "value", withToken::certainTemplate);
    return fields.part(() -> new TokenUse(placement, value));
  }

  static Assertion assertion(Fields fields, Context context) {
    Scope scope = context.credentials();
    Assertion.Algorithm algorithm =
        fields.required("algorithm", v -> v.constant(Assertion.Algorithm.class));
    Template key = fields.required("key", context::secret);
    Optional<Template> keyId = fields.optional("keyId", scope::certainTemplate);
    Map<String, Template> claims = fields.map("claims", scope::certainTemplate);
    Duration lifetime = fields.or(Duration.ofMinutes(5), "lifetime", Formats::duration);
    return fields.build(() -> new Assertion(algorithm, key, keyId, claims, lifetime));
  }

  private AuthenticationScheme apiKey(Fields fields) {
    Template value = fields.required("value", context::secret);
    Placement placement = fields.required("placement", PlaceReader::placement);
    return fields.build(() -> new ApiKey(value, placement));
  }

  private AuthenticationScheme bearer(Fields fields) {
    Template token = fields.required("token", context::secret);
    return fields.build(() -> new Bearer(token));
  }

  private AuthenticationScheme basic(Fields fields) {
    Template username = fields.required("username", scope::template);
    Template password = fields.required("password", scope::template);
    return fields.build(
        () -> {
          if (!context.isSecret(username) && !context.isSecret(password)) {
            throw Context.noSecret();
          }
          return new Basic(username, password);
        });
  }

  private AuthenticationScheme session(Fields fields) {
    RequestTemplate login =
        fields.required("login", v -> v.object(f -> new RequestReader(scope).request(f, "POST")));
    Source token = fields.required("token", PlaceReader::source);
    Optional<Duration> lifetime = fields.optional("lifetime", Formats::duration);
    TokenUse use = tokenUse(fields, scope);
    return fields.build(() -> new Session(login, token, lifetime, use));
  }

  private AuthenticationScheme signature(Fields fields) {
    Scope request = scope.with("method", "url", "path", "query", "body", "timestamp", "nonce");
    Algorithm algorithm = fields.required("algorithm", v -> v.word(Algorithm.class));
    Encoding encoding = fields.or(Encoding.HEX, "encoding", v -> v.word(Encoding.class));
    Template key = fields.required("key", context::secret);
    Template signed = fields.required("signed", request::certainTemplate);
    Placement placement = fields.required("placement", PlaceReader::placement);
    Template value =
        fields.or(
            new Template("{signature}"),
            "value",
            scope.with("signature", "timestamp", "nonce")::certainTemplate);
    Map<String, Template> extras =
        fields.or(
            Map.of(),
            "headers",
            v -> v.map(Formats::header, scope.with("timestamp", "nonce")::certainTemplate));
    TimeFormat timestamp =
        fields.or(TimeFormat.EPOCH_SECONDS, "timestampFormat", v -> v.word(TimeFormat.class));
    return fields.build(
        () ->
            new Signature(
                new Signing(algorithm, encoding),
                key,
                signed,
                placement,
                value,
                extras,
                timestamp));
  }

  private AuthenticationScheme awsSignature(Fields fields) {
    Template id = fields.required("accessKeyId", scope::certainTemplate);
    Template secret = fields.required("secretAccessKey", context::secret);
    Optional<Template> sessionToken = fields.optional("sessionToken", context::secret);
    Template region = fields.required("region", scope::certainTemplate);
    Template service = fields.required("service", scope::certainTemplate);
    return fields.build(() -> new AwsSignature(id, secret, sessionToken, region, service));
  }

  private AuthenticationScheme jwt(Fields fields) {
    fields.notExecutedYet("a token the connector signs");
    Assertion assertion = fields.required("assertion", v -> v.object(f -> assertion(f, context)));
    TokenUse use = tokenUse(fields, scope);
    return fields.build(() -> new Jwt(assertion, use));
  }

  private AuthenticationScheme oauth1(Fields fields) {
    fields.notExecutedYet("OAuth 1");
    Template consumerKey = fields.required("consumerKey", scope::certainTemplate);
    Template consumerSecret = fields.required("consumerSecret", context::secret);
    Template token = fields.required("token", scope::certainTemplate);
    Template tokenSecret = fields.required("tokenSecret", context::secret);
    Algorithm algorithm = fields.or(Algorithm.HMAC_SHA1, "algorithm", v -> v.word(Algorithm.class));
    Optional<Template> realm = fields.optional("realm", scope::certainTemplate);
    return fields.build(
        () -> new OAuth1(consumerKey, consumerSecret, token, tokenSecret, algorithm, realm));
  }

  private AuthenticationScheme custom(Fields fields) {
    fields.notExecutedYet("authentication by custom code");
    String description = fields.required("description", Value::words);
    Template uses = fields.or(new Template(""), "uses", scope::certainTemplate);
    return fields.build(() -> new Custom(description, uses));
  }
}
