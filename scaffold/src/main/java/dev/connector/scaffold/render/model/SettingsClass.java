package dev.connector.scaffold.render.model;

import dev.connector.scaffold.render.code.Code;
import dev.connector.scaffold.render.code.Expression;
import dev.connector.scaffold.render.code.Javadoc;
import dev.connector.scaffold.render.code.Statement;
import dev.connector.spec.definition.AuthenticationScheme;
import dev.connector.spec.definition.Limits;
import dev.connector.spec.definition.PolicyDefaults;
import dev.connector.spec.definition.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The record of what a connection needs. */
public final class SettingsClass {

  private final JavaConnector connector;
  private final List<JavaSetting> settings;

  public SettingsClass(JavaConnector connector) {
    this.connector = connector;
    this.settings = List.copyOf(connector.variables().values());
  }

  public String name() {
    return connector.settings();
  }

  public Code javadoc() {
    Javadoc javadoc =
        Javadoc.of(
            "What a connection to "
                + connector.definition().title()
                + " needs; its string form shows no secret.");
    for (JavaSetting setting : settings) {
      javadoc.parameter(setting.component(), described(setting));
    }
    if (keepsTokens()) {
      javadoc.parameter("tokens", "where tokens are kept, by whom they are for");
    }
    javadoc.parameter("policy", "deadlines, retries and the like");
    javadoc.parameter("addresses", "where the API is");
    return javadoc.at(0);
  }

  private static String described(JavaSetting setting) {
    String description = setting.definition().description();
    return description.isBlank() ? setting.definition().title() : description;
  }

  public Code head() {
    List<String> components = new ArrayList<>();
    settings.forEach(it -> components.add(it.type() + " " + it.component()));
    if (keepsTokens()) {
      components.add("Function<String, TokenStore> tokens");
    }
    components.add("Policy policy");
    components.add("Addresses addresses");
    return Statement.head(0, "public record " + name(), components, "");
  }

  /** Constants: the declarations, and where the API is. */
  public Code constants() {
    List<Code> fields = new ArrayList<>();
    for (JavaSetting setting : settings) {
      fields.add(
          Statement.declaring(
                  "private static final Setting<" + setting.plainType() + "> " + setting.constant(),
                  declaration(setting))
              .at(2));
    }
    if (keepsTokens()) {
      fields.add(
          Statement.declaring(
                  "private static final Setting<String> TOKEN_STORE",
                  Expression.call(
                      "Setting.optional",
                      Expression.text("tokenStore"),
                      Expression.call("Shape.text")))
              .at(2));
    }
    return Code.lines(fields);
  }

  /** All that is the connector's own. */
  public Code declared() {
    List<Expression> own = settings.stream().map(it -> Expression.name(it.constant())).toList();
    return Statement.declaring(
            "static final List<Setting<?>> DECLARED", Expression.call("List.of", own))
        .at(2);
  }

  /** Makes and changes settings. */
  public List<Method> methods() {
    List<Method> methods = new ArrayList<>();
    methods.add(of());
    methods.add(fromEnvironment());
    methods.add(policyOf());
    Set<String> placed = connector.definition().endpoint().baseUrl().placeholders();
    for (JavaSetting setting : settings) {
      if (!placed.contains(setting.name())) {
        methods.add(changing(setting));
      }
    }
    if (keepsTokens()) {
      methods.add(
          changing(
              "Keeps tokens here, so that they outlive the process.",
              "tokens",
              "TokenStore store",
              Expression.lambda("audience", Expression.name("store"))));
    }
    methods.add(
        changing(
            "Other deadlines, retries and the like.",
            "policy",
            "Policy changed",
            Expression.name("changed")));
    methods.add(
        changing(
            "Other addresses, those of a test server for example.",
            "addresses",
            "Addresses changed",
            Expression.name("changed")));
    return methods;
  }

  /** Whether there are tokens to be kept. */
  public boolean keepsTokens() {
    return connector.definition().authentication().stream()
        .anyMatch(
            it ->
                it instanceof AuthenticationScheme.OAuth2
                    || it instanceof AuthenticationScheme.Session);
  }

  private Expression declaration(JavaSetting setting) {
    Setting definition = setting.definition();
    Expression name = Expression.text(setting.name());
    Expression shape = shape(definition);
    if (definition.defaultValue().isPresent()) {
      return Expression.call(
          "Setting.withDefault", name, shape, Expression.text(definition.defaultValue().get()));
    }
    return Expression.call(
        definition.required() ? "Setting.required" : "Setting.optional", name, shape);
  }

  private static Expression shape(Setting setting) {
    if (setting.pattern().isPresent()) {
      return Expression.call(
          setting.secret() ? "Shape.secret" : "Shape.matching",
          Expression.call("Pattern.compile", Expression.text(setting.pattern().get())));
    }
    if (setting.secret()) {
      return Expression.call("Shape.secret");
    }
    return setting.values().isEmpty()
        ? Expression.call("Shape.text")
        : Expression.call(
            "Shape.oneOf",
            Expression.call("List.of", setting.values().stream().map(Expression::text).toList()));
  }

