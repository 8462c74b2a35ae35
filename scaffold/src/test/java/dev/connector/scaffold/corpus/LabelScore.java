package dev.connector.scaffold.corpus;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.connector.scaffold.description.ApiDescription;
import dev.connector.scaffold.infer.Inference;
import dev.connector.scaffold.infer.fact.Confidence;
import dev.connector.scaffold.infer.graph.Parentage;
import dev.connector.scaffold.infer.judgement.Judgement;
import dev.connector.scaffold.infer.paging.ChangeFilter;
import dev.connector.scaffold.lexicon.Lexicon;
import dev.connector.scaffold.openapi.OpenApiReader;
import dev.connector.spec.definition.Pagination;
import dev.connector.spec.definition.Placement;
import dev.connector.spec.definition.Records;
import dev.connector.spec.definition.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Scores inference against labels. Arguments: the folder of the documents, then files of labels;
 * {@code --all} prints every disagreement, {@code --only=pagination} those of one question, {@code
 * --registry} what the words of the registry's connectors changed.
 */
public final class LabelScore {

  private final Map<String, int[]> totals = new LinkedHashMap<>();
  private final Map<String, Map<String, Integer>> confusion = new TreeMap<>();
  private final List<String> disagreements = new ArrayList<>();
  private final Lexicon lexicon;
  private int opaqueAsNumber;

