package dev.connector.runtime.adapter;

import com.fasterxml.jackson.core.JsonPointer;
import dev.connector.runtime.canonical.CanonicalForm;
import dev.connector.runtime.connector.Description;
import dev.connector.runtime.message.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * A resource of a typed client by its name, and what it can be asked: immutable, so each method
 * returns a changed copy.
 *
 * @param schema the file of its schema, {@code contact.json}
 * @param primaryKey where a record has what identifies it
 * @param personal where it has what is personal
 * @param operations in the order of the definition
 * @param reads how it is read; empty where it cannot be
 * @param canonical the canonical form of its records
 * @param <C> the client
 */
public record Resource<C>(
    String name,
    String schema,
    List<JsonPointer> primaryKey,
    List<JsonPointer> personal,
    List<Operation<C>> operations,
    Optional<Reads<C>> reads,
    Optional<CanonicalForm> canonical) {

  /**
   * A call of the API.
   *
   * @param name without the resource's
   * @param request what is sent for these arguments
   */
  public record Operation<C>(
      String name, List<Argument> arguments, BiFunction<C, Arguments, Request> request) {
    public Operation {
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * How a resource is read.
   *
   * @param operation the one whose arguments it takes
   * @param incremental whether only what changed can be read
   * @param reading what is read for these arguments
   */
  public record Reads<C>(
      String operation, boolean incremental, BiFunction<C, Arguments, Reading> reading) {}

  public Resource {
    primaryKey = List.copyOf(primaryKey);
    personal = List.copyOf(personal);
    operations = List.copyOf(operations);
  }

  /** A resource that can do nothing yet. */
  public static <C> Resource<C> of(String name, String schema, String... primaryKey) {
    return new Resource<>(
        name,
        schema,
        pointers(primaryKey),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same with personal fields, which are hidden when asked. */
  public Resource<C> personal(String... fields) {
    return new Resource<>(name, schema, primaryKey, pointers(fields), operations, reads, canonical);
  }

  /** The same with an operation. */
  public Resource<C> operation(
      String operation, List<Argument> arguments, BiFunction<C, Arguments, Request> request) {
    List<Operation<C>> more = new ArrayList<>(operations);
    more.add(new Operation<>(operation, arguments, request));
    return new Resource<>(name, schema, primaryKey, personal, more, reads, canonical);
  }

  /** The same with an operation that needs to be told nothing. */
  public Resource<C> operation(String operation, BiFunction<C, Arguments, Request> request) {
    return operation(operation, List.of(), request);
  }

  /** The same, read as a whole each time. */
  public Resource<C> reads(String operation, BiFunction<C, Arguments, Reading> reading) {
    return reads(new Reads<>(operation, false, reading));
  }

  /** The same, of which what changed can be read. */
  public Resource<C> readsChanges(String operation, BiFunction<C, Arguments, Reading> reading) {
    return reads(new Reads<>(operation, true, reading));
  }

  /** The same with a canonical form, in which records come when asked. */
  public Resource<C> canonical(CanonicalForm form) {
    return new Resource<>(name, schema, primaryKey, personal, operations, reads, Optional.of(form));
  }

  Optional<Operation<C>> operation(String operation) {
    return operations.stream().filter(it -> it.name().equals(operation)).findFirst();
  }

  Description.Resource description() {
    return new Description.Resource(
        name,
        operations.stream().map(Operation::name).toList(),
        readingArguments().stream().filter(Argument::required).map(Argument::name).toList(),
        primaryKey,
        reads.filter(Reads::incremental).isPresent(),
        Optional.empty(),
        canonical.map(CanonicalForm::type));
  }

  List<Argument> readingArguments() {
    return reads
        .flatMap(it -> operation(it.operation()))
        .map(Operation::arguments)
        .orElse(List.of());
  }

  private Resource<C> reads(Reads<C> how) {
    return new Resource<>(
        name, schema, primaryKey, personal, operations, Optional.of(how), canonical);
  }

  private static List<JsonPointer> pointers(String... texts) {
    return Stream.of(texts).map(JsonPointer::compile).toList();
  }
}
