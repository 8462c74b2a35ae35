package dev.connector.spec.conformance.check;

import dev.connector.runtime.connector.CallRequest;
import dev.connector.runtime.connector.ReadRequest;
import dev.connector.spec.conformance.Bench;
import dev.connector.spec.definition.Answer;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.Operation;
import dev.connector.spec.definition.OperationName;
import dev.connector.spec.definition.Resource;
import java.util.ArrayList;
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

  /** A read that needs no parent and no argument: of the first such resource. */
  static Optional<ReadRequest> read(Definition definition) {
    return definition.resources().entrySet().stream()
        .filter(it -> readable(it.getValue()))
        .map(Map.Entry::getKey)
        .findFirst()
        .map(ReadRequest::of);
  }

  static ReadRequest read(Bench bench) {
    return read(bench.definition()).orElseThrow();
  }

  /** A call that changes nothing, of the operation that needs to be told least. */
  static Optional<CallRequest> safeCall(Definition definition) {
    return calls(definition).filter(it -> isSafe(it.operation())).findFirst().map(Callable::call);
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
                          if (resource.custom().isEmpty() && isCallable(definition, it)) {
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
    boolean slow =
        definition.limits().rates().stream().anyMatch(it -> it.operations().contains(name));
    return new Callable(operation, call, slow);
  }

  /** Whether nothing but its own arguments and what users configure is needed for it. */
  private static boolean isCallable(Definition definition, Operation operation) {
    return operation.custom().isEmpty()
        && operation.request().baseUrl().isEmpty()
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

  private static boolean readable(Resource resource) {
    return resource.reading().parent().isEmpty() && resource.reading().operation().isPresent();
  }
}
