package dev.connector.scaffold.render.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.scaffold.render.code.Code;
import dev.connector.scaffold.render.code.Expression;
import dev.connector.scaffold.render.code.Javadoc;
import dev.connector.scaffold.render.code.NameScope;
import dev.connector.scaffold.render.code.Statement;
import dev.connector.scaffold.render.code.Words;
import dev.connector.spec.definition.Argument;
import dev.connector.spec.definition.Incremental;
import dev.connector.spec.definition.OperationName;
import dev.connector.spec.definition.RequestTemplate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The class that makes the requests of a resource and knows it by the names of the definition. */
public final class RequestsClass {

  private static final Expression WITH = Expression.name("with");

  private final JavaConnector connector;
  private final JavaResource resource;
  private final Map<String, String> declarations = new LinkedHashMap<>();
  private final Map<JavaArgument.Declaration, String> shared = new LinkedHashMap<>();

  public RequestsClass(JavaConnector connector, JavaResource resource) {
    this.connector = connector;
    this.resource = resource;
    NameScope constants = new NameScope(List.of("FORM"));
    share(constants);
    for (JavaOperation operation : resource.operations()) {
      if (!operation.required().isEmpty() || !operation.optional().isEmpty()) {
        declarations.put(operation.name(), constants.take(Words.constant(operation.name())));
      }
    }
  }

  public String name() {
    return resource.requests();
  }

  /** What its requests are about. */
  public Code javadoc() {
    return Javadoc.of("What is asked of the API about " + resource.name() + ".").at(0);
  }

  public String settings() {
    return connector.settings();
  }

  /** Whether a request holds the value of a setting. */
  public boolean configured() {
    return resource.operations().stream()
            .filter(it -> it.refusal().isEmpty())
            .anyMatch(it -> values(it).usesSettings(it.definition().request().placeholders()))
        || resource
            .incremental()
            .filter(it -> resource.refusal().isEmpty())
            .flatMap(it -> it.range().start())
            .filter(it -> !it.placeholders().isEmpty())
            .isPresent();
  }

  /** Fields that never change. */
  public Code constants() {
    List<Code> fields = new ArrayList<>();
    shared.forEach(
        (declaration, constant) ->
            fields.add(
                Statement.declaring(
                        "private static final Argument " + constant,
                        withDefault(declaration.name(), declaration.defaultValue().orElseThrow()))
                    .at(2)));
    for (JavaOperation operation : resource.operations()) {
      if (declarations.containsKey(operation.name())) {
        fields.add(arguments(operation).at(2));
      }
    }
    resource
        .definition()
        .record()
        .canonical()
        .flatMap(CanonicalWriter::form)
        .ifPresent(
            it ->
                fields.add(
                    Statement.declaring("private static final CanonicalForm FORM", it).at(2)));
    return Code.lines(fields);
  }

  /** What makes requests, and reads answers. */
  public List<Method> methods() {
    List<Method> methods = new ArrayList<>();
    for (JavaOperation operation : resource.operations()) {
      methods.add(request(operation));
      if (operation.refusal().isEmpty() && isListed(operation)) {
        methods.add(listing(operation));
      }
    }
    if (resource.reading().isPresent()) {
      if (resource.refusal().isEmpty()) {
        resource
            .incremental()
            .ifPresent(
                it ->
                    methods.add(
                        new IncrementalWriter(
                                resource, values(resource.operation(it.operation())), it)
                            .method()));
      }
      methods.add(reading(resource.reading().get()));
    }
    methods.add(resource());
    return methods;
  }

  private static Expression withDefault(String name, JsonNode value) {
    return Expression.call("Argument.withDefault", Expression.text(name), Json.tree(value));
  }

