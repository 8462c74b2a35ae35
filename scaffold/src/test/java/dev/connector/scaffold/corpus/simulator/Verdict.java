package dev.connector.scaffold.corpus.simulator;

import com.fasterxml.jackson.core.JsonPointer;
import dev.connector.runtime.message.ApiException;
import dev.connector.scaffold.corpus.simulator.Ending.Kind;
import dev.connector.scaffold.corpus.simulator.Wire.Exchange;
import dev.connector.scaffold.corpus.simulator.Wire.Violation;
import dev.connector.spec.conformance.Transcript;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.Operation;
import dev.connector.spec.definition.Pagination;
import dev.connector.spec.definition.Parent;
import dev.connector.spec.definition.Placement;
import dev.connector.spec.definition.RequestTemplate;
import dev.connector.spec.definition.Resource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells how a reading ended by what was read and by what went over the wire. What cannot be shown
 * to be the simulator's or the description's own contradiction counts as failed.
 */
record Verdict(
    Definition definition,
    DescribedOperations described,
    String resource,
    List<Exchange> exchanges) {

  private static final Pattern REFUSED = Pattern.compile("refused to call (https?://[^:, ]+)");

  Ending of(Transcript read) {
    boolean records = !read.records().isEmpty();
    if (read.error().isEmpty()) {
      return Ending.of(records ? Kind.RECORDS : Kind.EMPTY);
    }
    ApiException error = read.error().get();
    boolean asked = exchanges.stream().anyMatch(it -> isOf(resource, it));
    boolean answered = exchanges.stream().allMatch(Exchange::isAnswered);
    if (answered && error.getMessage().contains("twice")) {
      return asked
          ? Ending.of(records ? Kind.REPEATED : Kind.EMPTY)
          : new Ending(Kind.EMPTY, "no parent, whose list goes on without records for ever");
    }
    return culprit()
        .flatMap(it -> contradiction(it).or(() -> foreign(error, it)))
        .map(it -> new Ending(Kind.CONTRADICTED, it))
        .orElseGet(() -> new Ending(Kind.FAILED, told(error)));
  }

  private String told(ApiException error) {
    return culprit()
        .filter(it -> !it.isAnswered())
        .map(Exchange::told)
        .orElseGet(() -> error.code() + " " + error.getMessage());
  }

  /** What was refused, or else came last; children's pages are fetched side by side. */
  private Optional<Exchange> culprit() {
    return exchanges.stream()
        .filter(it -> !it.isAnswered())
        .findFirst()
        .or(() -> exchanges.stream().reduce((first, last) -> last));
  }

  /** What the simulator said before and does not know now; empty where that is not to be seen. */
  private Optional<String> contradiction(Exchange last) {
    Optional<String> asked = line().filter(it -> isOf(it, last)).findFirst();
    if (asked.isEmpty()) {
      List<String> path = last.request().url().pathSegments();
      boolean linked =
          exchanges.stream()
              .filter(it -> it != last)
              .anyMatch(it -> it.body().toString().contains(path.get(path.size() - 1)));
      return Optional.of(
              "a page links to "
                  + last.request().url().encodedPath()
                  + (last.isUnknownPath() ? ", which is nowhere" : ", which is another operation"))
          .filter(it -> linked);
    }
    Optional<Violation> without =
        list(asked.get()).answer().records().flatMap(it -> missing(last, it.at()));
    if (without.isPresent()) {
      return Optional.of("the simulator answers without records: " + without.get());
    }
    Optional<Set<String>> handedOut = cursor(asked.get()).filter(it -> isAbout(last, it));
    return handedOut.isPresent()
        ? Optional.of("a page hands out what is refused: " + last.told())
        : definition
            .resources()
            .get(asked.get())
            .reading()
            .parent()
            .filter(it -> isAbout(last, bound(asked.get(), it)))
            .map(it -> "a record of " + it.resource() + " leads to " + last.told());
  }

  /** The guard against foreign hosts did its duty on a link that the simulator made up. */
  private static Optional<String> foreign(ApiException error, Exchange last) {
    Matcher refused = REFUSED.matcher(error.getMessage());
    return refused.find() && last.body().toString().contains(refused.group(1))
        ? Optional.of("a page links to " + refused.group(1) + ", which is not the API")
        : Optional.empty();
  }

  /** What the simulator itself says is missing where records should be. */
  private static Optional<Violation> missing(Exchange last, JsonPointer records) {
    String place = "body" + records.toString().replace('/', '.');
    return last.own().stream()
        .filter(it -> place.startsWith(it.place() + ".") && it.problem().contains("required"))
        .filter(
            it -> {
              String name = place.substring(it.place().length() + 1).replaceFirst("[.].*", "");
              return it.problem().contains("'" + name + "'");
            })
        .findFirst();
  }

  /** Where what a page hands out is sent. */
  private Optional<Set<String>> cursor(String name) {
    return list(name)
        .pagination()
        .filter(Pagination.Cursor.class::isInstance)
        .map(it -> ((Pagination.Cursor) it).parameter())
        .map(
            it ->
                it instanceof Placement.Query query
                    ? Set.of("query." + query.name())
                    : it instanceof Placement.Body body
                        ? Set.of("body" + body.pointer().toString().replace('/', '.'))
                        : Set.of());
  }

  /** Whether a request was refused for values in these places and for no others. */
  private static boolean isAbout(Exchange refused, Set<String> places) {
    return !refused.violations().isEmpty()
        && refused.violations().stream()
            .allMatch(it -> places.stream().anyMatch(it.place()::equalsIgnoreCase));
  }

  /** The resource, its parent, and so on. */
  private Stream<String> line() {
    return Stream.iterate(
            Optional.of(resource),
            Optional::isPresent,
            it -> definition.resources().get(it.get()).reading().parent().map(Parent::resource))
        .map(Optional::get);
  }

  /** Where values of a parent's record are sent. */
  private Set<String> bound(String name, Parent parent) {
    Map<String, String> variables = described.variables(list(name).request());
    return parent.bind().keySet().stream()
        .map(it -> "path." + variables.getOrDefault(it, it))
        .collect(Collectors.toSet());
  }

  private Operation list(String name) {
    Resource read = definition.resources().get(name);
    return read.operations().get(read.reading().operation().orElseThrow());
  }

  private boolean isOf(String name, Exchange exchange) {
    RequestTemplate request = list(name).request();
    StringBuilder path = new StringBuilder();
    for (String literal : request.path().text().split("\\{[^{}]*\\}", -1)) {
      path.append(path.isEmpty() ? "" : "[^/]+").append(Pattern.quote(literal));
    }
    return request.method().equals(exchange.request().method())
        && Pattern.matches(path.toString(), String.join("/", decoded(exchange)));
  }

  private static List<String> decoded(Exchange exchange) {
    return Stream.concat(Stream.of(""), exchange.request().url().pathSegments().stream()).toList();
  }
}
