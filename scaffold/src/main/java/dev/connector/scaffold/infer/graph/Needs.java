package dev.connector.scaffold.infer.graph;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.connector.scaffold.description.ApiContent;
import dev.connector.scaffold.description.ApiOperation;
import dev.connector.scaffold.description.ApiParameter;
import dev.connector.scaffold.description.ApiSchema;
import dev.connector.scaffold.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells which values an operation cannot do without, besides credentials and those of paging. */
final class Needs {

  private static final List<String> PAGING =
      List.of("cursorParameter", "pageParameter", "offsetParameter", "sizeParameter");

  /** From this weight on a word is hardly anything but a credential. */
  private static final int SURELY = 9;

  /** An optional parameter described like this is not a filter but what the request is about. */
  private static final Pattern SUBJECT =
      Pattern.compile(
          "\\bto (retrieve|fetch|get|list|read|return|look up)\\b.*\\b(for|from|of|in)\\b"
              + "|^identifier (for|of)\\b");

  private static final Pattern FILTER =
      Pattern.compile("\\b(filter|filters|only|limit|restrict|optional|optionally|default)\\b");

  private final Lexicon lexicon;

  Needs(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  List<Need> of(ApiOperation operation, PathTemplate path) {
    List<Need> needs = new ArrayList<>();
    for (PathTemplate.Variable variable : path.variables()) {
      needs.add(inPath(operation, variable));
    }
    for (ApiParameter parameter : operation.parameters()) {
      if (parameter.in() == ApiParameter.In.QUERY && isNeeded(parameter, path)) {
        needs.add(
            new Need(
                parameter.name(),
                Need.In.QUERY,
                Optional.empty(),
                parameter.place(),
                parameter.description(),
                parameter.schema()));
      }
    }
    operation
        .body()
        .flatMap(it -> it.json())
        .flatMap(ApiContent::schema)
        .ifPresent(it -> inBody(it, needs));
    return needs;
  }

  private static Need inPath(ApiOperation operation, PathTemplate.Variable variable) {
    return operation.parameters().stream()
        .filter(it -> it.in() == ApiParameter.In.PATH && it.name().equals(variable.name()))
        .findFirst()
        .map(
            it ->
                new Need(
                    it.name(),
                    Need.In.PATH,
                    Optional.of(variable.segment()),
                    it.place(),
                    it.description(),
                    it.schema()))
        .orElseGet(
            () ->
                new Need(
                    variable.name(),
                    Need.In.PATH,
                    Optional.of(variable.segment()),
                    operation.place(),
                    "",
                    ApiSchema.of(
                        (from, reference) -> Optional.empty(),
                        operation.place(),
                        MissingNode.getInstance())));
  }

  private void inBody(ApiSchema body, List<Need> needs) {
    for (String name : body.required()) {
      body.property(name)
          .filter(it -> isOpen(name, it))
          .filter(it -> needs.stream().noneMatch(need -> need.name().equals(name)))
          .ifPresent(
              it ->
                  needs.add(
                      new Need(
                          name, Need.In.BODY, Optional.empty(), it.place(), it.description(), it)));
    }
  }

  private boolean isNeeded(ApiParameter parameter, PathTemplate path) {
    if (!isOpen(parameter.name(), parameter.schema())) {
      return false;
    }
    return parameter.required()
        || (path.variables().isEmpty() && isSubject(parameter.name(), parameter.description()));
  }

  private static boolean isSubject(String name, String description) {
    List<String> words = Words.of(name);
    String says = description.toLowerCase(Locale.ROOT);
    return says.length() < 200
        && !words.isEmpty()
        && SUBJECT.matcher(says).find()
        && !FILTER.matcher(says).find();
  }

  /** Whether the document leaves its value open, and neither paging nor a credential gives it. */
  private boolean isOpen(String name, ApiSchema schema) {
    return schema.values().size() != 1
        && schema.defaultValue().isEmpty()
        && PAGING.stream().noneMatch(it -> lexicon.weight(it, name) > 0)
        && lexicon.weight("credentialParameter", name) < SURELY;
  }
}
