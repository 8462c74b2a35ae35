package dev.connector.scaffold.corpus.simulator;

import dev.connector.runtime.message.ApiException;
import dev.connector.scaffold.corpus.simulator.Ending.Kind;
import dev.connector.scaffold.corpus.simulator.Wire.Exchange;
import dev.connector.spec.conformance.Transcript;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.Parent;
import dev.connector.spec.definition.RequestTemplate;
import dev.connector.spec.definition.Resource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells how a reading ended by what was read and by what went over the wire. What cannot be shown
 * to be the simulator's or the description's own contradiction counts as failed.
 */
record Verdict(Definition definition, String resource, List<Exchange> exchanges) {

  Ending of(Transcript read) {
    boolean records = !read.records().isEmpty();
    if (read.error().isEmpty()) {
      return Ending.of(records ? Kind.RECORDS : Kind.EMPTY);
    }
    ApiException error = read.error().get();
    boolean asked = exchanges.stream().anyMatch(it -> it.isAnswered() && isOf(resource, it));
    if (asked && error.getMessage().contains("twice")) {
      return Ending.of(records ? Kind.REPEATED : Kind.EMPTY);
    }
    Optional<Exchange> refused =
        exchanges.stream().reduce((first, last) -> last).filter(it -> !it.isAnswered());
    return refused
        .flatMap(this::contradiction)
        .map(it -> new Ending(Kind.CONTRADICTED, it))
        .orElseGet(
            () ->
                new Ending(
                    Kind.FAILED,
                    refused
                        .map(Exchange::told)
                        .orElseGet(() -> error.code() + " " + error.getMessage())));
  }

  /** What the simulator said before and does not know now; empty where that is not to be seen. */
  private Optional<String> contradiction(Exchange refused) {
    if (refused.isUnknownPath() && line().noneMatch(it -> isOf(it, refused))) {
      return Optional.of(
          "a page of the simulator links to "
              + refused.request().url().encodedPath()
              + ", a path that the description does not have");
    }
    return line()
        .filter(it -> isOf(it, refused))
        .findFirst()
        .flatMap(it -> definition.resources().get(it).reading().parent())
        .flatMap(it -> contradiction(refused, it));
  }

  private static Optional<String> contradiction(Exchange refused, Parent parent) {
    boolean bound =
        !refused.violations().isEmpty()
            && refused.violations().stream()
                .allMatch(
                    it ->
                        parent.bind().keySet().stream()
                            .anyMatch(name -> it.place().equalsIgnoreCase("path." + name)));
    return bound
        ? Optional.of(
            "a record of "
                + parent.resource()
                + " that the simulator made up leads to "
                + refused.told())
        : Optional.empty();
  }

  /** The resource, its parent, and so on. */
  private Stream<String> line() {
    return Stream.iterate(
            Optional.of(resource),
            Optional::isPresent,
            it -> definition.resources().get(it.get()).reading().parent().map(Parent::resource))
        .map(Optional::get);
  }

  private boolean isOf(String name, Exchange exchange) {
    Resource read = definition.resources().get(name);
    RequestTemplate request =
        read.operations().get(read.reading().operation().orElseThrow()).request();
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
