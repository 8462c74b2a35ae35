package dev.connector.scaffold.render.model;

import com.fasterxml.jackson.core.JsonPointer;
import dev.connector.scaffold.render.code.Code;
import dev.connector.scaffold.render.code.Expression;
import dev.connector.scaffold.render.code.Javadoc;
import dev.connector.scaffold.render.code.Statement;
import dev.connector.spec.definition.Source;
import dev.connector.spec.definition.Template;
import dev.connector.spec.definition.Webhooks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The class that receives what the API sends by itself. */
public final class WebhooksClass {

  /** An event that says nowhere what it is: a whole body is no name. */
  private static final Source NOWHERE = new Source.Body(JsonPointer.empty());

  private final JavaConnector connector;
  private final Webhooks declared;

  public WebhooksClass(JavaConnector connector) {
    this.connector = connector;
    this.declared = connector.definition().webhooks().orElseThrow();
  }

  public String name() {
    return connector.webhooks().orElseThrow();
  }

  public String settings() {
    return connector.settings();
  }

  public Code javadoc() {
    return Javadoc.of(
            "Receives what "
                + connector.definition().title()
                + " sends by itself, once it is sure who sent it.")
        .paragraph(
            "Keep one for the life of the program: it remembers what it has seen. Safe for use by"
                + " many threads.")
        .at(0);
  }

  /** Whether what proves a delivery's origin can be checked. */
  public boolean supported() {
    return connector.refusal("/webhooks").isEmpty();
  }

  public Code refused() {
    return Statement.block(
        4, List.of(Unsupported.thrown(connector.refusal("/webhooks").orElse(""))));
  }

  public Code constants() {
    List<Code> fields = new ArrayList<>();
    fields.add(Statement.declaring("private static final WebhookScheme SCHEME", scheme()).at(2));
    fields.add(Statement.declaring("private static final WebhookEvents EVENTS", events()).at(2));
    return Code.paragraphs(fields);
  }

  private Expression scheme() {
    if (declared.verification() instanceof Webhooks.SharedSecret secret) {
      return identified(
          Expression.call("WebhookScheme.sharedSecret", Expression.text(secret.header())));
    }
    if (!(declared.verification() instanceof Webhooks.Signature signature)) {
      return identified(Expression.call("WebhookScheme.unsigned"));
    }
    Expression scheme =
        Expression.call(
            "WebhookScheme.of",
            AuthenticationWriter.hmac(signature.signing()),
            Expression.text(signature.signed().text()),
            Expression.text(signature.place().header()));
    if (!signature.place().prefix().isEmpty()) {
      scheme = scheme.then("prefix", Expression.text(signature.place().prefix()));
    }
    if (signature.place().field().isPresent()) {
      scheme = scheme.then("field", Expression.text(signature.place().field().get()));
    }
    if (!signature.decoded().isEmpty()) {
      scheme = scheme.then("decoding", Expression.text(signature.decoded()));
    }
    if (signature.timestamp().isPresent()
        && signature.timestamp().get().source() instanceof Source.Header header) {
      scheme =
          scheme.then(
              "timestamp",
              place(header.name(), signature.timestamp().get().field()),
              IncrementalWriter.duration(signature.timestamp().get().tolerance()));
    }
    return identified(scheme);
  }

  private static Expression place(String header, Optional<String> field) {
    return field
        .map(
            it ->
                Expression.call(
                    "new WebhookScheme.HeaderPart",
                    Expression.text(header),
                    Expression.text(""),
                    Expression.call("Optional.of", Expression.text(it))))
        .orElseGet(() -> Expression.text(header));
  }

  private Expression identified(Expression proven) {
    Expression scheme = proven;
    if (declared.deliveryId().isPresent()) {
      Source id = declared.deliveryId().get();
      scheme =
          id instanceof Source.Header header
              ? scheme.then("idInHeader", Expression.text(header.name()))
              : scheme.then("idInBody", ListingWriter.pointer(((Source.Body) id).pointer()));
    }
    return scheme;
  }

  private Expression events() {
    Source named = declared.event().orElse(NOWHERE);
    Expression events =
        Expression.call(
            "WebhookEvents.of",
            ListingWriter.pointer(declared.items()),
            ListingWriter.value(named));
    if (declared.deliveryId().isPresent()) {
      events = events.then("deliveryId", ListingWriter.value(declared.deliveryId().get()));
    }
    for (Map.Entry<String, Webhooks.Event> event : declared.events().entrySet()) {
      List<Expression> parts = new ArrayList<>();
      parts.add(Expression.text(event.getKey()));
      parts.add(Expression.name("DeliveryResult.Kind." + event.getValue().change()));
      parts.add(Expression.text(event.getValue().resource()));
      parts.addAll(ListingWriter.pointers(event.getValue().key()));
      events = events.then("event", parts);
    }
    return events;
  }

  /** Whether a secret proves where a delivery comes from. */
  public boolean proven() {
    return key().isPresent();
  }

  private Optional<Template> key() {
    if (declared.verification() instanceof Webhooks.Signature signature) {
      return Optional.of(signature.key());
    }
    return declared.verification() instanceof Webhooks.SharedSecret secret
        ? Optional.of(secret.value())
        : Optional.empty();
  }

  /** What finds the secret in the environment. */
  public Code secret() {
    List<Statement> body = new ArrayList<>();
    Template key = key().orElseThrow();
    body.add(
        Statement.declaring(
            connector.settings() + " settings",
            Expression.call(
                connector.settings() + ".fromEnvironment", Expression.name("environment"))));
    List<JavaSetting> missing =
        key.placeholders().stream()
            .map(connector.variables()::get)
            .filter(it -> it != null && !it.certain())
            .toList();
    for (JavaSetting setting : missing) {
      body.add(
          Statement.when(
              Expression.name("settings").then(setting.component()).then("isEmpty"),
              List.of(
                  Statement.throwing(
                      Expression.call(
                          "new ApiException",
                          Expression.name("ErrorCode.INVALID_CONFIG"),
                          Expression.text(setting.variable() + " is missing"))))));
    }
    Expression secret = new SettingText(connector.variables()).of(key, Expression.name("settings"));
    body.add(Statement.returning(Expression.call("signedWith", secret)));
    return Statement.block(4, body);
  }
}
