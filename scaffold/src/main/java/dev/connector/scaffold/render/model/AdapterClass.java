package dev.connector.scaffold.render.model;

import dev.connector.scaffold.render.code.Code;
import dev.connector.scaffold.render.code.Expression;
import dev.connector.scaffold.render.code.Javadoc;
import dev.connector.scaffold.render.code.Statement;
import dev.connector.spec.definition.OperationName;
import java.util.List;
import java.util.Optional;

/** The class that serves a connector by the names of its definition. */
public final class AdapterClass {

  private final JavaConnector connector;

  public AdapterClass(JavaConnector connector) {
    this.connector = connector;
  }

  public String name() {
    return connector.adapter();
  }

  public String client() {
    return connector.client();
  }

  public String settings() {
    return connector.settings();
  }

  public Code javadoc() {
    return Javadoc.of(
            connector.definition().title()
                + " by the names of its definition: for whoever does not know its types.")
        .at(0);
  }

  /** Whether the API declares rates. */
  public boolean rates() {
    return !connector.definition().limits().rates().isEmpty();
  }

  public String webhooks() {
    return connector.webhooks().orElse("");
  }

  public Code resources() {
    List<Expression> resources =
        connector.resources().stream()
            .<Expression>map(it -> Expression.call(it.requests() + ".resource"))
            .toList();
    return Statement.block(4, List.of(Statement.returning(Expression.call("List.of", resources))));
  }

  public Code check() {
    Optional<Expression> reading = connector.check().flatMap(this::reading);
    return Statement.block(
        4,
        List.of(
            reading
                .map(Statement::returning)
                .orElseGet(
                    () ->
                        Unsupported.thrown(
                            connector.definition().name()
                                + " has nothing to be checked by, as nothing can be listed"))));
  }

  private Optional<Expression> reading(OperationName name) {
    Optional<JavaResource> resource =
        connector.resources().stream().filter(it -> it.name().equals(name.resource())).findFirst();
    return resource.map(
        it -> {
          JavaOperation operation = it.operation(name.operation());
          boolean records =
              operation.definition().answer().records().isPresent()
                  && operation.refusal().isEmpty();
          Expression requests = Expression.call("client." + it.accessor()).then("requests");
          Expression none = Expression.call("Arguments.none");
          Expression listing =
              records
                  ? requests.then(operation.method() + "Pages", none)
                  : Expression.call(
                          "Listing.of", requests.then(operation.method() + "Request", none))
                      .then("records", Expression.call("Records.none"));
          return Expression.call("Reading.all", listing);
        });
  }
}