  LabelScore(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  public static void main(String... arguments) throws IOException {
    List<String> files = new ArrayList<>(List.of(arguments));
    List<String> options = files.stream().filter(it -> it.startsWith("--")).toList();
    files.removeAll(options);
    LabelScore score = new LabelScore(Lexicon.standard());
    List<Label> labels = new ArrayList<>();
    for (String file : files.subList(1, files.size())) {
      labels.addAll(Label.read(Path.of(file)));
    }
    score.score(Path.of(files.get(0)), labels);
    score.print(options);
    if (options.contains("--registry")) {
      LabelScore without = new LabelScore(Lexicon.facts());
      without.score(Path.of(files.get(0)), labels);
      score.printChanges(without);
    }
  }

  /** What is right and what is wrong by the words of the registry's connectors alone. */
  private void printChanges(LabelScore without) {
    System.out.println("without the registry's connectors:");
    without.totals.forEach(
        (question, counts) ->
            System.out.printf(
                "  %-28s %4d, with them %4d, of %4d%n",
                question, counts[0], totals.getOrDefault(question, new int[2])[0], counts[1]));
    List<String> gained = new ArrayList<>(without.disagreements);
    gained.removeAll(disagreements);
    List<String> lost = new ArrayList<>(disagreements);
    lost.removeAll(without.disagreements);
    gained.forEach(it -> System.out.println("settled by them: " + it));
    lost.forEach(it -> System.out.println("spoilt by them: " + it));
  }

  void score(Path folder, List<Label> labels) throws IOException {
    Map<String, List<Label>> byDocument =
        labels.stream()
            .collect(
                Collectors.groupingBy(Label::document, LinkedHashMap::new, Collectors.toList()));
    for (Map.Entry<String, List<Label>> document : byDocument.entrySet()) {
      ApiDescription description =
          OpenApiReader.read(
              new ObjectMapper().readTree(folder.resolve(document.getKey()).toFile()));
      Map<String, Judgement> judgements =
          new Inference(description, lexicon)
              .judgements().stream()
                  .collect(
                      Collectors.toMap(
                          it -> it.operation().place(), it -> it, (first, second) -> first));
      for (Label label : document.getValue()) {
        Judgement judgement = judgements.get(label.place());
        if (judgement == null) {
          count("read", false, label, "operation", "nothing");
        } else {
          compare(label, judgement);
        }
      }
    }
  }

  private void compare(Label label, Judgement judgement) {
    boolean found = judgement.shape().collection().value();
    count("collection", found == label.collection(), label, label.collection(), found);
    if (!label.collection()) {
      return;
    }
    label
        .records()
        .ifPresent(
            it -> {
              String is =
                  judgement.shape().records().value().map(records -> text(records)).orElse("none");
              count("records", is.equals(it), label, it, is);
            });
    label
        .primaryKey()
        .ifPresent(
            key -> {
              Set<String> is = new TreeSet<>();
              judgement.shape().primaryKey().value().forEach(pointer -> is.add(pointer.toString()));
              boolean right = is.equals(key) || label.otherKey().filter(is::equals).isPresent();
              count("primary key", right, label, key, is);
            });
    if (label.answers("pagination")) {
      pagination(label, judgement);
    }
    if (label.answers("incremental")) {
      incremental(label, judgement);
    }
    if (label.answers("parent")) {
      parents(label, judgement.parentage().value());
    }
    if (!label.answers("auth")) {
      return;
    }
    Set<String> names = new TreeSet<>();
    judgement.authentication().value().forEach(names::addAll);
    count(
        "authentication",
        names.equals(label.authentication()),
        label,
        label.authentication(),
        names);
  }

  private void pagination(Label label, Judgement judgement) {
    String is =
        judgement.pagination().confidence() == Confidence.UNSURE
            ? "none"
            : judgement.pagination().value().map(LabelScore::kind).orElse("none");
    boolean right = label.paginations().contains(is);
    count("pagination", right, label, label.pagination(), is);
    confusion
        .computeIfAbsent(label.pagination(), key -> new TreeMap<>())
        .merge(right ? label.pagination() : is, 1, Integer::sum);
    if (right && label.pagination().equals(is)) {
      details(label, judgement.pagination().value());
    }
    boolean opaque = Set.of("cursor", "keyset", "token_in_body").contains(label.pagination());
    if (opaque && !right && Set.of("page", "offset").contains(is)) {
      opaqueAsNumber++;
    }
  }

  /** The parts of a strategy, where its kind is right and the label gives them. */
  private void details(Label label, Optional<Pagination> found) {
    if (found.isEmpty()) {
      return;
    }
    Pagination pagination = found.get();
    label
        .parameter()
        .ifPresent(
            it -> {
              String is = parameter(pagination);
              count("pagination, parameter", is.isEmpty() || is.equals(it), label, it, is);
            });
    label
        .firstPage()
        .filter(it -> pagination instanceof Pagination.Page)
        .ifPresent(
            it -> {
              int is = ((Pagination.Page) pagination).first();
              count("pagination, first page", is == it, label, it, is);
            });
    label
        .next()
        .ifPresent(
            it -> {
              String is = next(pagination);
              count("pagination, next", is.isEmpty() || is.equalsIgnoreCase(it), label, it, is);
            });
    label
        .largestPage()
        .ifPresent(
            it -> {
              int is = pagination.size().map(Pagination.Size::value).orElse(0);
              count("pagination, size", is == Math.min(it, 1000), label, it, is);
            });
  }

  private static String parameter(Pagination pagination) {
    if (pagination instanceof Pagination.Page page) {
      return name(page.parameter());
    } else if (pagination instanceof Pagination.Offset offset) {
      return name(offset.parameter());
    } else if (pagination instanceof Pagination.Cursor cursor) {
      return name(cursor.parameter());
    }
    return pagination instanceof Pagination.Keyset keyset ? name(keyset.parameter()) : "";
  }

  private static String name(Placement placement) {
    return placement instanceof Placement.Query query
        ? query.name()
        : placement instanceof Placement.Body body
            ? body.pointer().getMatchingProperty()
            : placement.toString();
  }

  private static String next(Pagination pagination) {
    Source next =
        pagination instanceof Pagination.Cursor cursor
            ? cursor.next()
            : pagination instanceof Pagination.NextLink link ? link.next() : null;
    return next instanceof Source.Body body
        ? body.pointer().toString()
        : next instanceof Source.Header header ? "header " + header.name() : "";
  }

  private static String kind(Pagination pagination) {
    if (pagination instanceof Pagination.Page) {
      return "page";
    } else if (pagination instanceof Pagination.Offset) {
      return "offset";
    } else if (pagination instanceof Pagination.Cursor cursor) {
      return cursor.parameter() instanceof Placement.Body ? "token_in_body" : "cursor";
    } else if (pagination instanceof Pagination.Keyset) {
      return "keyset";
    }
    return pagination instanceof Pagination.NextLink ? "next_link_body" : "link_header";
  }

  /** Bound where the label binds, configured where it does; a note may allow another answer. */
  private void parents(Label label, Parentage is) {
    Map<String, String> bound = new TreeMap<>();
    is.bound()
        .forEach((name, source) -> bound.put(name, source.list().path() + " " + source.field()));
    Set<String> configured = new TreeSet<>(is.configured());
    boolean right = true;
    Set<String> names = new TreeSet<>(bound.keySet());
    names.addAll(configured);
    Set<String> needed = new TreeSet<>(label.bound().keySet());
    needed.addAll(label.configured());
    right &= names.equals(needed);
    for (String name : needed) {
      String wanted = label.bound().getOrDefault(name, "configured");
      String got = bound.getOrDefault(name, configured.contains(name) ? "configured" : "missing");
      right &= wanted.equals(got) || allowed(label.note(), name, got);
    }
    count(
        "parents",
        right,
        label,
        label.bound() + " " + label.configured(),
        bound + " " + configured);
  }

  private static boolean allowed(String note, String name, String got) {
    if (got.equals("configured")) {
      return note.contains("unbound also acceptable");
    }
    String list = got.substring(0, Math.max(0, got.indexOf(' ')));
    return (note.contains("alt_parent") && !list.isEmpty() && note.contains(list))
        || (Set.of("owner", "repo", "org").contains(name)
            && Set.of("/user/repos", "/user/orgs").contains(list));
  }

  private void incremental(Label label, Judgement judgement) {
    Optional<ChangeFilter> used =
        judgement.incremental().confidence() == Confidence.UNSURE
            ? Optional.empty()
            : judgement.incremental().value();
    boolean right = used.map(ChangeFilter::parameter).equals(label.incremental());
    count(
        "incremental",
        right,
        label,
        label.incremental().orElse("none"),
        used.map(ChangeFilter::parameter).orElse("none"));
    if (used.isPresent() && judgement.incremental().confidence() == Confidence.SURE) {
      count("incremental, of those sure", right, label, label.incremental(), used);
    }
    label
        .incremental()
        .ifPresent(it -> count("incremental, of those there", right, label, it, used));
  }

  private static String text(Records records) {
    JsonPointer at = records.at();
    return at.toString();
  }

  private void count(String question, boolean right, Label label, Object expected, Object is) {
    int[] counts = totals.computeIfAbsent(question, key -> new int[2]);
    counts[0] += right ? 1 : 0;
    counts[1]++;
    if (!right) {
      disagreements.add(
          question
              + ": "
              + label.document()
              + " "
              + label.operation()
              + "\n    label "
              + expected
              + "\n    is    "
              + is
              + (label.note().isEmpty() ? "" : "\n    note  " + label.note()));
    }
  }

  private void print(List<String> options) {
    Optional<String> only =
        options.stream()
            .filter(it -> it.startsWith("--only="))
            .map(it -> it.substring(7))
            .findFirst();
    if (only.isPresent() || options.contains("--all")) {
      disagreements.stream()
          .filter(it -> it.startsWith(only.orElse("")))
          .forEach(System.out::println);
    }
    totals.forEach(
        (question, counts) ->
            System.out.printf(
                "%-28s %4d / %4d  %5.1f %%%n",
                question, counts[0], counts[1], 100.0 * counts[0] / counts[1]));
    System.out.println("opaque token as a number: " + opaqueAsNumber);
    System.out.println("pagination, label by inferred:");
    confusion.forEach((kind, is) -> System.out.printf("  %-16s %s%n", kind, is));
  }
}
