package dev.connector.scaffold.infer.assembly;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.scaffold.infer.access.Access;
import dev.connector.scaffold.infer.canonical.MeaningInference;
import dev.connector.scaffold.infer.fact.Confidence;
import dev.connector.scaffold.infer.fact.Fact;
import dev.connector.scaffold.infer.fact.Gap;
import dev.connector.scaffold.infer.graph.Outline;
import dev.connector.scaffold.infer.graph.Parentage;
import dev.connector.scaffold.infer.judgement.Judgement;
import dev.connector.scaffold.infer.paging.ChangeFilter;
import dev.connector.scaffold.infer.paging.DeletedRecords;
import dev.connector.scaffold.infer.paging.IncrementalInference;
import dev.connector.spec.definition.Pagination;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Says why a definition is as it is, and what is left open. */
final class Reasons {

  private final Assembly assembly;
  private final Bindings bindings;
  private final ObjectNode document;
  private final UsualPagination usual;

  Reasons(Assembly assembly, Bindings bindings, ObjectNode document) {
    this.assembly = assembly;
    this.bindings = bindings;
    this.document = document;
    this.usual = new UsualPagination(assembly.judgements().values());
  }

  Explanation explanation(Map<String, Outline> outlines, Set<String> alongside) {
    List<Explanation.Statement> statements = new ArrayList<>();
    for (Access.Finding finding : assembly.access().findings()) {
      statements.add(
          statement(
              finding.pointer(),
              finding.fact(),
              it -> it.isTextual() ? it.asText() : it.toString()));
    }
    List<Explanation> parts = new ArrayList<>();
    document
        .path("resources")
        .fieldNames()
        .forEachRemaining(it -> parts.add(resource(outlines.get(it), alongside.contains(it))));
    return new Explanation(document.path("title").asText(), statements, parts);
  }

