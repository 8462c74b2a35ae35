package dev.connector.scaffold.infer.paging;

import com.fasterxml.jackson.core.JsonPointer;
import dev.connector.scaffold.description.ApiSchema;
import dev.connector.scaffold.infer.fact.Confidence;
import dev.connector.scaffold.infer.fact.Evidence;
import dev.connector.scaffold.lexicon.Lexicon;
import dev.connector.spec.definition.Pagination;
import dev.connector.spec.definition.Placement;
import dev.connector.spec.definition.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes strategies of what was found in one operation, each with how sure it is. */
final class Readings {

  private final Lexicon lexicon;
  private final Siblings siblings;
  private final RequestRoles roles;
  private final List<Output> outputs;
  private final Optional<Pagination.Size> size;
  private final PageEnds ends;

  Readings(Lexicon lexicon, Siblings siblings, RequestRoles roles, List<Output> outputs) {
    this.lexicon = lexicon;
    this.siblings = siblings;
    this.roles = roles;
    this.outputs = outputs;
    this.size = PageSizes.of(roles.size());
    this.ends = new PageEnds(lexicon);
  }

  Reading token(NextTokens.Match match) {
    Confidence confidence =
        match.weight() >= NextTokens.CERTAIN ? Confidence.SURE : Confidence.LIKELY;
    return cursor(
        match.input().placement(),
        match.next(),
        confidence,
        new Evidence(
            match.input().place(),
            match.input().title()
                + " takes "
                + match.title()
                + " of the response: "
                + match.because()));
  }

  Reading cursor(Placement parameter, Source next, Confidence confidence, Evidence evidence) {
    return new Reading(
        new Pagination.Cursor(
            parameter,
            next,
            new Pagination.Continuation(Optional.empty(), Optional.empty(), false),
            ends.flagged(outputs),
            size,
            Optional.empty()),
        confidence,
        List.of(evidence));
  }

  Reading link(NextLinks.NextLink link) {
    return new Reading(
        new Pagination.NextLink(link.output().source(), size, Optional.empty()),
        link.certain() ? Confidence.SURE : Confidence.LIKELY,
        List.of(
            new Evidence(
                link.output().place(),
                link.output().title()
                    + (link.certain()
                        ? " is the link to the next page"
                        : " leads to the next page; that it is a link is not said"))));
  }

  Reading header(Evidence evidence) {
    return new Reading(
        new Pagination.LinkHeader("next", size, Optional.empty()),
        Confidence.SURE,
        List.of(evidence));
  }

  /** The key is the record's {@code id} unless its one primary key has another name. */
  Reading keyset(Input input, List<JsonPointer> primaryKey, Optional<ApiSchema> record) {
    JsonPointer key =
        primaryKey.size() == 1 && record.flatMap(it -> it.property("id")).isEmpty()
            ? primaryKey.get(0)
            : JsonPointer.compile("/id");
    boolean there =
        record.map(it -> it.properties().isEmpty() || hasProperty(it, key)).orElse(true);
    Optional<String> said = lexicon.phrase("lastRecord", input.text());
    Confidence confidence =
        !there ? Confidence.UNSURE : said.isPresent() ? Confidence.SURE : Confidence.LIKELY;
    return new Reading(
        new Pagination.Keyset(
            input.placement(), key, ends.flagged(outputs), size, Optional.empty()),
        confidence,
        List.of(
            new Evidence(
                input.place(),
                input.title()
                    + " takes the key of the last record"
                    + said.map(it -> ": \"" + it.strip() + "\"").orElse(", by its name"))));
  }

  private static boolean hasProperty(ApiSchema record, JsonPointer key) {
    return record.property(key.getMatchingProperty()).isPresent();
  }

  /** Of two first numbers the other is an alternative, unless the document says which. */
  List<Reading> page(Input input) {
    FirstNumbers numbers = new FirstNumbers(lexicon);
    Optional<FirstNumbers.First> said = numbers.said(input);
    Optional<FirstNumbers.First> others =
        said.isPresent()
            ? Optional.empty()
            : siblings
                .first(input)
                .map(it -> new FirstNumbers.First(it, "other operations say so"));
    FirstNumbers.First first = said.or(() -> others).orElseGet(() -> numbers.usual(input, outputs));
    Confidence confidence =
        !counts(input)
            ? Confidence.UNSURE
            : said.isPresent() && isClear(input) ? Confidence.SURE : Confidence.LIKELY;
    List<Reading> readings = new ArrayList<>();
    readings.add(page(input, first, confidence));
    if (said.isEmpty() && others.isEmpty()) {
      readings.add(
          page(
              input,
              new FirstNumbers.First(1 - first.number(), "the document does not say"),
              Confidence.UNSURE));
    }
    return readings;
  }

  private Reading page(Input input, FirstNumbers.First first, Confidence confidence) {
    return new Reading(
        new Pagination.Page(
            input.placement(),
            first.number(),
            ends.numbered(outputs, first.number()),
            size,
            Optional.empty()),
        confidence,
        List.of(
            new Evidence(input.place(), input.title() + " counts pages"),
            new Evidence(
                input.place(), "the first page is " + first.number() + ": " + first.because())));
  }

  Reading offset(Input input) {
    Optional<FirstNumbers.First> said = new FirstNumbers(lexicon).said(input);
    boolean clear =
        lexicon.weight("offsetParameter", input.name()) > 4
            || lexicon.phrase("offset", input.name().toLowerCase(java.util.Locale.ROOT)).isPresent()
            || lexicon.phrase("offset", input.text()).isPresent();
    boolean probable = roles.size().isPresent() && (said.isPresent() || input.text().isEmpty());
    Confidence confidence =
        !counts(input) || !clear && !probable
            ? Confidence.UNSURE
            : clear && isClear(input) ? Confidence.SURE : Confidence.LIKELY;
    return new Reading(
        new Pagination.Offset(
            input.placement(),
            said.map(FirstNumbers.First::number).orElse(0),
            ends.counted(outputs),
            size,
            Optional.empty()),
        confidence,
        List.of(new Evidence(input.place(), input.title() + " counts the records to skip")));
  }

  /** Where it may count pages or records, or be no number: not to be used without a look. */
  List<Reading> unclear(Input input) {
    List<Reading> readings = new ArrayList<>();
    if (lexicon.knows("pageParameter", input.name())) {
      readings.addAll(page(input));
    } else {
      readings.add(offset(input).unsure());
      if (lexicon.phrase("pageNumber", input.text()).isPresent()) {
        page(input).forEach(it -> readings.add(it.unsure()));
      }
    }
    return readings;
  }

  /** Whether nothing allows it to be a token. */
  private boolean counts(Input input) {
    return RequestRoles.looksLikeNumber(input, lexicon)
        || outputs.stream()
            .anyMatch(
                it ->
                    it.weight(lexicon, "currentPage") > 0
                        && it.mayBe("integer", "number")
                        && !it.types().isEmpty());
  }

  /** Whether more than the name says that it counts. */
  private boolean isClear(Input input) {
    return roles.size().isPresent()
        || lexicon.phrase("number", input.text()).isPresent()
        || outputs.stream().anyMatch(it -> it.weight(lexicon, "totalPages") > 0);
  }
}
