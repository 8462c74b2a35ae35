package dev.connector.spec.engine;

import dev.connector.runtime.auth.SessionLogin;
import dev.connector.runtime.auth.TokenStore;
import dev.connector.runtime.message.Content;
import dev.connector.runtime.settings.Addresses;
import dev.connector.spec.definition.AuthenticationScheme;
import dev.connector.spec.definition.Payload;
import dev.connector.spec.definition.RequestTemplate;
import dev.connector.spec.definition.Template;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;

/** Turns a login request into the runtime's. */
record SessionTranslation(Values settings, Addresses addresses, TokenStore store) {

  SessionLogin translated(AuthenticationScheme.Session session) {
    RequestTemplate login = session.login();
    Unsupported.when(!login.method().equals("POST"), "a login by " + login.method());
    AuthenticationTranslation.refuseAny(login.headers().keySet(), "headers of a login");
    AuthenticationTranslation.refuseAny(login.query().keySet(), "query parameters of a login");
    String base =
        login
            .baseUrl()
            .map(it -> addresses.resolve(settings.text(it)))
            .orElseGet(() -> addresses.base().toString());
    String url = base.replaceFirst("/$", "") + settings.text(login.path());
    SessionLogin translated =
        SessionLogin.form(
                addresses.resolve(url), Map.of(), RecordsTranslation.value(session.token()))
            .placement(AuthenticationTranslation.placement(session.use()));
    SessionLogin complete =
        new SessionLogin(
            HttpUrl.get(url),
            content(login.payload()),
            translated.token(),
            translated.placement(),
            translated.timing(),
            translated.clock(),
            store);
    return session.lifetime().map(complete::lifetime).orElse(complete);
  }

  private Content content(Payload payload) {
    if (payload instanceof Payload.Json json) {
      return settings
          .json(json.body().value())
          .<Content>map(Content.Json::new)
          .orElseGet(Content.None::new);
    }
    if (payload instanceof Payload.Form form) {
      Map<String, List<String>> fields = new LinkedHashMap<>();
      for (Map.Entry<String, Template> field : form.fields().entrySet()) {
        fields.put(field.getKey(), settings.texts(field.getValue()));
      }
      return new Content.Form(fields);
    }
    Unsupported.when(payload instanceof Payload.GraphQl, "a login by GraphQL");
    return new Content.None();
  }
}