  private Explanation resource(Outline outline, boolean alongside) {
    Judgement list = assembly.judgements().get(outline.list());
    List<Explanation.Statement> statements = new ArrayList<>();
    statements.add(
        statement(
            "list",
            list.shape().collection(),
            it ->
                outline.list().method()
                    + " "
                    + outline.list().path()
                    + (alongside ? ", since others are read for each of these" : "")));
    statements.add(
        statement(
            "records",
            list.shape().records(),
            it ->
                it.map(records -> DefinitionJson.records(records))
                    .map(Reasons::text)
                    .orElse("not known")));
    statements.add(statement("primary key", list.shape().primaryKey(), Reasons::key));
    statements.add(statement("pagination", list.pagination(), Reasons::pagination));
    statements.add(statement("parent", list.parentage(), it -> parentage(outline, it)));
    statements.add(statement("incremental", list.incremental(), Reasons::filter));
    statements.addAll(
        MeaningReasons.of(
            new MeaningInference(assembly.lexicon()).infer(list.operation(), list.shape())));
    statements.add(statement("deletes", list.deletes(), Reasons::deletes));
    List<Explanation> parts = new ArrayList<>();
    document
        .path("resources")
        .path(outline.name())
        .path("operations")
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!name.equals(Outline.LIST)) {
                parts.add(operation(outline, name));
              }
            });
    return new Explanation(outline.name(), statements, parts);
  }

  private Explanation operation(Outline outline, String name) {
    Judgement judgement = assembly.judgements().get(Draft.operation(outline, name));
    List<Explanation.Statement> statements = new ArrayList<>();
    statements.add(
        new Explanation.Statement(
            "request",
            judgement.operation().method() + " " + judgement.operation().path(),
            Confidence.SURE,
            List.of(),
            List.of()));
    if (outline.asking().contains(name)) {
      statements.add(statement("pagination", judgement.pagination(), Reasons::pagination));
    }
    return new Explanation(outline.name() + "." + name, statements, List.of());
  }

  private static <T> Explanation.Statement statement(
      String what, Fact<T> fact, Function<T, String> words) {
    return new Explanation.Statement(
        what,
        words.apply(fact.value()),
        fact.confidence(),
        fact.evidence(),
        fact.alternatives().stream().map(words).distinct().toList());
  }

  private static String text(JsonNode node) {
    return node.isTextual() ? "\"" + node.asText() + "\"" : node.toString();
  }

  private static String key(List<JsonPointer> key) {
    return key.isEmpty()
        ? "none"
        : String.join(" ", key.stream().map(JsonPointer::toString).toList());
  }

  private static String deletes(Optional<DeletedRecords> deletes) {
    return deletes
        .map(
            it ->
                it.alone()
                    ? "listed by themselves"
                    : "marked by " + it.mark().map(JsonPointer::toString).orElse("nothing known"))
        .orElse("not told");
  }

  private static String pagination(Optional<Pagination> pagination) {
    return pagination
        .map(it -> DefinitionJson.pagination(it).toString())
        .orElse("first page only, not verified");
  }

  private static String filter(Optional<ChangeFilter> filter) {
    return filter
        .map(
            it ->
                it.parameter()
                    + it.field()
                        .map(field -> " against " + field)
                        .orElse(", against an unknown field"))
        .orElse("none");
  }

  private String parentage(Outline outline, Parentage parentage) {
    Binding binding = bindings.of(outline.name());
    List<String> words = new ArrayList<>();
    binding.parent().ifPresent(it -> words.add("for each of " + it.resource()));
    parentage
        .bound()
        .keySet()
        .forEach(it -> words.add("{" + it + "} as " + binding.placeholders().get(it)));
    parentage
        .configured()
        .forEach(it -> words.add("{" + it + "} by the setting " + binding.placeholders().get(it)));
    return words.isEmpty() ? "none" : String.join(", ", words);
  }

  List<Gap> gaps(Map<String, Outline> outlines) {
    Gaps gaps = new Gaps();
    document.path("resources").fieldNames().forEachRemaining(it -> gaps(outlines.get(it), gaps));
    List<Gap> all = new ArrayList<>(assembly.access().gaps());
    all.addAll(gaps.list());
    return all;
  }

  private void gaps(Outline outline, Gaps gaps) {
    Judgement list = assembly.judgements().get(outline.list());
    String subject = outline.name() + ".list";
    String at = "/resources/" + outline.name();
    Fact<Optional<Pagination>> pagination = list.pagination();
    boolean unpaged = pagination.isUnsure() || pagination.value().isEmpty();
    if (unpaged && pagination.confidence() != Confidence.SURE) {
      List<Optional<Pagination>> others = new ArrayList<>();
      others.add(pagination.value());
      others.addAll(pagination.alternatives());
      List<String> alternatives =
          others.stream()
              .flatMap(Optional::stream)
              .map(it -> DefinitionJson.pagination(it).toString())
              .distinct()
              .toList();
      boolean silent = alternatives.isEmpty();
      List<String> possible = silent ? usual.suggestions() : alternatives;
      gaps.add(
          new Gap(
              subject,
              silent
                  ? usual.question()
                  : "How further pages are asked for is not certain: the first page only.",
              possible,
              new Gap.Edit(at + "/operations/list/pagination", possible.get(0)),
              pagination.evidence()));
    }
    Fact<List<JsonPointer>> key = list.shape().primaryKey();
    if (key.isUnsure()) {
      List<String> alternatives = new ArrayList<>();
      if (!key.value().isEmpty()) {
        alternatives.add(json(key.value()));
      }
      key.alternatives().stream()
          .filter(it -> !it.isEmpty())
          .map(Reasons::json)
          .forEach(alternatives::add);
      gaps.add(
          new Gap(
              subject,
              "What tells its records apart is not certain.",
              alternatives,
              new Gap.Edit(
                  at + "/primaryKey", alternatives.isEmpty() ? "[\"/id\"]" : alternatives.get(0)),
              key.evidence()));
    }
    incremental(list, subject, at, gaps);
    if (list.shape().records().isUnsure()) {
      gaps.add(
          new Gap(
              subject,
              "Where its records are is not certain.",
              list.shape().records().alternatives().stream()
                  .flatMap(Optional::stream)
                  .map(it -> text(DefinitionJson.records(it)))
                  .toList(),
              new Gap.Edit(
                  at + "/operations/list/records",
                  list.shape()
                      .records()
                      .value()
                      .map(it -> text(DefinitionJson.records(it)))
                      .orElse("\"\"")),
              list.shape().records().evidence()));
    }
    parents(outline, list.parentage(), gaps);
  }

  /** Only where records have a time to go by: without one no edit makes it incremental. */
  private void incremental(Judgement list, String subject, String at, Gaps gaps) {
    if (!list.incremental().isUnsure() || list.incremental().value().isEmpty()) {
      return;
    }
    ChangeFilter filter = list.incremental().value().get();
    Optional<JsonPointer> changed =
        list.shape()
            .record()
            .flatMap(it -> IncrementalInference.lastChange(it, assembly.lexicon()))
            .or(filter::field);
    changed.ifPresent(
        it ->
            gaps.add(
                new Gap(
                    subject,
                    "Whether " + filter.parameter() + " asks for what changed is not certain.",
                    filter.field().map(field -> "{\"cursor\":\"" + field + "\"}").stream().toList(),
                    new Gap.Edit(
                        at + "/incremental", "{\"cursor\":\"" + it + "\",\"filter\":\"client\"}"),
                    list.incremental().evidence())));
  }

  private void parents(Outline outline, Fact<Parentage> parentage, Gaps gaps) {
    Binding binding = bindings.of(outline.name());
    parentage
        .value()
        .bound()
        .forEach(
            (name, source) -> {
              String placeholder = binding.placeholders().getOrDefault(name, "");
              if (!binding.settings().containsKey(placeholder)) {
                return;
              }
              Optional<String> owner = owner(source);
              ObjectNode parent = JsonNodeFactory.instance.objectNode();
              parent.put("resource", owner.orElse(""));
              parent.putObject("bind").put(placeholder, source.field().toString());
              gaps.add(
                  new Gap(
                      outline.name() + ".list",
                      "Where {"
                          + name
                          + "} comes from is not certain: the setting "
                          + placeholder
                          + " says it.",
                      List.of(source.field() + " of each of " + owner.orElse(source.list().path())),
                      new Gap.Edit("/resources/" + outline.name() + "/parent", parent.toString()),
                      parentage.evidence()));
            });
  }

  private Optional<String> owner(Parentage.Source source) {
    return assembly.outlines().resources().stream()
        .filter(it -> it.operations().containsValue(source.list()))
        .map(Outline::name)
        .findFirst();
  }

  private static String json(List<JsonPointer> key) {
    return "[\"" + String.join("\",\"", key.stream().map(JsonPointer::toString).toList()) + "\"]";
  }
}
