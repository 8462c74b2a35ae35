package dev.connector.scaffold.render.code;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An expression, or a part of one, that knows how to be broken into lines. */
public sealed interface Expression {

  /** All of it on one line. */
  String flat();

  /**
   * Over several lines.
   *
   * @param page where it stands
   */
  String broken(Page page);

  /** As it fits. */
  default String laid(Page page) {
    String flat = flat();
    return page.fits(flat) ? flat : broken(page);
  }

  /** A name, a type, or another word of the language, checked to be nothing else. */
  static Expression name(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!letter && "_.$<>,?:[] ".indexOf(c) < 0) {
        throw new IllegalArgumentException("not a name: " + name);
      }
    }
    return new Word(name);
  }

  /** A text between quotes, whatever it holds. */
  static Expression text(String text) {
    List<String> literals = Literal.of(text);
    if (literals.size() == 1) {
      return new Word(literals.get(0));
    }
    return new Call(
        "String.join",
        Stream.concat(Stream.of("\"\""), literals.stream()).<Expression>map(Word::new).toList());
  }

  /** A text of several lines, each of which is a literal of its own. */
  static Expression lines(String text) {
    if (text.length() > 10_000 || text.indexOf('\n') < 0) {
      return text(text);
    }
    List<Expression> lines = new ArrayList<>();
    for (String line : text.split("(?<=\n)")) {
      lines.add(text(line));
    }
    return lines.size() == 1 ? lines.get(0) : new Infix("+", lines, true);
  }

  /** A whole number, with underscores where it is long. */
  static Expression number(long number) {
    String digits = String.valueOf(number);
    String grouped =
        Math.abs(number) < 10_000 ? digits : String.format(java.util.Locale.ROOT, "%,d", number);
    boolean isInt = number == (int) number;
    return new Word(grouped.replace(',', '_') + (isInt ? "" : "L"));
  }

  /** A call of a method, or of a constructor where the name begins with {@code new}. */
  static Expression call(String name, Expression... arguments) {
    return call(name, List.of(arguments));
  }

  /** The same with any number of arguments. */
  static Expression call(String name, List<? extends Expression> arguments) {
    return new Call(name(name).flat(), List.copyOf(arguments));
  }

  /** A call of a method of this expression's value. */
  default Expression then(String name, Expression... arguments) {
    return then(name, List.of(arguments));
  }

  /** The same with any number of arguments. */
  default Expression then(String name, List<? extends Expression> arguments) {
    Call link = new Call(name(name).flat(), List.copyOf(arguments));
    List<Call> links = new ArrayList<>(this instanceof Chain chain ? chain.links() : List.of());
    links.add(link);
    return new Chain(this instanceof Chain chain ? chain.first() : this, links);
  }

  /** A function: {@code (api, with) -> body}. */
  static Expression lambda(String parameters, Expression body) {
    String names = name(parameters).flat();
    boolean one = !names.isEmpty() && names.indexOf(',') < 0;
    return new Lambda(one ? names : "(" + names + ")", body);
  }

  /** A method taken for a function: {@code client::secret}. */
  static Expression method(String of, String name) {
    return new Word(name(of).flat() + "::" + name(name).flat());
  }

  /** Operands with an operator between them, such as {@code +}. */
  static Expression infix(String operator, List<? extends Expression> operands) {
    return operands.size() == 1
        ? operands.get(0)
        : new Infix(operator, List.copyOf(operands), false);
  }

  /** One of two values. */
  static Expression choice(Expression condition, Expression yes, Expression no) {
    return new Choice(condition, yes, no);
  }

  /** See {@link #name} and {@link #text}. */
  record Word(String flat) implements Expression {
    @Override
    public String broken(Page page) {
      return flat;
    }
  }

  /** See {@link #call}. */
  record Call(String name, List<Expression> arguments) implements Expression {
    @Override
    public String flat() {
      return name + "(" + flatArguments() + ")";
    }

    private String flatArguments() {
      return arguments.stream().map(Expression::flat).collect(Collectors.joining(", "));
    }

    @Override
    public String broken(Page page) {
      if (arguments.isEmpty()) {
        return flat();
      }
      Page inner = page.deeper().followedBy(page.after() + 1);
      String together = flatArguments();
      if (inner.fits(together)) {
        return name + "(\n" + inner.indentation() + together + ")";
      }
      StringBuilder text = new StringBuilder(name).append("(");
      for (int i = 0; i < arguments.size(); i++) {
        boolean last = i == arguments.size() - 1;
        Page line = page.deeper().followedBy(last ? page.after() + 1 : 1);
        text.append("\n").append(line.indentation()).append(arguments.get(i).laid(line));
        text.append(last ? ")" : ",");
      }
      return text.toString();
    }
  }

  /** See {@link #then}. */
  record Chain(Expression first, List<Call> links) implements Expression {
    @Override
    public String flat() {
      return first.flat() + links.stream().map(it -> "." + it.flat()).collect(Collectors.joining());
    }

    @Override
    public String broken(Page page) {
      if (links.size() == 1 && first instanceof Word) {
        return new Call(first.flat() + "." + links.get(0).name(), links.get(0).arguments())
            .broken(page);
      }
      Page inner = page.deeper();
      StringBuilder text = new StringBuilder(first.laid(page.followedBy(0).continued()));
      for (int i = 0; i < links.size(); i++) {
        Page line = inner.followedBy(i == links.size() - 1 ? page.after() : 0).moved(1);
        text.append("\n").append(inner.indentation()).append(".").append(links.get(i).laid(line));
      }
      return text.toString();
    }
  }

  /** See {@link #lambda}. */
  record Lambda(String parameters, Expression body) implements Expression {
    @Override
    public String flat() {
      return parameters + " -> " + body.flat();
    }

    @Override
    public String broken(Page page) {
      Page inner = page.deeper();
      return parameters + " ->\n" + inner.indentation() + body.laid(inner);
    }
  }

  /** See {@link #infix} and {@link #lines}. */
  record Infix(String operator, List<Expression> operands, boolean always) implements Expression {
    @Override
    public String flat() {
      return operands.stream()
          .map(Expression::flat)
          .collect(Collectors.joining(" " + operator + " "));
    }

    @Override
    public String laid(Page page) {
      return !always && page.fits(flat()) ? flat() : broken(page);
    }

    @Override
    public String broken(Page page) {
      Page inner = page.deeper();
      StringBuilder text = new StringBuilder(operands.get(0).laid(page.followedBy(0)));
      for (int i = 1; i < operands.size(); i++) {
        Page line =
            inner
                .followedBy(i == operands.size() - 1 ? page.after() : 0)
                .moved(operator.length() + 1);
        text.append("\n").append(inner.indentation()).append(operator).append(" ");
        text.append(operands.get(i).laid(line));
      }
      return text.toString();
    }
  }

  /** See {@link #choice}. */
  record Choice(Expression condition, Expression yes, Expression no) implements Expression {
    @Override
    public String flat() {
      return condition.flat() + " ? " + yes.flat() + " : " + no.flat();
    }

    @Override
    public String broken(Page page) {
      Page inner = page.deeper();
      String line = "\n" + inner.indentation();
      return condition.laid(page.followedBy(0))
          + line
          + "? "
          + yes.laid(inner.followedBy(0).moved(2))
          + line
          + ": "
          + no.laid(inner.moved(2));
    }
  }
}
