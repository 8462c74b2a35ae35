package dev.connector.scaffold.render.model;

import dev.connector.scaffold.render.code.Code;
import dev.connector.scaffold.render.code.Expression;
import dev.connector.scaffold.render.code.Javadoc;
import dev.connector.scaffold.render.code.Statement;
import java.util.ArrayList;
import java.util.List;

/** The type that holds what an operation may be told besides what it needs. */
public final class OptionsType {

  private final JavaOperation operation;

  OptionsType(JavaOperation operation) {
    this.operation = operation;
  }

  public String name() {
    return operation.options();
  }

  public Code javadoc() {
    return Javadoc.of("What " + operation.method() + " may be told besides; immutable.").at(2);
  }

  public List<Method> methods() {
    List<Method> methods = new ArrayList<>();
    for (JavaArgument argument : operation.optional()) {
      String name = argument.parameter();
      methods.add(
          Method.of(
              4,
              Javadoc.of(described(argument)),
              Statement.head(
                  4, "public " + name() + " " + name, List.of(argument.type() + " " + name), ""),
              List.of(
                  Statement.returning(
                      Expression.call(
                          "new " + name(),
                          Expression.name("arguments")
                              .then(
                                  "with",
                                  Expression.text(argument.name()),
                                  Expression.name(name)))))));
    }
    return methods;
  }

  private static String described(JavaArgument argument) {
    String description = argument.definition().description();
    String said = description.isBlank() ? "Sets " + argument.name() + "." : description;
    return argument
        .definition()
        .defaultValue()
        .filter(it -> it.isValueNode() && it.asText().length() <= 40)
        .map(it -> said + (said.endsWith(".") ? "" : ".") + " Unless said: " + it.asText() + ".")
        .orElse(said);
  }
}
