package dev.connector.scaffold.render.model;

import dev.connector.scaffold.render.code.Code;
import dev.connector.scaffold.render.code.Expression;
import dev.connector.scaffold.render.code.Javadoc;
import dev.connector.scaffold.render.code.Statement;
import java.util.ArrayList;
import java.util.List;

/** The class by which a resource is read and written. */
public final class ResourceClass {

  private static final Expression CLIENT = Expression.name("client");

  private final JavaResource resource;

  public ResourceClass(JavaResource resource) {
    this.resource = resource;
  }

  public String name() {
    return resource.type();
  }

  public String requests() {
    return resource.requests();
  }

  public Code javadoc() {
    String title = resource.definition().title();
    String description = resource.definition().description();
    return Javadoc.of(description.isBlank() ? title : description)
        .paragraph("Safe for use by many threads.")
        .at(0);
  }

  /** Its operations, and the reading of what changed. */
  public List<Method> methods() {
    List<Method> methods = new ArrayList<>();
    for (JavaOperation operation : resource.operations()) {
      if (operation.refusal().isEmpty() && !isChangesAlone(operation)) {
        if (!operation.options().isEmpty()) {
          methods.add(withoutOptions(operation));
        }
        methods.add(full(operation));
      }
    }
    boolean readable =
        resource.refusal().isEmpty()
            && resource.reading().filter(it -> it.refusal().isEmpty()).isPresent();
    if (resource.incremental().isPresent() && readable) {
      JavaOperation operation = resource.reading().get();
      if (!operation.options().isEmpty()) {
        methods.add(changes(operation, false));
      }
      methods.add(changes(operation, true));
    }
    return methods;
  }

  /** The types of what operations may be told besides. */
  public List<OptionsType> options() {
    return resource.operations().stream()
        .filter(it -> it.refusal().isEmpty() && !it.options().isEmpty())
        .map(OptionsType::new)
        .toList();
  }

  /** Whether an operation serves the reading of changes and nothing else. */
  private boolean isChangesAlone(JavaOperation operation) {
    String name = operation.name();
    return resource.incremental().filter(it -> it.operation().equals(name)).isPresent()
        && resource.definition().reading().operation().filter(name::equals).isEmpty();
  }

  private Method withoutOptions(JavaOperation operation) {
    List<Expression> arguments = new ArrayList<>(passed(operation));
    arguments.add(Expression.call(operation.options() + ".none"));
    Expression call = Expression.call(operation.method(), arguments);
    boolean silent = operation.result() == JavaOperation.Result.NOTHING;
    return Method.of(
        2,
        documented(operation, Javadoc.of(description(operation))),
        Statement.head(
            2,
            "public " + returned(operation) + " " + operation.method(),
            parameters(operation),
            ""),
        List.of(silent ? Statement.doing(call) : Statement.returning(call)));
  }

  private Method full(JavaOperation operation) {
    List<String> parameters = new ArrayList<>(parameters(operation));
    Javadoc javadoc = documented(operation, Javadoc.of(description(operation)));
    if (!operation.options().isEmpty()) {
      parameters.add(operation.options() + " options");
      javadoc.parameter("options", "what it is told besides");
    }
    return Method.of(
        2,
        javadoc,
        Statement.head(
            2, "public " + returned(operation) + " " + operation.method(), parameters, ""),
        List.of(called(operation)));
  }

  private Statement called(JavaOperation operation) {
    Expression with = given(operation, !operation.options().isEmpty());
    Expression requests = Expression.name("requests");
    Expression request = requests.then(operation.method() + "Request", with);
    Expression pages = requests.then(operation.method() + "Pages", with);
    Expression type = Expression.name(resource.record() + ".class");
    switch (operation.result()) {
      case STREAM:
        return Statement.returning(CLIENT.then("list", pages, type));
      case RECORD:
        return Statement.returning(
            operation.wholeRecord()
                ? CLIENT.then("send", request).then("as", type)
                : CLIENT.then("one", pages, type));
      case ANSWER:
        return Statement.returning(CLIENT.then("send", request).then("body"));
      default:
        return Statement.doing(CLIENT.then("send", request));
    }
  }

  private Method changes(JavaOperation operation, boolean full) {
    List<String> parameters = new ArrayList<>(parameters(operation));
    parameters.add("Checkpoint since");
    boolean options = !operation.options().isEmpty();
    Javadoc javadoc =
        documented(
            operation,
            Javadoc.of("What changed since a checkpoint.").paragraph(description(operation)));
    javadoc.parameter("since", "where the read before this one ended; NONE begins anew");
    if (full && options) {
      parameters.add(operation.options() + " options");
      javadoc.parameter("options", "what it is told besides");
    }
    Code head =
        Statement.head(2, "public ChangeStream<" + resource.record() + "> changes", parameters, "");
    if (!full) {
      List<Expression> arguments = new ArrayList<>(passed(operation));
      arguments.add(Expression.name("since"));
      arguments.add(Expression.call(operation.options() + ".none"));
      return Method.of(
          2, javadoc, head, List.of(Statement.returning(Expression.call("changes", arguments))));
    }
    Expression with = Expression.name("with");
    return Method.of(
        2,
        javadoc,
        head,
        List.of(
            Statement.declaring("Arguments with", given(operation, options)),
            Statement.returning(
                CLIENT.then(
                    "changes",
                    Expression.name("requests").then(operation.method() + "Pages", with),
                    Expression.name("requests").then("incremental", with),
                    Expression.name("since"),
                    Expression.name(resource.record() + ".class")))));
  }

  /** What is handed to the requests. */
  private static Expression given(JavaOperation operation, boolean options) {
    Expression with =
        options ? Expression.name("options.arguments") : Expression.call("Arguments.none");
    if (operation.crowded()) {
      return with.then("withAll", Expression.name("arguments"));
    }
    for (JavaArgument argument : operation.required()) {
      with =
          with.then(
              "with", Expression.text(argument.name()), Expression.name(argument.parameter()));
    }
    return with;
  }

  private static List<Expression> passed(JavaOperation operation) {
    return operation.crowded()
        ? List.of(Expression.name("arguments"))
        : operation.required().stream().map(it -> Expression.name(it.parameter())).toList();
  }

  private static List<String> parameters(JavaOperation operation) {
    return operation.crowded()
        ? List.of("Map<String, ?> arguments")
        : operation.required().stream().map(it -> it.type() + " " + it.parameter()).toList();
  }

  private static Javadoc documented(JavaOperation operation, Javadoc javadoc) {
    if (operation.crowded()) {
      List<String> names = operation.required().stream().map(JavaArgument::name).toList();
      return javadoc.parameter("arguments", "by name: " + String.join(", ", names));
    }
    operation
        .required()
        .forEach(it -> javadoc.parameter(it.parameter(), it.definition().description()));
    return javadoc;
  }

  private String returned(JavaOperation operation) {
    switch (operation.result()) {
      case STREAM:
        return "RecordStream<" + resource.record() + ">";
      case RECORD:
        return resource.record();
      case ANSWER:
        return "JsonNode";
      default:
        return "void";
    }
  }

  private String description(JavaOperation operation) {
    String declared = operation.definition().description();
    if (!declared.isBlank()) {
      return declared;
    }
    return Phrases.of(operation, resource.definition().title());
  }
}
