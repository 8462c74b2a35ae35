package dev.connector.spec.engine;

import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.spec.definition.AuthenticationScheme;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.Template;
import dev.connector.spec.definition.TokenEndpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import okhttp3.HttpUrl;

/** Every place that an engine with these variables may send something to. */
public final class Destinations {

  private Destinations() {}

  /**
   * The origins of the API, of operations that are elsewhere, of what links may lead to, and of
   * every way to authenticate, whether or not it is the one in use: {@code
   * https://api.example.com}. Sends nothing.
   *
   * @throws ApiException with {@link ErrorCode#INVALID_CONFIG}, naming settings that are wrong, or
   *     an address that must not be called
   */
  public static SortedSet<String> of(Definition definition, Map<String, String> variables) {
    Environment environment = new Environment(definition, variables);
    Site site = Site.of(definition, environment.settings(), environment);
    SortedSet<String> origins = new TreeSet<>();
    origins.add(origin(site.base().toString()));
    site.bases(definition).values().forEach(it -> origins.add(origin(it)));
    List<Template> declared = new ArrayList<>(definition.endpoint().hosts());
    definition.authentication().forEach(it -> declared.addAll(urls(it)));
    for (Template template : declared) {
      site.settings()
          .texts(template)
          .forEach(it -> origins.add(origin(site.addresses().resolve(it))));
    }
    return origins;
  }

  private static List<Template> urls(AuthenticationScheme scheme) {
    List<Template> urls = new ArrayList<>();
    if (scheme instanceof AuthenticationScheme.OAuth2 oauth) {
      TokenEndpoint endpoint = oauth.endpoint();
      urls.add(endpoint.url());
      endpoint.refreshUrl().ifPresent(urls::add);
      endpoint.revocationUrl().ifPresent(urls::add);
    }
    if (scheme instanceof AuthenticationScheme.Session session) {
      session.login().baseUrl().ifPresent(urls::add);
    }
    return urls;
  }

  /** Scheme, host and port of an address: {@code https://api.example.com}. */
  public static String origin(String text) {
    HttpUrl url = HttpUrl.get(text);
    String host = url.host().contains(":") ? "[" + url.host() + "]" : url.host();
    boolean usual = url.port() == HttpUrl.defaultPort(url.scheme());
    return url.scheme() + "://" + host + (usual ? "" : ":" + url.port());
  }
}
