package dev.connector.scaffold.render.model;

import dev.connector.scaffold.render.code.Code;
import dev.connector.scaffold.render.code.Expression;
import dev.connector.scaffold.render.code.Javadoc;
import dev.connector.scaffold.render.code.Statement;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.Limits;
import dev.connector.spec.definition.OperationName;
import dev.connector.spec.definition.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The class a user starts with. */
public final class ClientClass {

  private static final Expression SETTINGS = Expression.name("settings");
  private static final Expression CLIENT = Expression.name("client");

  private final JavaConnector connector;
  private final Definition definition;
  private final Values values;

  public ClientClass(JavaConnector connector) {
    this.connector = connector;
    this.definition = connector.definition();
    this.values = Values.of(connector.variables(), SETTINGS);
  }

  public String name() {
    return connector.client();
  }

  public String settings() {
    return connector.settings();
  }

  public Code javadoc() {
    return Javadoc.of(
            "A connection to "
                + definition.title()
                + ": blocking, and safe for use by many threads.")
        .paragraph(definition.description())
        .at(0);
  }

  public Code constants() {
    return Code.lines(
        List.of(
            Statement.declaring("static final String NAME", Expression.text(definition.name()))
                .at(2),
            Statement.declaring(
                    "static final String VERSION", Expression.text(definition.version()))
                .at(2)));
  }

  /** The rates the API declares; empty where it declares none. */
  public Code rates() {
    if (definition.limits().rates().isEmpty()) {
      return Code.NONE;
    }
    List<Expression> rates = definition.limits().rates().stream().map(ClientClass::rate).toList();
    return Statement.declaring(
            "static final List<RateLimit> RATES", Expression.call("List.of", rates))
        .at(2);
  }

  private static Expression rate(Limits.Rate rate) {
    Expression limit =
        Expression.call(
            "RateLimit.of",
            Expression.number(rate.requests()),
            IncrementalWriter.duration(rate.per()));
    if (rate.burst().isPresent()) {
      limit = limit.then("burst", Expression.number(rate.burst().get()));
    }
    List<Expression> operations =
        rate.operations().stream()
            .map(OperationName::toString)
            .distinct()
            .map(Expression::text)
            .toList();
    return operations.isEmpty() ? limit : limit.then("only", Expression.call("Set.of", operations));
  }

  /** What makes the HTTP client and returns it wrapped. */
  public Code connect() {
    List<Statement> body = new ArrayList<>();
    for (String pointer : refusedParts()) {
      body.add(Unsupported.thrown(connector.refusal(pointer).orElseThrow()));
      return Statement.block(4, body);
    }
    body.add(Statement.declaring("ApiClientBuilder client", builder()));
    for (JavaSetting setting : connector.variables().values()) {
      if (setting.definition().secret()) {
        Expression secret = SETTINGS.then(setting.component());
        body.add(
            Statement.doing(
                setting.certain()
                    ? CLIENT.then("secret", secret)
                    : secret.then("ifPresent", Expression.method("client", "secret"))));
      }
    }
    defaults(body);
    if (!definition.limits().rates().isEmpty()) {
      body.add(
          Statement.doing(
              Expression.name("RATES").then("forEach", Expression.method("client", "rateLimit"))));
    }
    Expression built = Expression.call("new " + name(), CLIENT.then("build"), SETTINGS);
    body.add(Statement.returning(built));
    return Statement.block(4, body);
  }

  private List<String> refusedParts() {
    List<String> parts = new ArrayList<>();
    connector.refusal("/limits").ifPresent(it -> parts.add("/limits"));
    for (int i = 0; i < definition.errors().size(); i++) {
      String pointer = "/errors/" + i;
      connector.refusal(pointer).ifPresent(it -> parts.add(pointer));
    }
    return parts;
  }

