package dev.connector.spec.definition;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One way to prove who is asking. Credentials are placeholders of settings, so a definition never
 * holds one.
 */
public sealed interface AuthenticationScheme {

  /** Nothing is asked for. */
  record None() implements AuthenticationScheme {}

  /**
   * A fixed credential.
   *
   * @param value the credential with whatever word goes before it, such as {@code Token {apiKey}}
   */
  record ApiKey(Template value, Placement placement) implements AuthenticationScheme {
    public ApiKey {
      Objects.requireNonNull(value);
      Objects.requireNonNull(placement);
    }
  }

  /** A fixed token, sent as {@code Authorization: Bearer}. */
  record Bearer(Template token) implements AuthenticationScheme {
    public Bearer {
      Objects.requireNonNull(token);
    }
  }

  /** HTTP Basic; either part may be fixed text, as where an API key is the user name. */
  record Basic(Template username, Template password) implements AuthenticationScheme {
    public Basic {
      Objects.requireNonNull(username);
      Objects.requireNonNull(password);
    }
  }

  /** OAuth 2: an access token that is renewed before it expires. */
  record OAuth2(OAuthGrant grant, OAuthClient client, TokenEndpoint endpoint, TokenUse use)
      implements AuthenticationScheme {
    public OAuth2 {
      Objects.requireNonNull(grant);
      Objects.requireNonNull(client);
      Objects.requireNonNull(endpoint);
      Objects.requireNonNull(use);
    }
  }

  /**
   * Two steps: a login request whose answer holds a token.
   *
   * @param token where in the answer the token is
   * @param lifetime how long a token is good for; where absent, until it is refused
   */
  record Session(RequestTemplate login, Source token, Optional<Duration> lifetime, TokenUse use)
      implements AuthenticationScheme {
    public Session {
      Objects.requireNonNull(login);
      Objects.requireNonNull(token);
      Objects.requireNonNull(lifetime);
      Objects.requireNonNull(use);
    }
  }

  /**
   * A signature over each request.
   *
   * @param key the secret it is made with
   * @param signed what is signed: {@code {method} {url} {path} {query} {body} {timestamp} {nonce}}
   *     and settings
   * @param value what is sent, with {@code {signature}} in it
   * @param extras further values sent along, {@code {timestamp}} and {@code {nonce}} among them
   */
  record Signature(
      Signing signing,
      Template key,
      Template signed,
      Placement placement,
      Template value,
      Map<String, Template> extras,
      TimeFormat timestampFormat)
      implements AuthenticationScheme {
    public Signature {
      Objects.requireNonNull(signing);
      Objects.requireNonNull(key);
      Objects.requireNonNull(signed);
      Objects.requireNonNull(placement);
      Objects.requireNonNull(value);
      extras = Ordered.copy(extras);
      Objects.requireNonNull(timestampFormat);
      InvalidDefinitionException.unless(
          value.placeholders().contains("signature"),
          "the signature is never sent",
          "put {signature} into \"value\"");
    }
  }

  /**
   * AWS Signature Version 4 over each request.
   *
   * @param sessionToken of a key that is good for a while; where its setting has no value, the key
   *     is one that lasts
   * @param region that is called
   * @param service by the name it signs with
   */
  record AwsSignature(
      Template accessKeyId,
      Template secretAccessKey,
      Optional<Template> sessionToken,
      Template region,
      Template service)
      implements AuthenticationScheme {
    public AwsSignature {
      Objects.requireNonNull(accessKeyId);
      Objects.requireNonNull(secretAccessKey);
      Objects.requireNonNull(region);
      Objects.requireNonNull(service);
      InvalidDefinitionException.unless(
          sessionToken.stream().allMatch(Template::isPlaceholder),
          "the session token is more than a setting",
          "make it the {name} of a setting, so that it can be left out");
    }
  }

  /** A token the connector signs itself and sends as it is. */
  record Jwt(Assertion assertion, TokenUse use) implements AuthenticationScheme {
    public Jwt {
      Objects.requireNonNull(assertion);
      Objects.requireNonNull(use);
    }
  }

  /** OAuth 1.0a with tokens that do not expire. */
  record OAuth1(
      Template consumerKey,
      Template consumerSecret,
      Template token,
      Template tokenSecret,
      Signing.Algorithm algorithm,
      Optional<Template> realm)
      implements AuthenticationScheme {
    public OAuth1 {
      Objects.requireNonNull(consumerKey);
      Objects.requireNonNull(consumerSecret);
      Objects.requireNonNull(token);
      Objects.requireNonNull(tokenSecret);
      Objects.requireNonNull(algorithm);
      Objects.requireNonNull(realm);
    }
  }

  /**
   * What only code can do.
   *
   * @param uses the settings it needs, as placeholders
   */
  record Custom(String description, Template uses) implements AuthenticationScheme {
    public Custom {
      Objects.requireNonNull(description);
      Objects.requireNonNull(uses);
    }
  }
}