  /** Arguments that several operations have alike, and that take lines to declare. */
  private void share(NameScope constants) {
    Map<JavaArgument.Declaration, Integer> counts = new LinkedHashMap<>();
    for (JavaOperation operation : resource.operations()) {
      for (JavaArgument argument : operation.optional()) {
        if (argument.definition().defaultValue().filter(it -> it.isContainerNode()).isPresent()) {
          counts.merge(argument.declaration(), 1, Integer::sum);
        }
      }
    }
    counts.forEach(
        (declaration, count) -> {
          if (count > 1) {
            shared.put(declaration, constants.take(Words.constant(declaration.name())));
          }
        });
  }

  /** Whether anything reads its answers as a list. */
  private boolean isListed(JavaOperation operation) {
    boolean checked =
        connector
            .check()
            .filter(it -> it.equals(new OperationName(resource.name(), operation.name())))
            .isPresent();
    boolean whole = operation.wholeRecord() && !resource.lists().contains(operation.name());
    return operation.definition().answer().records().isPresent() && (!whole || checked);
  }

  private Statement arguments(JavaOperation operation) {
    List<Expression> declared = new ArrayList<>();
    List<JavaArgument> all = new ArrayList<>(operation.required());
    all.addAll(operation.optional());
    for (JavaArgument argument : inOrder(operation, all)) {
      Expression name = Expression.text(argument.name());
      Argument definition = argument.definition();
      if (shared.containsKey(argument.declaration())) {
        declared.add(Expression.name(shared.get(argument.declaration())));
      } else if (definition.defaultValue().isPresent()) {
        declared.add(withDefault(argument.name(), definition.defaultValue().get()));
      } else {
        String kind = definition.required() ? "Argument.required" : "Argument.optional";
        declared.add(Expression.call(kind, name));
      }
    }
    String constant = declarations.get(operation.name());
    return Statement.declaring(
        "private static final List<Argument> " + constant, Expression.call("List.of", declared));
  }

  /** The definition's order, and behind it what only parents know. */
  private static List<JavaArgument> inOrder(JavaOperation operation, List<JavaArgument> all) {
    List<String> order = new ArrayList<>(operation.definition().arguments().keySet());
    List<JavaArgument> sorted = new ArrayList<>(all);
    sorted.sort(
        java.util.Comparator.comparingInt(
            it -> order.contains(it.name()) ? order.indexOf(it.name()) : order.size()));
    return sorted;
  }

  private Method request(JavaOperation operation) {
    String head = "Request " + operation.method() + "Request";
    if (operation.refusal().isPresent()) {
      return Method.of(
          "", head, List.of("Arguments with"), Unsupported.thrown(operation.refusal().get()));
    }
    Values values = values(operation);
    OperationName name = new OperationName(resource.name(), operation.name());
    Expression request = new RequestWriter(name, operation.definition(), values).request();
    Expression completed = completed(operation);
    boolean bare = completed.flat().equals("given");
    List<Statement> body = new ArrayList<>();
    if (!bare) {
      body.add(Statement.declaring("Arguments with", completed));
    }
    body.addAll(Statement.returningChained("Request", "request", request));
    return Method.of("", head, List.of(bare ? "Arguments with" : "Arguments given"), body);
  }

  /** What was given, and what is known where nothing was. */
  private Expression completed(JavaOperation operation) {
    Expression given = Expression.name("given");
    boolean defaults =
        operation.optional().stream().anyMatch(it -> it.definition().defaultValue().isPresent());
    if (defaults) {
      given = given.then("orDefaults", Expression.name(declarations.get(operation.name())));
    }
    Incremental incremental = resource.incremental().orElse(null);
    boolean first =
        incremental != null
            && incremental.operation().equals(operation.name())
            && operation.definition().request().placeholders().contains("cursor");
    return first
        ? new IncrementalWriter(resource, values(operation), incremental).fromStart(given)
        : given;
  }

  private Method listing(JavaOperation operation) {
    Expression request = Expression.call(operation.method() + "Request", WITH);
    RequestTemplate template = operation.definition().request();
    Expression listing =
        new ListingWriter(template.payload())
            .listing(
                request,
                operation.definition().answer().records().get(),
                resource.definition().record(),
                operation.definition().pagination());
    return Method.of(
        "",
        "Listing " + operation.method() + "Pages",
        List.of("Arguments with"),
        Statement.returning(listing));
  }

