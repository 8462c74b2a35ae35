package dev.connector.scaffold.infer.paging;

import com.fasterxml.jackson.core.JsonPointer;
import dev.connector.scaffold.description.ApiOperation;
import dev.connector.scaffold.description.ApiSchema;
import dev.connector.scaffold.infer.fact.Confidence;
import dev.connector.scaffold.infer.fact.Evidence;
import dev.connector.scaffold.infer.fact.Fact;
import dev.connector.scaffold.infer.shape.Collection;
import dev.connector.scaffold.lexicon.Lexicon;
import dev.connector.scaffold.lexicon.Terms;
import dev.connector.spec.definition.Incremental;
import dev.connector.spec.definition.Placement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Infers how only what changed is asked for. A filter by creation misses changes, and is never
 * certain unless records are events, which do not change.
 */
public final class IncrementalInference {

  private final Lexicon lexicon;
  private final TimeValues values;

  public IncrementalInference(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.values = new TimeValues(lexicon);
  }

  /** The field that says when a record was changed last, else when it was made. */
  public static Optional<JsonPointer> lastChange(ApiSchema record, Lexicon lexicon) {
    RecordTimes times = new RecordTimes(Optional.of(record), lexicon);
    return times.with("changeWord").or(() -> times.with("creationWord"));
  }

  /** What a lower bound is about, the more useful first. */
  private enum Subject {
    CHANGE,
    CREATION,
    EVENT,
    PLAIN
  }

  /** Whether records are about something that happened at a time. */
  private enum Events {
    NONE,
    /** They are, and may change later: calls, payments. */
    CHANGING,
    /** They are, and are not changed: a log. */
    LASTING
  }

  private record Candidate(
      Input input, FilterName name, Subject subject, Confidence confidence, ChangeFilter filter) {}

  /** Empty where only everything can be asked for; where unsure, the likeliest filter. */
  public Fact<Optional<ChangeFilter>> infer(ApiOperation operation, Collection collection) {
    List<Input> inputs = Input.of(operation).stream().filter(this::mayBeBound).toList();
    RecordTimes times = new RecordTimes(collection.record(), lexicon);
    Setting setting =
        new Setting(
            inputs,
            text(operation),
            events(operation),
            isComputed(operation),
            isCalendar(operation, times));
    List<Candidate> candidates = new ArrayList<>();
    for (Input input : inputs) {
      name(input)
          .filter(it -> it.bound() != FilterName.Bound.UNTIL)
          .flatMap(it -> candidate(input, it, times, setting))
          .ifPresent(candidates::add);
    }
    candidates.sort(
        Comparator.comparing(Candidate::confidence)
            .thenComparing(Candidate::subject)
            .thenComparing(it -> it.filter().field().isEmpty())
            .thenComparing(it -> it.name().subject().size())
            .thenComparing(it -> it.name().bound()));
    return candidates.isEmpty() ? none(operation) : fact(candidates, setting.events());
  }

  /** What is around a parameter. */
  private record Setting(
      List<Input> inputs, String text, Events events, boolean computed, boolean calendar) {}

  private static String text(ApiOperation operation) {
    return (operation.words().summary() + " " + operation.words().description())
        .toLowerCase(Locale.ROOT);
  }

  private boolean mayBeBound(Input input) {
    return input.isScalar()
        && !input.schema().types().contains("boolean")
        && input.schema().values().isEmpty();
  }

  private Optional<FilterName> name(Input input) {
    if (input.placement() instanceof Placement.Header) {
      return input.name().equalsIgnoreCase("If-Modified-Since")
              && lexicon.phrase("changePhrase", input.text()).isPresent()
          ? FilterName.of(input.name(), lexicon)
          : Optional.empty();
    }
    return FilterName.of(input.name(), lexicon)
        .or(
            () ->
                lexicon.phrase("lowerBound", input.text()).isPresent() && input.name().length() < 4
                    ? Optional.of(new FilterName(List.of(), FilterName.Bound.FROM))
                    : Optional.empty());
  }

