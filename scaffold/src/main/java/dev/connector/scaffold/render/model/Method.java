package dev.connector.scaffold.render.model;

import dev.connector.scaffold.render.code.Code;
import dev.connector.scaffold.render.code.Javadoc;
import dev.connector.scaffold.render.code.Statement;
import java.util.List;

/**
 * A method, laid out.
 *
 * @param javadoc with a line feed behind it; empty where there is none
 * @param head up to the brace
 */
public record Method(Code javadoc, Code head, Code body) {

  static Method of(int indent, Javadoc javadoc, Code head, List<Statement> body) {
    return new Method(javadoc.at(indent), head, Statement.block(indent + 2, body));
  }

  /** A method of a class of its own file. */
  static Method of(String javadoc, String head, List<String> parameters, Statement... body) {
    return of(javadoc, head, parameters, List.of(body));
  }

  /** The same with any number of statements. */
  static Method of(String javadoc, String head, List<String> parameters, List<Statement> body) {
    return of(2, Javadoc.of(javadoc), Statement.head(2, head, parameters, ""), body);
  }
}
