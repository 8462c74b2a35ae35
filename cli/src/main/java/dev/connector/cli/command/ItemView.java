package dev.connector.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.cli.terminal.Style;
import dev.connector.cli.terminal.Table;
import dev.connector.cli.terminal.Terminal;
import dev.connector.cli.terminal.Text;
import dev.connector.registry.source.Item;
import dev.connector.registry.source.ItemManifest;
import dev.connector.registry.source.Origin;
import dev.connector.registry.workspace.Language;
import dev.connector.registry.workspace.OriginFormat;
import dev.connector.spec.definition.AuthenticationScheme;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.Resource;
import dev.connector.spec.definition.Setting;
import dev.connector.spec.definition.reader.DefinitionReader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows what a connector's definition and manifests say, for people and for programs. */
final class ItemView {

  private final Item item;
  private final Definition definition;

  private ItemView(Item item, Definition definition) {
    this.item = item;
    this.definition = definition;
  }

  /** The view of a connector; fails where its definition is none. */
  static ItemView of(Item item) {
    byte[] definition = item.file(Item.DEFINITION).orElseThrow().content();
    return new ItemView(
        item,
        new DefinitionReader(path -> item.file(path).isPresent())
            .read(definition)
            .orThrow(item.name() + "/" + Item.DEFINITION));
  }

  void print(Terminal terminal) {
    String title = definition.title() + " (" + definition.name() + " " + definition.version() + ")";
    terminal.print(terminal.styled(Style.STRONG, Text.visible(title)));
    Text.wrap(Text.visible(definition.description()), terminal.textWidth())
        .forEach(terminal::print);
    terminal.print("");
    Table facts = new Table().whole();
    facts.row("registry", item.origin().source() + commit());
    definition.metadata().documentation().ifPresent(url -> facts.row("documentation", url));
    facts.row("languages", String.join(", ", item.languages()));
    facts.row("authentication", String.join(", ", authentication()));
    facts.print(terminal, "");
    resources(terminal);
    settings(terminal);
    for (String language : item.languages()) {
      needs(terminal, item.manifest(language));
    }
    terminal.section(
        "In code only", definition.custom().stream().map(each -> "- " + each).toList());
    terminal.section("To add it", List.of("connector add " + definition.name()));
  }

  private String commit() {
    String commit =
        item.origin() instanceof Origin.Registered registered ? registered.commit() : "";
    return commit.isEmpty() ? "" : " at " + commit.substring(0, Math.min(12, commit.length()));
  }

  private List<String> authentication() {
    List<String> kinds = definition.authentication().stream().map(ItemView::kind).toList();
    return kinds.isEmpty() ? List.of("none") : kinds;
  }

  /** The scheme's name in words, which the names of the types are: {@code OAuth2} stays one. */
  static String kind(AuthenticationScheme scheme) {
    if (scheme instanceof AuthenticationScheme.OAuth2) {
      return "OAuth 2";
    }
    if (scheme instanceof AuthenticationScheme.OAuth1) {
      return "OAuth 1";
    }
    if (scheme instanceof AuthenticationScheme.AwsSignature) {
      return "AWS signature";
    }
    String name = scheme.getClass().getSimpleName();
    return name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
  }

  private void resources(Terminal terminal) {
    Table table = new Table("RESOURCE", "INCREMENTAL", "OPERATIONS").wrapped();
    definition
        .resources()
        .forEach(
            (name, resource) ->
                table.row(
                    name,
                    resource.reading().incremental().isPresent() ? "yes" : "no",
                    String.join(" ", resource.operations().keySet())));
    terminal.print("");
    table.print(terminal, "");
  }

  private void settings(Terminal terminal) {
    if (definition.settings().isEmpty()) {
      return;
    }
    Table table = new Table("VARIABLE", "KIND", "ABOUT").wrapped();
    definition
        .settings()
        .forEach(
            (name, setting) ->
                table.row(definition.variable(name), kind(setting), setting.title()));
    terminal.print("");
    table.print(terminal, "");
  }

  private static String kind(Setting setting) {
    return (setting.secret() ? "secret" : "setting") + (setting.required() ? ", required" : "");
  }

  private void needs(Terminal terminal, ItemManifest manifest) {
    List<String> items =
        manifest.requires().entrySet().stream()
            .map(need -> need.getKey() + " " + need.getValue())
            .sorted()
            .collect(Collectors.toList());
    manifest.dependencies().forEach(each -> items.add(each.id() + purpose(each.scope())));
    terminal.section(
        "Needs, for " + title(manifest.language()) + " " + manifest.release() + " or later", items);
  }

  private static String title(String language) {
    return Stream.of(Language.values())
        .filter(it -> it.id().equals(language))
        .findFirst()
        .map(Language::title)
        .orElse(language);
  }

  private static String purpose(ItemManifest.Scope scope) {
    return scope == ItemManifest.Scope.TEST ? " (for tests)" : "";
  }

  ObjectNode document() {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document
        .put("name", definition.name())
        .put("version", definition.version())
        .put("title", definition.title())
        .put("description", definition.description());
    definition.metadata().documentation().ifPresent(url -> document.put("documentation", url));
    document.set("origin", OriginFormat.write(item.origin()));
    authentication().forEach(document.putArray("authentication")::add);
    ArrayNode resources = document.putArray("resources");
    definition.resources().forEach((name, it) -> describe(resources.addObject(), name, it));
    ArrayNode settings = document.putArray("settings");
    definition.settings().forEach((name, it) -> describe(settings.addObject(), name, it));
    ArrayNode languages = document.putArray("languages");
    item.languages().forEach(name -> describe(languages.addObject(), item.manifest(name)));
    definition.custom().forEach(document.putArray("custom")::add);
    return document;
  }

  private static void describe(ObjectNode node, String name, Resource resource) {
    node.put("name", name)
        .put("title", resource.title())
        .put("incremental", resource.reading().incremental().isPresent());
    resource.operations().keySet().forEach(node.putArray("operations")::add);
  }

  private void describe(ObjectNode node, String name, Setting setting) {
    node.put("name", name)
        .put("variable", definition.variable(name))
        .put("title", setting.title())
        .put("secret", setting.secret())
        .put("required", setting.required());
    setting.defaultValue().ifPresent(value -> node.put("default", value));
  }

  private static void describe(ObjectNode node, ItemManifest manifest) {
    node.put("language", manifest.language()).put("release", manifest.release());
    ObjectNode requires = node.putObject("requires");
    manifest.requires().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(need -> requires.put(need.getKey(), need.getValue().toString()));
    ArrayNode dependencies = node.putArray("dependencies");
    manifest
        .dependencies()
        .forEach(
            each ->
                dependencies
                    .addObject()
                    .put("id", each.id())
                    .put("scope", each.scope().name().toLowerCase(Locale.ROOT)));
  }
}