  private Method reading(JavaOperation operation) {
    String head = "Reading reading";
    List<String> parameters = List.of("Arguments with");
    if (resource.refusal().or(operation::refusal).isPresent()) {
      return Method.of(
          "",
          head,
          parameters,
          Unsupported.thrown(resource.refusal().or(operation::refusal).get()));
    }
    Expression pages = Expression.call(operation.method() + "Pages", WITH);
    boolean incremental = resource.incremental().isPresent();
    Expression reading =
        incremental
            ? Expression.call("Reading.changes", pages, Expression.call("incremental", WITH))
            : Expression.call("Reading.all", pages);
    if (!incremental) {
      reading = IncrementalWriter.withDeletes(reading, resource);
    }
    List<Integer> empty = operation.definition().answer().emptyStatuses();
    if (!empty.isEmpty()) {
      List<Expression> statuses = empty.stream().map(Expression::number).toList();
      reading = reading.then("emptyAt", Expression.call("List.of", statuses));
    }
    String whole = resource.definition().reading().operation().orElse(operation.name());
    if (incremental && !whole.equals(operation.name())) {
      Expression all = Expression.call(resource.operation(whole).method() + "Pages", WITH);
      reading = reading.then("wholly", Expression.lambda("", all));
    }
    return Method.of("How the resource is read.", head, parameters, Statement.returning(reading));
  }

  private Method resource() {
    String client = connector.client();
    var record = resource.definition().record();
    List<Expression> form = new ArrayList<>();
    form.add(Expression.text(resource.name()));
    form.add(Expression.text(record.schema().replaceFirst("^schemas/", "")));
    form.addAll(ListingWriter.pointers(record.primaryKey()));
    Expression all = Expression.call("Resource.<" + client + ">of", form);
    if (!record.personal().isEmpty()) {
      all = all.then("personal", ListingWriter.pointers(record.personal()));
    }
    if (record.canonical().flatMap(CanonicalWriter::form).isPresent()) {
      all = all.then("canonical", Expression.name("FORM"));
    }
    if (resource.definition().reading().parent().isPresent()) {
      all = all.then("parent", ParentWriter.parent(resource.definition().reading().parent().get()));
    }
    for (JavaOperation operation : resource.operations()) {
      List<Expression> parts = new ArrayList<>(List.of(Expression.text(operation.name())));
      if (declarations.containsKey(operation.name())) {
        parts.add(Expression.name(declarations.get(operation.name())));
      }
      parts.add(requested(operation.method() + "Request"));
      all = all.then("operation", parts);
    }
    if (resource.reading().isPresent()) {
      String reads = resource.incremental().isPresent() ? "readsChanges" : "reads";
      all = all.then(reads, Expression.text(resource.reading().get().name()), requested("reading"));
    }
    return Method.of(
        "The resource by the names of the definition.",
        "static Resource<" + client + "> resource",
        List.of(),
        Statement.returningChained("Resource<" + client + ">", "resource", all));
  }

  private Expression requested(String method) {
    return Expression.lambda(
        "api, with",
        Expression.call("api." + resource.accessor()).then("requests").then(method, WITH));
  }

  private Values values(JavaOperation operation) {
    Set<String> given = new java.util.HashSet<>();
    operation.required().forEach(it -> given.add(it.name()));
    resource
        .incremental()
        .filter(it -> it.operation().equals(operation.name()))
        .flatMap(it -> it.range().start())
        .filter(it -> !IncrementalWriter.isUncertain(it, connector.variables()))
        .ifPresent(it -> given.add("cursor"));
    Map<String, Argument> arguments = new LinkedHashMap<>();
    operation.required().forEach(it -> arguments.put(it.name(), it.definition()));
    operation.optional().forEach(it -> arguments.put(it.name(), it.definition()));
    return new Values(connector.variables(), Expression.name("settings"), arguments, given);
  }
}
