package dev.connector.scaffold.description;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How callers say who they are, as the description has it. */
public sealed interface SecurityScheme {

  String description();

  /**
   * @param in {@code header}, {@code query} or {@code cookie}
   * @param parameter its name there
   * @param extensions what gateways and the like add in words of their own, by name, as texts
   */
  record ApiKey(String description, String in, String parameter, Map<String, String> extensions)
      implements SecurityScheme {
    public ApiKey {
      extensions = Collections.unmodifiableMap(new LinkedHashMap<>(extensions));
    }
  }

  /**
   * @param scheme in small letters: {@code basic}, {@code bearer}, {@code digest}, …
   * @param format of the token, {@code JWT}; empty where the document does not say
   */
  record Http(String description, String scheme, String format) implements SecurityScheme {}

  /**
   * @param flows in the order of the document
   */
  record OAuth2(String description, List<Flow> flows) implements SecurityScheme {
    public OAuth2 {
      flows = List.copyOf(flows);
    }
  }

  /**
   * @param url where its configuration is
   */
  record OpenIdConnect(String description, String url) implements SecurityScheme {}

  /** What the format has no words for, mutual TLS for example. */
  record Other(String description, String type) implements SecurityScheme {}

  /**
   * @param name {@code authorizationCode}, {@code clientCredentials}, {@code password}, {@code
   *     implicit}
   * @param scopes what each is for, by name
   */
  record Flow(
      String name,
      String authorizationUrl,
      String tokenUrl,
      String refreshUrl,
      Map<String, String> scopes) {
    public Flow {
      scopes = Collections.unmodifiableMap(new LinkedHashMap<>(scopes));
    }
  }
}