  /** A way to have them without an environment: what is required, and defaults for the rest. */
  private Method of() {
    List<JavaSetting> required =
        settings.stream().filter(it -> it.definition().required()).toList();
    List<String> parameters = required.stream().map(it -> "String " + it.component()).toList();
    List<Expression> pairs = new ArrayList<>();
    for (JavaSetting setting : required) {
      pairs.add(
          Expression.call(
              "Map.entry",
              Expression.text(setting.variable()),
              Expression.name(setting.component())));
    }
    Javadoc javadoc =
        Javadoc.of(
            required.isEmpty()
                ? "Defaults for everything."
                : "What cannot be left out, and defaults for the rest.");
    required.forEach(it -> javadoc.parameter(it.component(), described(it)));
    Expression environment =
        pairs.isEmpty() ? Expression.call("Map.of") : Expression.call("Map.ofEntries", pairs);
    return Method.of(
        2,
        javadoc,
        Statement.head(
            2,
            "public static " + name() + " " + (required.isEmpty() ? "defaults" : "of"),
            parameters,
            ""),
        List.of(Statement.returning(Expression.call("fromEnvironment", environment))));
  }

  private Method fromEnvironment() {
    Javadoc javadoc =
        Javadoc.of(
                settings.isEmpty()
                    ? "Reads the policy, and where the API is."
                    : "Reads "
                        + String.join(", ", settings.stream().map(JavaSetting::variable).toList())
                        + "; besides them the policy, and where the API is.")
            .fails("ApiException", "with INVALID_CONFIG, naming what is missing or malformed");
    List<Statement> body = new ArrayList<>();
    body.add(
        Statement.declaring(
            "List<Setting<?>> declared",
            Expression.call("new ArrayList<>", Expression.name("Policy.SETTINGS"))));
    body.add(
        Statement.doing(Expression.name("declared").then("addAll", Expression.name("DECLARED"))));
    if (keepsTokens()) {
      body.add(
          Statement.doing(Expression.name("declared").then("add", Expression.name("TOKEN_STORE"))));
    }
    Expression client = Expression.name(connector.client() + ".NAME");
    body.add(
        Statement.declaring(
            "Settings settings",
            Expression.call("Settings.read", client, environment(), Expression.name("declared"))));
    List<Expression> components = new ArrayList<>();
    for (JavaSetting setting : settings) {
      components.add(
          Expression.name("settings")
              .then(setting.certain() ? "get" : "find", Expression.name(setting.constant())));
    }
    if (keepsTokens()) {
      components.add(Expression.call("kept", Expression.name("settings")));
    }
    components.add(Expression.call("Policy.of", Expression.name("settings")));
    components.add(
        Expression.call(
            "Addresses.fromEnvironment", client, Expression.name("environment"), baseUrl()));
    body.add(Statement.returning(Expression.call("new " + name(), components)));
    return Method.of(
        2,
        javadoc,
        Statement.head(
            2,
            "public static " + name() + " fromEnvironment",
            List.of("Map<String, String> environment"),
            ""),
        body);
  }

  /** Where the API is, as the definition has it; settings are named as they were just read. */
  private Expression baseUrl() {
    List<Expression> parts = new ArrayList<>();
    for (Part part : Part.of(connector.definition().endpoint().baseUrl())) {
      if (part.placeholder()) {
        JavaSetting setting = connector.variables().get(part.text());
        Expression value =
            Expression.name("settings").then("get", Expression.name(setting.constant()));
        parts.add(setting.definition().secret() ? value.then("reveal") : value);
      } else {
        parts.add(Expression.text(part.text()));
      }
    }
    return Expression.infix("+", parts);
  }

  /** The environment, with what suits the API better than the defaults of all connectors. */
  private Expression environment() {
    PolicyDefaults policy = connector.definition().policy();
    Limits limits = connector.definition().limits();
    List<Expression> suited = new ArrayList<>();
    policy.deadline().ifPresent(it -> suit(suited, "attemptTimeout", it));
    policy.budget().ifPresent(it -> suit(suited, "callBudget", it));
    policy.retries().ifPresent(it -> suit(suited, "maxRetries", it));
    limits.concurrency().ifPresent(it -> suit(suited, "maxConcurrent", it));
    Expression environment = Expression.name("environment");
    return suited.isEmpty()
        ? environment
        : Expression.call(
            "Policy.suited",
            Expression.name(connector.client() + ".NAME"),
            environment,
            Expression.call("Map.of", suited));
  }

  private static void suit(List<Expression> suited, String name, Object value) {
    suited.add(Expression.text(name));
    suited.add(Expression.text(value.toString()));
  }

  private Method policyOf() {
    return Method.of(
        "",
        "static Policy policy",
        List.of("Map<String, String> environment"),
        Statement.returning(
            Expression.call(
                "Policy.fromEnvironment",
                Expression.name(connector.client() + ".NAME"),
                environment())));
  }

  private Method changing(JavaSetting setting) {
    Expression text = Expression.name("changed");
    Expression value = setting.definition().secret() ? Expression.call("new Secret", text) : text;
    return changing(
        described(setting),
        setting.component(),
        "String changed",
        setting.certain() ? value : Expression.call("Optional.of", value));
  }

  private Method changing(String javadoc, String component, String parameter, Expression value) {
    List<String> names = new ArrayList<>();
    settings.forEach(it -> names.add(it.component()));
    if (keepsTokens()) {
      names.add("tokens");
    }
    names.add("policy");
    names.add("addresses");
    List<Expression> components =
        names.stream().map(it -> it.equals(component) ? value : Expression.name(it)).toList();
    return Method.of(
        javadoc,
        "public " + name() + " " + component,
        List.of(parameter),
        Statement.returning(Expression.call("new " + name(), components)));
  }
}
