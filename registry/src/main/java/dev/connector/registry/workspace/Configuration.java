package dev.connector.registry.workspace;

import dev.connector.registry.source.Item;
import dev.connector.registry.source.ItemFile;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.Setting;
import dev.connector.spec.definition.reader.DefinitionReader;
import dev.connector.spec.definition.reader.ReadResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a connector is configured by, as its definition declares it. */
record Configuration(
    String heading, List<AddPlan.Variable> variables, List<EnvExample.Line> lines) {

  Configuration {
    variables = List.copyOf(variables);
    lines = List.copyOf(lines);
  }

  static Configuration of(Item item) {
    byte[] document = item.file(Item.DEFINITION).map(ItemFile::content).orElse(new byte[0]);
    return of(item.name(), document, path -> item.file(path).isPresent());
  }

  /**
   * The same by the bytes of the definition.
   *
   * @param there whether the connector has a file, by its path in the registry
   */
  static Configuration of(String name, byte[] document, Predicate<String> there) {
    Definition definition = definition(name, document, there);
    List<AddPlan.Variable> variables = new ArrayList<>();
    List<EnvExample.Line> lines = new ArrayList<>();
    for (Map.Entry<String, Setting> entry : definition.settings().entrySet()) {
      Setting setting = entry.getValue();
      String variable = definition.variable(entry.getKey());
      String what = setting.description().isBlank() ? setting.title() : setting.description();
      variables.add(new AddPlan.Variable(variable, setting.secret(), setting.required(), what));
      EnvExample.Need need =
          setting.secret() || setting.required()
              ? new EnvExample.Need.Wanted()
              : new EnvExample.Need.Optional(setting.defaultValue().orElse(""));
      lines.add(new EnvExample.Line(variable, what, need));
    }
    return new Configuration(definition.title(), variables, lines);
  }

  boolean reads(String variable) {
    return variables.stream().anyMatch(it -> it.name().equals(variable));
  }

  private static Definition definition(String name, byte[] document, Predicate<String> there) {
    ReadResult result = new DefinitionReader(there::test).read(document);
    return result
        .definition()
        .orElseThrow(
            () ->
                new ConnectorException(
                    Kind.INTEGRITY,
                    result.errors().stream()
                        .map(Object::toString)
                        .collect(
                            Collectors.joining(
                                "\n  ", name + "/connector.json is not valid:\n  ", "")),
                    "nothing was written; tell the registry's owner"));
  }
}
