package dev.connector.runtime.adapter;

import com.fasterxml.jackson.core.JsonPointer;
import dev.connector.runtime.canonical.CanonicalForm;
import dev.connector.runtime.connector.Description;
import dev.connector.runtime.message.Request;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A resource of a typed client by its name, and what it can be asked: immutable, so each method
 * returns a changed copy.
 *
 * @param form what its records look like
 * @param parent the resource for whose records its own are read, one after the other
 * @param operations in the order of the definition
 * @param reads how it is read; empty where it cannot be
 * @param <C> the client
 */
public record Resource<C>(
    String name,
    Form form,
    Optional<Parent> parent,
    List<Operation<C>> operations,
    Optional<Reads<C>> reads) {

  /**
   * What records look like.
   *
   * @param schema the file of their schema, {@code contact.json}
   * @param primaryKey where a record has what identifies it
   * @param personal where it has what is personal
   * @param canonical what they become, where there is a shared type of what they are
   */
  public record Form(
      String schema,
      List<JsonPointer> primaryKey,
      List<JsonPointer> personal,
      Optional<Canonical> canonical) {
    public Form {
      primaryKey = List.copyOf(primaryKey);
      personal = List.copyOf(personal);
    }
  }

  /**
   * What records become in the words that connectors share.
   *
   * @param type the shared type's name
   * @param form how they become it; made when it is needed
   */
  public record Canonical(String type, Supplier<CanonicalForm> form) {}

  /**
   * A call of the API.
   *
   * @param name without the resource's
   * @param arguments those that a parent binds among them, which a call by itself has to be given
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
   * @param reading what is read for these arguments, those that a parent binds among them
   */
  public record Reads<C>(
      String operation, boolean incremental, BiFunction<C, Arguments, Reading> reading) {}

  public Resource {
    operations = List.copyOf(operations);
  }

  /** A resource that can do nothing yet. */
  public static <C> Resource<C> of(String name, String schema, String... primaryKey) {
    Form form = new Form(schema, pointers(primaryKey), List.of(), Optional.empty());
    return new Resource<>(name, form, Optional.empty(), List.of(), Optional.empty());
  }

  /** The same with personal fields, which are hidden when asked. */
  public Resource<C> personal(String... fields) {
    return with(new Form(form.schema, form.primaryKey, pointers(fields), form.canonical));
  }

  /** The same with a canonical form, in which records come when asked. */
  public Resource<C> canonical(CanonicalForm canonical) {
    return canonical(canonical.type(), () -> canonical);
  }

  /** The same with a canonical form that is made when it is needed. */
  public Resource<C> canonical(String type, Supplier<CanonicalForm> made) {
    Canonical canonical = new Canonical(type, made);
    return with(new Form(form.schema, form.primaryKey, form.personal, Optional.of(canonical)));
  }

  /** The same, read for each record of another, which binds arguments of its operations. */
  public Resource<C> parent(Parent of) {
    return new Resource<>(name, form, Optional.of(of), operations, reads);
  }

  /** The same with an operation. */
  public Resource<C> operation(
      String operation, List<Argument> arguments, BiFunction<C, Arguments, Request> request) {
    List<Operation<C>> more = new ArrayList<>(operations);
    more.add(new Operation<>(operation, arguments, request));
    return new Resource<>(name, form, parent, more, reads);
  }

  /** The same with an operation that needs to be told nothing. */
  public Resource<C> operation(String operation, BiFunction<C, Arguments, Request> request) {
    return operation(operation, List.of(), request);
  }

  /** The same, read as a whole each time. */
  public Resource<C> reads(String operation, BiFunction<C, Arguments, Reading> reading) {
    return with(new Reads<>(operation, false, reading));
  }

  /** The same, of which what changed can be read. */
  public Resource<C> readsChanges(String operation, BiFunction<C, Arguments, Reading> reading) {
    return with(new Reads<>(operation, true, reading));
  }

  Optional<Operation<C>> operation(String operation) {
    return operations.stream().filter(it -> it.name().equals(operation)).findFirst();
  }

  Description.Resource description(Map<String, Resource<C>> all) {
    return new Description.Resource(
        name,
        operations.stream().map(Operation::name).toList(),
        readingArguments(all).stream().filter(Argument::required).map(Argument::name).toList(),
        form.primaryKey,
        reads.filter(Reads::incremental).isPresent(),
        parent.map(Parent::resource),
        form.canonical.map(Canonical::type));
  }

  /** What a caller may give to a read: the arguments that no parent binds. */
  List<Argument> readingArguments(Map<String, Resource<C>> all) {
    Set<String> bound = bound(all);
    return reads.flatMap(it -> operation(it.operation())).stream()
        .flatMap(it -> it.arguments().stream())
        .filter(it -> !bound.contains(it.name()))
        .toList();
  }

  private Set<String> bound(Map<String, Resource<C>> all) {
    Set<String> names = new HashSet<>();
    Optional<Parent> next = parent;
    while (next.isPresent()) {
      names.addAll(next.get().bind().keySet());
      next = Optional.ofNullable(all.get(next.get().resource())).flatMap(Resource::parent);
    }
    return names;
  }

  private Resource<C> with(Form changed) {
    return new Resource<>(name, changed, parent, operations, reads);
  }

  private Resource<C> with(Reads<C> how) {
    return new Resource<>(name, form, parent, operations, Optional.of(how));
  }

  private static List<JsonPointer> pointers(String... texts) {
    return Stream.of(texts).map(JsonPointer::compile).toList();
  }
}
