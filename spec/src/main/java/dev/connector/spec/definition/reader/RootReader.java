package dev.connector.spec.definition.reader;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.spec.definition.AuthenticationScheme;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.Endpoint;
import dev.connector.spec.definition.ErrorRule;
import dev.connector.spec.definition.InvalidDefinitionException;
import dev.connector.spec.definition.Limits;
import dev.connector.spec.definition.Metadata;
import dev.connector.spec.definition.OperationName;
import dev.connector.spec.definition.PolicyDefaults;
import dev.connector.spec.definition.Resource;
import dev.connector.spec.definition.Setting;
import dev.connector.spec.definition.Template;
import dev.connector.spec.definition.Webhooks;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Reads the top level of a definition, and what holds across its parts. */
final class RootReader {

  private final Set<String> used = new HashSet<>();
  private final Context context;

  RootReader(JsonNode root, Optional<Predicate<String>> files) {
    Names names = new Names(root);
    Scope credentials =
        Scope.empty(used).with(names.settings(true), true).with(names.settings(false), true);
    Scope settings =
        Scope.empty(used).with(names.settings(true), true).with(names.settings(false), false);
    this.context = new Context(names, settings, credentials, files);
  }

  Definition definition(Fields fields) {
    fields.optional("$schema", Value::text);
    fields.required("format", RootReader::format);
    Metadata metadata = metadata(fields);
    Endpoint endpoint = endpoint(fields);
    Map<String, Setting> settings =
        fields.or(Map.of(), "settings", v -> v.map(Formats::identifier, this::setting));
    List<AuthenticationScheme> authentication =
        fields.list(
            "authentication", v -> v.object(new AuthenticationReader(context)::authentication));
    LimitsReader limitsReader = new LimitsReader(context.names());
    Limits limits = fields.or(Limits.none(), "limits", v -> v.object(limitsReader::limits));
    List<ErrorRule> errors = fields.list("errors", v -> v.object(ErrorRuleReader::rule));
    PolicyDefaults policy =
        fields.or(PolicyDefaults.none(), "policy", v -> v.object(limitsReader::policy));
    Map<String, Resource> resources =
        fields.required("resources", v -> resources(v, new ResourceReader(context)));
    Optional<Webhooks> webhooks =
        fields.optional("webhooks", v -> v.object(new WebhookReader(context)::webhooks));
    Optional<OperationName> check = fields.optional("check", v -> limitsReader.operation(v));
    List<String> custom = fields.list("custom", Value::words);
    settings(fields.member("settings"), custom);
    return fields.build(
        () ->
            new Definition(
                metadata,
                endpoint,
                settings,
                authentication,
                limits,
                errors,
                policy,
                resources,
                webhooks,
                check,
                custom));
  }

  private static Integer format(Value value) {
    if (!value.node().isIntegralNumber() || value.node().intValue() != Definition.FORMAT) {
      throw new InvalidDefinitionException(
          "this format is not known", "write " + Definition.FORMAT + ", or update connector");
    }
    return Definition.FORMAT;
  }

  private static Metadata metadata(Fields fields) {
    String name = fields.required("name", Formats::connectorName);
    String version = fields.required("version", Formats::version);
    String title = fields.required("title", Value::words);
    String description = fields.required("description", Value::words);
    Optional<String> documentation = fields.optional("documentation", v -> Formats.link(v.words()));
    return fields.part(() -> new Metadata(name, version, title, description, documentation));
  }

  private Endpoint endpoint(Fields fields) {
    Scope scope = context.settings();
    Template baseUrl = fields.required("baseUrl", v -> Formats.baseUrl(scope.certainTemplate(v)));
    List<Template> hosts = fields.list("hosts", v -> Formats.host(scope.certainTemplate(v)));
    Map<String, Template> headers =
        fields.or(Map.of(), "headers", v -> v.map(Formats::header, scope::template));
    Map<String, List<Template>> query = fields.map("query", scope::templates);
    return fields.part(() -> new Endpoint(baseUrl, hosts, headers, query));
  }

  private Setting setting(Value value) {
    return value.object(
        fields -> {
          String title = fields.required("title", Value::words);
          String description = fields.or("", "description", Value::words);
          Boolean secret = fields.or(false, "secret", Value::flag);
          Boolean required = fields.or(!fields.has("default"), "required", Value::flag);
          Optional<String> defaultValue = fields.optional("default", Value::text);
          Optional<String> pattern = fields.optional("pattern", Formats::regularExpression);
          List<String> values = fields.or(List.of(), "values", v -> v.some(Value::words));
          return fields.build(
              () ->
                  new Setting(title, description, secret, required, defaultValue, pattern, values));
        });
  }

  private static Map<String, Resource> resources(Value value, ResourceReader reader) {
    Map<String, Resource> resources = value.map(Formats::identifier, reader::resource);
    if (value.node().isEmpty()) {
      throw new InvalidDefinitionException("there is no resource", "describe at least one");
    }
    return resources;
  }

  /** Settings must be told apart in the environment, and be of use. */
  private void settings(Value settings, List<String> custom) {
    Map<String, String> byVariable = new TreeMap<>();
    settings
        .node()
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!Formats.isIdentifier(name)) {
                return;
              }
              Value setting = settings.member(name);
              String variable = Setting.variable(context.names().connector(), name);
              String other = byVariable.putIfAbsent(variable, name);
              if (other != null) {
                settings
                    .findings()
                    .error(
                        setting.pointer(),
                        "both " + other + " and " + name + " would come from " + variable,
                        "rename one of them");
              }
              if (!used.contains(name) && custom.isEmpty()) {
                settings
                    .findings()
                    .warning(
                        setting.pointer(),
                        "nothing uses the setting",
                        "put {" + name + "} where its value goes, or remove it");
              }
            });
  }
}