  private Optional<Candidate> candidate(
      Input input, FilterName name, RecordTimes times, Setting setting) {
    boolean header = input.placement() instanceof Placement.Header;
    Optional<Subject> said = subject(name, input);
    boolean time =
        header
            || isKnown(input)
            || values.isTime(input)
            || name.subject().stream().anyMatch(it -> lexicon.knows("timeWord", it))
            || said.filter(it -> it != Subject.PLAIN).isPresent() && !input.isNumber();
    if (said.isEmpty() || !time) {
      return Optional.empty();
    }
    Optional<JsonPointer> elsewhere =
        said.get() == Subject.PLAIN ? times.spokenOf(setting.text()) : Optional.empty();
    Subject subject = elsewhere.map(this::subject).orElse(said.get());
    Optional<JsonPointer> field = elsewhere.or(() -> field(input, name, subject, times));
    Optional<Incremental.Value> told = values.of(input, field.flatMap(times::schema));
    Optional<Incremental.Value> value =
        told.or(() -> subject == Subject.PLAIN ? Optional.empty() : values.usual(input));
    ChangeFilter filter =
        new ChangeFilter(
            input.name(),
            isInclusive(input, name),
            field,
            value.orElse(new Incremental.Value(Incremental.Type.TIMESTAMP, Optional.empty())),
            until(name, setting.inputs()));
    Confidence confidence =
        value.isEmpty()
                || setting.computed() && subject != Subject.CHANGE
                || setting.calendar() && isOfTheirTime(subject, input, times)
            ? Confidence.UNSURE
            : confidence(input, subject, filter, setting.events());
    return Optional.of(
        new Candidate(
            input,
            name,
            subject,
            (header || told.isEmpty()) && confidence == Confidence.SURE
                ? Confidence.LIKELY
                : confidence,
            filter));
  }

  /** Whether connectors are known to ask for changes by a parameter of this name. */
  private boolean isKnown(Input input) {
    return lexicon.weight("changeParameter", input.name()) > 1;
  }

  private Confidence confidence(Input input, Subject subject, ChangeFilter filter, Events events) {
    boolean known = filter.field().isPresent();
    boolean dated = events != Events.NONE;
    switch (subject) {
      case CHANGE:
        return known ? Confidence.SURE : Confidence.LIKELY;
      case CREATION:
        return known && events == Events.LASTING ? Confidence.SURE : Confidence.LIKELY;
      case EVENT:
        boolean said = lexicon.phrase("eventPhrase", input.text()).isPresent();
        return known || dated || said ? Confidence.LIKELY : Confidence.UNSURE;
      default:
        boolean stretch =
            filter.until().isPresent() || lexicon.phrase("lowerBound", input.text()).isPresent();
        return known && (dated || stretch || isKnown(input)) || dated && stretch
            ? Confidence.LIKELY
            : Confidence.UNSURE;
    }
  }

  /** By the name's words, else by what is said; empty where it is about something else. */
  private Optional<Subject> subject(FilterName name, Input input) {
    List<String> words = name.subject();
    if (words.stream().anyMatch(it -> lexicon.knows("changeWord", it))) {
      return Optional.of(Subject.CHANGE);
    } else if (words.stream().anyMatch(it -> lexicon.knows("creationWord", it))) {
      return Optional.of(Subject.CREATION);
    } else if (words.stream().anyMatch(it -> lexicon.knows("businessWord", it))
        || lexicon.phrase("businessPhrase", input.text()).isPresent()) {
      return Optional.empty();
    }
    boolean plain =
        words.stream()
            .allMatch(it -> lexicon.knows("timeWord", it) || lexicon.knows("startWord", it));
    if (plain && lexicon.phrase("changePhrase", input.text()).isPresent()) {
      return Optional.of(Subject.CHANGE);
    } else if (plain && lexicon.phrase("creationPhrase", input.text()).isPresent()) {
      return Optional.of(Subject.CREATION);
    } else if (words.stream().anyMatch(it -> lexicon.knows("eventWord", it))
        || plain && lexicon.phrase("eventPhrase", input.text()).isPresent()) {
      return Optional.of(Subject.EVENT);
    }
    return plain ? Optional.of(Subject.PLAIN) : Optional.empty();
  }

  private Subject subject(JsonPointer field) {
    List<String> words = Terms.of(field.toString());
    if (words.stream().anyMatch(it -> lexicon.knows("changeWord", it))) {
      return Subject.CHANGE;
    }
    boolean creation = words.stream().anyMatch(it -> lexicon.knows("creationWord", it));
    return creation ? Subject.CREATION : Subject.PLAIN;
  }

