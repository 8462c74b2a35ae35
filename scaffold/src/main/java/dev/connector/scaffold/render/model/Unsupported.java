package dev.connector.scaffold.render.model;

import dev.connector.scaffold.render.code.Expression;
import dev.connector.scaffold.render.code.Statement;

/** What stands where something cannot be rendered: the error that the engine gives, too. */
final class Unsupported {

  private Unsupported() {}

  static Statement thrown(String why) {
    return Statement.throwing(
        Expression.call(
            "new ApiException", Expression.name("ErrorCode.UNSUPPORTED"), Expression.text(why)));
  }
}
