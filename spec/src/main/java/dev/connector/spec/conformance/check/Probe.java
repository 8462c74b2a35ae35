package dev.connector.spec.conformance.check;

import dev.connector.runtime.connector.CallRequest;
import dev.connector.runtime.connector.ReadRequest;
import dev.connector.spec.conformance.Bench;
import dev.connector.spec.definition.Answer;
import dev.connector.spec.definition.Argument;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.Operation;
import dev.connector.spec.definition.OperationName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What of a connector a check is made with. */
final class Probe {

  /** Values that keep a run short and change nothing else. */
  static final Map<String, String> QUICK =
      Map.of("retryFirstDelay", "PT0.01S", "rateLimits", "100000/1s/100000");

  private Probe() {}

  /** A read that needs no parent and no argument, of what no rate of its own holds up. */
  static Optional<ReadRequest> read(Definition definition) {
    return reads(definition).findFirst();
  }

  /** The same, of several pages where there is one. */
  static Optional<ReadRequest> pagedRead(Definition definition) {
    return reads(definition)
        .filter(it -> target(definition, it).paged())
        .findFirst()
        .or(() -> read(definition));
  }

  private static Stream<ReadRequest> reads(Definition definition) {
    return Target.all(definition).stream()
        .filter(it -> it.parent().isEmpty())
        .filter(it -> it.operation().arguments().values().stream().noneMatch(Argument::required))
        .sorted(Comparator.comparing(it -> isSlow(definition, it.list())))
        .map(it -> ReadRequest.of(it.name()));
  }

  private static Target target(Definition definition, ReadRequest read) {
    return Target.all(definition).stream()
        .filter(it -> it.name().equals(read.resource()))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isSlow(Definition definition, String operation) {
    return definition.limits().rates().stream()
        .anyMatch(it -> it.operations().contains(OperationName.parse(operation)));
  }

  static ReadRequest read(Bench bench) {
    return read(bench.definition()).orElseThrow();
  }

  /** A call that changes nothing, of the operation that needs to be told least. */
  static Optional<CallRequest> safeCall(Definition definition) {
    return calls(definition).filter(it -> isSafe(it.operation())).findFirst().map(Callable::call);
  }

  /** A call that changes nothing, with a value in its path where there is such an operation. */
  static Optional<CallRequest> templatedCall(Definition definition) {
    return calls(definition)
        .filter(it -> isSafe(it.operation()))
        .filter(it -> !it.operation().request().path().placeholders().isEmpty())
        .findFirst()
        .map(Callable::call)
        .or(() -> safeCall(definition));
  }

  /**
   * A call that changes something, and more where it is made twice.
   *
   * @param keyed whether the API recognises a repetition by an idempotency key
   */
  static Optional<CallRequest> changingCall(Definition definition, boolean keyed) {
    return calls(definition)
        .filter(it -> !isIdempotent(it.operation()))
        .filter(it -> it.operation().effect().idempotencyKey().isPresent() == keyed)
        .findFirst()
        .map(Callable::call);
  }

  /** The operation that is called. */
  static Operation operation(Definition definition, CallRequest call) {
    OperationName name = OperationName.parse(call.operation());
    return definition.resources().get(name.resource()).operations().get(name.operation());
  }

  /** An operation and a call of it. */
  private record Callable(Operation operation, CallRequest call, boolean slow) {}

  /** Those first that no rate of their own holds up and that need the fewest arguments. */
  private static Stream<Callable> calls(Definition definition) {
    List<Callable> found = new ArrayList<>();
    definition
        .resources()
        .forEach(
            (name, resource) ->
                resource
                    .operations()
                    .forEach(
                        (operation, it) -> {
                          if (resource.custom().isEmpty() && isCallable(definition, name, it)) {
                            found.add(callable(definition, new OperationName(name, operation), it));
                          }
                        }));
    return found.stream()
        .sorted(
            Comparator.comparing(Callable::slow).thenComparing(it -> it.call().arguments().size()));
  }

  private static Callable callable(Definition definition, OperationName name, Operation operation) {
    CallRequest call = CallRequest.of(name.toString());
    for (var argument : operation.arguments().entrySet()) {
      if (argument.getValue().required()) {
        call = call.argument(argument.getKey(), Target.sample(argument.getValue()));
      }
    }
    return new Callable(operation, call, isSlow(definition, name.toString()));
  }

  /**
   * Whether nothing but its own arguments and what users configure is needed for it: what parents
   * bind has to be that of a record there is.
   */
  private static boolean isCallable(Definition definition, String resource, Operation operation) {
    return operation.custom().isEmpty()
        && operation.request().baseUrl().isEmpty()
        && Collections.disjoint(definition.bound(resource), operation.request().placeholders())
        && operation.answer().format() == Answer.Format.JSON
        && operation.request().path().placeholders().stream()
            .allMatch(
                it ->
                    operation.arguments().containsKey(it)
                        || Optional.ofNullable(definition.settings().get(it))
                            .filter(known -> known.required() || known.defaultValue().isPresent())
                            .isPresent());
  }

  /** Whether it makes no difference how often it is done, by its method (RFC 9110, 9.2.2). */
  private static boolean isIdempotent(Operation operation) {
    return isSafe(operation) || Set.of("PUT", "DELETE").contains(operation.request().method());
  }

  private static boolean isSafe(Operation operation) {
    return operation.effect().safe() || operation.request().method().equals("GET");
  }
}