  private Optional<JsonPointer> field(
      Input input, FilterName name, Subject subject, RecordTimes times) {
    Optional<JsonPointer> told =
        times
            .spokenOf(input.text())
            .or(() -> times.named(Terms.of(input.name())))
            .or(() -> times.named(name.subject()));
    if (told.isPresent()) {
      return told;
    }
    switch (subject) {
      case CHANGE:
        return times.with("changeWord");
      case CREATION:
        return times.with("creationWord");
      case EVENT:
        return times.only().or(() -> times.with("eventWord")).or(() -> times.with("creationWord"));
      default:
        return lexicon.phrase("lowerBound", input.text()).isPresent()
            ? times.only().or(() -> times.with("creationWord"))
            : times.only();
    }
  }

  private boolean isInclusive(Input input, FilterName name) {
    return lexicon.phrase("inclusive", input.text()).isPresent()
        || name.bound() == FilterName.Bound.FROM
            && lexicon.phrase("exclusive", input.text()).isEmpty();
  }

  private Optional<String> until(FilterName name, List<Input> inputs) {
    return inputs.stream()
        .filter(
            it ->
                FilterName.of(it.name(), lexicon)
                    .filter(other -> other.bound() == FilterName.Bound.UNTIL)
                    .filter(other -> other.subject().equals(name.subject()))
                    .isPresent())
        .map(Input::name)
        .findFirst();
  }

  private Events events(ApiOperation operation) {
    List<String> words = new ArrayList<>();
    for (String segment : operation.path().split("/")) {
      if (!segment.startsWith("{")) {
        words.addAll(Terms.of(segment));
      }
    }
    words.addAll(Terms.of(operation.words().id()));
    words.addAll(Terms.of(operation.words().summary()));
    int most = words.stream().mapToInt(it -> lexicon.weight("eventNoun", it)).max().orElse(0);
    return most == 0 ? Events.NONE : most == 1 ? Events.CHANGING : Events.LASTING;
  }

  /**
   * Whether it returns what is planned for a time: a range asks for what is then, not for what is
   * new. A log has ranges, too, and what it has is past.
   */
  private boolean isCalendar(ApiOperation operation, RecordTimes times) {
    String noun = "";
    for (String segment : operation.path().split("/")) {
      noun = segment.isEmpty() || segment.startsWith("{") ? noun : segment;
    }
    List<String> words = Terms.of(noun);
    return words.stream().anyMatch(it -> lexicon.knows("calendarNoun", it))
        || times.areStretches() && words.contains("events");
  }

  /** Whether nothing says that it is about when records were made or changed. */
  private static boolean isOfTheirTime(Subject subject, Input input, RecordTimes times) {
    return (subject == Subject.EVENT || subject == Subject.PLAIN)
        && times.spokenOf(input.text()).isEmpty();
  }

  /** Whether it returns figures that are made up when asked for. */
  private boolean isComputed(ApiOperation operation) {
    return lexicon
        .phrase(
            "computed",
            (operation.path() + " " + operation.words().summary()).toLowerCase(Locale.ROOT))
        .isPresent();
  }

  private Fact<Optional<ChangeFilter>> fact(List<Candidate> candidates, Events events) {
    Candidate best = candidates.get(0);
    List<Optional<ChangeFilter>> others =
        candidates.stream().skip(1).map(it -> Optional.of(it.filter())).toList();
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(new Evidence(best.input().place(), says(best)));
    if (best.subject() != Subject.CHANGE && events != Events.LASTING) {
      evidence.add(
          new Evidence(
              best.input().place(), "changes of older records are not among what it asks for"));
    }
    return new Fact<>(
        Optional.of(best.filter()),
        best.confidence(),
        evidence,
        best.confidence() == Confidence.SURE ? List.of() : others);
  }

  private static String says(Candidate candidate) {
    String of =
        candidate.filter().field().map(it -> ", by " + it).orElse(", by a field that is not known");
    switch (candidate.subject()) {
      case CHANGE:
        return candidate.input().title() + " asks for what changed since a time" + of;
      case CREATION:
        return candidate.input().title() + " asks for what was created since a time" + of;
      default:
        return candidate.input().title() + " asks for what is of a time or later" + of;
    }
  }

  /** Filters in a language of their own may do it, too, and cannot be told from here. */
  private Fact<Optional<ChangeFilter>> none(ApiOperation operation) {
    for (Input input : Input.of(operation)) {
      if (lexicon.knows("languageParameter", input.name())
          && lexicon.phrase("language", input.text()).isPresent()) {
        return Fact.unsure(
            Optional.empty(),
            new Evidence(
                input.place(),
                input.title() + " takes a language of its own, which may filter by time"));
      }
    }
    return Fact.likely(
        Optional.empty(), new Evidence(operation.place(), "no parameter asks for what changed"));
  }
}
