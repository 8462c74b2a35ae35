package dev.connector.spec.conformance.mock.data;

import java.util.Random;
import java.util.regex.Pattern;

/** Makes a text that a regular expression describes; it knows what formats of values use. */
public final class Sample {

  private final String expression;
  private final Random random;
  private int at;

  private Sample(String expression, Random random) {
    this.expression = expression;
    this.random = random;
  }

  /**
   * A text that matches.
   *
   * @throws IllegalArgumentException where the expression says more than this can make
   */
  public static String of(String expression, Random random) {
    try {
      String text = new Sample(expression, random).alternatives();
      if (Pattern.compile(expression).matcher(text).find()) {
        return text;
      }
    } catch (IllegalArgumentException | IndexOutOfBoundsException notUnderstood) {
      // It is told below what cannot be made.
    }
    throw new IllegalArgumentException("cannot make a text that matches " + expression);
  }

  private String alternatives() {
    String found = sequence();
    while (at < expression.length() && expression.charAt(at) == '|') {
      at++;
      String other = sequence();
      found = found.isEmpty() ? other : found;
    }
    return found;
  }

  private String sequence() {
    StringBuilder text = new StringBuilder();
    while (at < expression.length() && "|)".indexOf(expression.charAt(at)) < 0) {
      int begin = at;
      String once = atom();
      int end = at;
      int times = repetitions();
      int behind = at;
      for (int i = 0; i < times; i++) {
        at = begin;
        text.append(i == 0 ? once : atom());
      }
      at = Math.max(end, behind);
    }
    return text.toString();
  }

  private String atom() {
    char c = expression.charAt(at++);
    switch (c) {
      case '^':
      case '$':
        return "";
      case '.':
        return "x";
      case '(':
        if (expression.startsWith("?:", at)) {
          at += 2;
        }
        String inner = alternatives();
        at++;
        return inner;
      case '[':
        return String.valueOf(ofClass());
      case '\\':
        return escaped(expression.charAt(at++));
      default:
        return String.valueOf(c);
    }
  }

  private String escaped(char c) {
    switch (c) {
      case 'd':
        return String.valueOf((char) ('0' + random.nextInt(10)));
      case 'w':
        return String.valueOf((char) ('a' + random.nextInt(26)));
      case 's':
        return " ";
      default:
        return String.valueOf(c);
    }
  }

  private char ofClass() {
    int close = expression.indexOf(']', at + 1);
    String members = expression.substring(at, close);
    at = close + 1;
    StringBuilder choices = new StringBuilder();
    for (int i = 0; i < members.length(); i++) {
      if (i + 2 < members.length() && members.charAt(i + 1) == '-') {
        for (char c = members.charAt(i); c <= members.charAt(i + 2); c++) {
          choices.append(c);
        }
        i += 2;
      } else {
        choices.append(members.charAt(i));
      }
    }
    return choices.charAt(random.nextInt(choices.length()));
  }

  private int repetitions() {
    if (at >= expression.length()) {
      return 1;
    }
    char c = expression.charAt(at);
    if (c == '?' || c == '*') {
      at++;
      return 0;
    }
    if (c == '+') {
      at++;
      return 3;
    }
    if (c != '{') {
      return 1;
    }
    int close = expression.indexOf('}', at);
    String[] bounds = expression.substring(at + 1, close).split(",");
    at = close + 1;
    return Integer.parseInt(bounds[0]);
  }
}