  private Expression builder() {
    Expression client =
        Expression.call("ApiClient.builder", Expression.name("NAME"), Expression.name("VERSION"))
            .then("baseUrl", SETTINGS.then("addresses").then("base").then("toString"));
    if (!definition.authentication().isEmpty()) {
      client = client.then("authentication", Expression.call("authentication", SETTINGS));
    }
    client =
        client
            .then("policy", SETTINGS.then("policy"))
            .then("listener", Expression.name("attempts"));
    for (Template host : definition.endpoint().hosts()) {
      client =
          client.then("host", SETTINGS.then("addresses").then("resolve", values.certain(host)));
    }
    for (Map.Entry<String, String> base : new Bases(connector).all().entrySet()) {
      client =
          client.then(
              "baseUrl",
              Expression.text(base.getKey()),
              SETTINGS
                  .then("addresses")
                  .then("resolve", values.certain(new Template(base.getValue()))));
    }
    client = headers(client);
    for (var rule : definition.errors()) {
      for (Expression error : ErrorWriter.rules(rule)) {
        client = client.then("errorRule", error);
      }
    }
    return client;
  }

  private Expression headers(Expression client) {
    Expression completed = client;
    if (definition.limits().headers().isPresent()) {
      Limits.LimitHeaders headers = definition.limits().headers().get();
      if (headers.remaining().isPresent() && headers.reset().isPresent()) {
        completed = completed.then("rateLimitHeaders", ErrorWriter.limitHeaders(headers));
      }
    }
    for (Map.Entry<String, Template> header : definition.endpoint().headers().entrySet()) {
      if (!optional(header.getValue())) {
        completed =
            completed.then(
                "header", Expression.text(header.getKey()), values.certain(header.getValue()));
      }
    }
    for (Map.Entry<String, List<Template>> query : definition.endpoint().query().entrySet()) {
      if (query.getValue().stream().noneMatch(this::optional)) {
        List<Expression> parts = new ArrayList<>(List.of(Expression.text(query.getKey())));
        query.getValue().forEach(it -> parts.add(values.certain(it)));
        completed = completed.then("query", parts);
      }
    }
    return completed;
  }

  /** Headers and parameters that are left out where a setting has no value. */
  private void defaults(List<Statement> body) {
    for (Map.Entry<String, Template> header : definition.endpoint().headers().entrySet()) {
      if (optional(header.getValue())) {
        body.add(present(header.getValue(), "header", header.getKey()));
      }
    }
    for (Map.Entry<String, List<Template>> query : definition.endpoint().query().entrySet()) {
      List<Template> some = query.getValue();
      if (some.size() == 1 && optional(some.get(0))) {
        body.add(present(some.get(0), "query", query.getKey()));
      } else if (some.stream().anyMatch(this::optional)) {
        List<Expression> lists = some.stream().map(values::list).toList();
        body.add(
            Statement.doing(
                CLIENT.then(
                    "query",
                    Expression.text(query.getKey()),
                    Expression.call("Stream.of", lists)
                        .then("flatMap", Expression.name("List::stream"))
                        .then("toArray", Expression.name("String[]::new")))));
      }
    }
  }

  private Statement present(Template template, String method, String name) {
    return Statement.doing(
        values
            .some(template)
            .then(
                "ifPresent",
                Expression.lambda(
                    "it", CLIENT.then(method, Expression.text(name), Expression.name("it")))));
  }

  private boolean optional(Template template) {
    return template.isPlaceholder()
        && !connector.variables().get(template.placeholders().iterator().next()).certain();
  }

  /** The methods that lead to resources. */
  public List<Method> accessors() {
    List<Method> methods = new ArrayList<>();
    for (JavaResource resource : connector.resources()) {
      RequestsClass requests = new RequestsClass(connector, resource);
      Expression made =
          requests.configured()
              ? Expression.call("new " + resource.requests(), SETTINGS)
              : Expression.call("new " + resource.requests());
      String description = resource.definition().description();
      methods.add(
          Method.of(
              description.isBlank() ? resource.definition().title() : description,
              "public " + resource.type() + " " + resource.accessor(),
              List.of(),
              Statement.returning(Expression.call("new " + resource.type(), CLIENT, made))));
    }
    return methods;
  }

  /** How it authenticates; nothing where the API asks for nothing. */
  public List<Method> authentication() {
    return definition.authentication().isEmpty()
        ? List.of()
        : new AuthenticationWriter(connector).methods();
  }
}
