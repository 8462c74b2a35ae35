package dev.connector.scaffold.render.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.scaffold.render.code.Code;
import dev.connector.scaffold.render.code.Javadoc;
import dev.connector.scaffold.render.code.Statement;
import java.util.ArrayList;
import java.util.List;

/** A record type, and those that lie in it, laid out. */
public final class RecordClass {

  private final RecordShape shape;
  private final int indent;

  private RecordClass(RecordShape shape, int indent) {
    this.shape = shape;
    this.indent = indent;
  }

  /** The type of the records that a schema describes. */
  public static RecordClass of(String name, JsonNode schema) {
    return new RecordClass(new SchemaReader(name, schema).read(), 0);
  }

  public String name() {
    return shape.name();
  }

  public Code javadoc() {
    Javadoc javadoc = Javadoc.of(shape.description());
    shape.fields().forEach(it -> javadoc.parameter(it.component(), it.description()));
    if (shape.rest()) {
      javadoc.parameter("others", "what is left, by its name in JSON");
    }
    return javadoc.at(indent);
  }

  public Code head() {
    List<Statement.Component> components =
        shape.fields().stream()
            .map(it -> new Statement.Component(it.type(), it.component(), it.json()))
            .toList();
    return Statement.record(indent, shape.name(), components, shape.rest());
  }

  /** What makes collections immutable, and empty where there are none. */
  public Code constructor() {
    List<Statement> body = new ArrayList<>();
    for (RecordShape.Field field : shape.fields()) {
      if (field.type().startsWith("List<")) {
        body.add(copied(field.component(), "Copies.list"));
      } else if (field.type().startsWith("Map<")) {
        body.add(copied(field.component(), "Copies.map"));
      }
    }
    if (shape.rest()) {
      body.add(copied("others", "Copies.map"));
    }
    return body.isEmpty() ? Code.NONE : Statement.block(indent + 4, body);
  }

  public Code constructorHead() {
    return Statement.line(indent + 2, "public " + shape.name());
  }

  /** What stands before the brace that ends something in it, or the whole. */
  public Code margin(boolean inner) {
    return Statement.line(inner ? indent + 2 : indent, "");
  }

  private static Statement copied(String component, String how) {
    return Statement.assigning(component, how);
  }

  /** The types that lie in it. */
  public List<RecordClass> nested() {
    return shape.nested().stream().map(it -> new RecordClass(it, 2)).toList();
  }
}
