package dev.connector.scaffold.render.code;

import java.util.ArrayList;
import java.util.List;

/** A statement, or another line of a class, laid out at an indentation. */
public sealed interface Statement {

  /** More calls in a row than anybody reads, and far fewer than the compiler can take. */
  int LONGEST_CHAIN = 50;

  Code at(int indent);

  /** Statements one below the other. */
  static Code block(int indent, List<Statement> statements) {
    return Code.lines(statements.stream().map(it -> it.at(indent)).toList());
  }

  /** An expression for the sake of what it does. */
  static Statement doing(Expression expression) {
    return new Plain("", expression);
  }

  static Statement returning(Expression expression) {
    return new Plain("return ", expression);
  }

  static Statement throwing(Expression expression) {
    return new Plain("throw ", expression);
  }

  /** {@code Type name = value;}, a field where the type has modifiers before it. */
  static Statement declaring(String typeAndName, Expression value) {
    return new Declaration(Expression.name(typeAndName).flat(), value);
  }

  /** {@code name = method(name);}. */
  static Statement assigning(String name, String method) {
    return new Declaration(
        Expression.name(name).flat(), Expression.call(method, Expression.name(name)));
  }

  /**
   * Returns what many calls in a row make, by several statements where they are too many for one:
   * the compiler goes a level deeper with each call of a chain, and has not that many levels.
   *
   * @param type of the value, and of the variable that holds it meanwhile
   * @param name of that variable
   */
  static List<Statement> returningChained(String type, String name, Expression value) {
    if (!(value instanceof Expression.Chain chain) || chain.links().size() <= LONGEST_CHAIN) {
      return List.of(returning(value));
    }
    List<Statement> statements = new ArrayList<>();
    Expression begun = chain.first();
    for (int from = 0; from < chain.links().size(); from += LONGEST_CHAIN) {
      int to = Math.min(from + LONGEST_CHAIN, chain.links().size());
      Expression part = new Expression.Chain(begun, chain.links().subList(from, to));
      statements.add(
          to == chain.links().size()
              ? returning(part)
              : declaring(from == 0 ? type + " " + name : name, part));
      begun = Expression.name(name);
    }
    return statements;
  }

  /** {@code if (condition) { ... }}. */
  static Statement when(Expression condition, List<Statement> then) {
    return new When(condition, then);
  }

  /** See {@link #doing}. */
  record Plain(String word, Expression expression) implements Statement {
    @Override
    public Code at(int indent) {
      Page page = Page.line(indent, 1).moved(word.length());
      return new Code(" ".repeat(indent) + word + expression.laid(page) + ";");
    }
  }

  /** See {@link #declaring}. */
  record Declaration(String typeAndName, Expression value) implements Statement {
    @Override
    public Code at(int indent) {
      String begin = " ".repeat(indent) + typeAndName + " =";
      Page same = Page.line(indent, 1).moved(typeAndName.length() + 3);
      boolean fits = same.fits(value.flat()) && value.laid(same).indexOf('\n') < 0;
      Page below = Page.line(indent + 4, 1);
      return new Code(
          fits
              ? begin + " " + value.flat() + ";"
              : begin + "\n" + below.indentation() + value.laid(below) + ";");
    }
  }

  /** See {@link #when}. */
  record When(Expression condition, List<Statement> then) implements Statement {
    @Override
    public Code at(int indent) {
      String tab = " ".repeat(indent);
      String test = condition.laid(Page.line(indent, 3).moved(4));
      return new Code(
          tab + "if (" + test + ") {\n" + block(indent + 2, then).text() + "\n" + tab + "}");
    }
  }

  /**
   * The head of a method, up to the brace.
   *
   * @param modifiersAndName {@code public static Contact get}
   * @param parameters each with its type
   */
  static Code head(int indent, String modifiersAndName, List<String> parameters, String end) {
    List<String> checked = new ArrayList<>();
    parameters.forEach(it -> checked.add(Expression.name(it).flat()));
    String begin = " ".repeat(indent) + Expression.name(modifiersAndName).flat() + "(";
    return laid(begin, checked, indent, end);
  }

  private static Code laid(String begin, List<String> parts, int indent, String end) {
    String together = String.join(", ", parts);
    String tail = ")" + end;
    if (begin.length() + together.length() + tail.length() + 2 <= 100) {
      return new Code(begin + together + tail);
    }
    String tab = "\n" + " ".repeat(indent + 4);
    boolean oneLine = indent + 4 + together.length() + tail.length() + 2 <= 100;
    return new Code(begin + tab + (oneLine ? together : String.join("," + tab, parts)) + tail);
  }

  /** Words alone. */
  static Code line(int indent, String words) {
    return new Code(" ".repeat(indent) + Expression.name(words).flat());
  }

  /**
   * A component of a record.
   *
   * @param json its name in JSON
   */
  record Component(String type, String name, String json) {
    String text() {
      String declared = Expression.name(type + " " + name).flat();
      return json.equals(name)
          ? declared
          : "@JsonProperty(" + Expression.text(json).flat() + ") " + declared;
    }
  }

  /**
   * The head of a record, up to the brace.
   *
   * @param rest whether a last component takes what the others leave
   */
  static Code record(int indent, String name, List<Component> components, boolean rest) {
    List<String> texts = new ArrayList<>(components.stream().map(Component::text).toList());
    if (rest) {
      texts.add("@JsonAnySetter @JsonAnyGetter Map<String, JsonNode> others");
    }
    return laid(
        " ".repeat(indent) + "public record " + Expression.name(name).flat() + "(",
        texts,
        indent,
        "");
  }
}
