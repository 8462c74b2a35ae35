package dev.connector.spec.definition.reader;

import java.util.ArrayList;
import java.util.List;

/** Collects problems, so that a reader can go on after each. */
final class Findings {

  private final List<Problem> problems = new ArrayList<>();
  private int errors;

  void error(String pointer, String cause, String fix) {
    errors++;
    problems.add(new Problem(Problem.Severity.ERROR, pointer, cause, fix));
  }

  void warning(String pointer, String cause, String fix) {
    problems.add(new Problem(Problem.Severity.WARNING, pointer, cause, fix));
  }

  int errors() {
    return errors;
  }

  List<Problem> problems() {
    return problems;
  }
}
