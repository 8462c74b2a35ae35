package dev.connector.scaffold.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.connector.scaffold.description.ApiBody;
import dev.connector.scaffold.description.ApiEvent;
import dev.connector.scaffold.description.ApiOperation;
import dev.connector.scaffold.description.ApiParameter;
import dev.connector.scaffold.description.ApiResponse;
import dev.connector.scaffold.description.References.Target;
import dev.connector.scaffold.description.Server;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads paths, webhooks and callbacks: all of them hold operations by method. */
final class PathReader {

  private static final List<String> METHODS =
      List.of("get", "post", "put", "patch", "delete", "head", "options");
  private static final int MOST_LAYERS = 20;

  private final Reading reading;
  private final Dialect dialect;
  private final Servers servers;
  private final List<ApiEvent> callbacks = new ArrayList<>();

  PathReader(Reading reading, Dialect dialect) {
    this.reading = reading;
    this.dialect = dialect;
    this.servers = new Servers(reading);
  }

  /** The operations of a list of paths. */
  List<ApiOperation> paths(Target list) {
    List<ApiOperation> operations = new ArrayList<>();
    for (Map.Entry<String, Target> it : reading.withoutExtensions(list)) {
      String key = it.getKey();
      Target named = new Target(list.place(), it.getValue().node()).child(key);
      if (key.contains("://")) {
        reading.defects().add(named.place(), "is a whole address in the place of a path");
        continue;
      }
      for (Found found : item(named.place(), it.getValue(), names -> PathKey.of(key, names))) {
        operations.add(found.operation);
        callbacks(found);
      }
    }
    return operations;
  }

  private void callbacks(Found of) {
    for (Map.Entry<String, Target> list : reading.withoutExtensions(of.node.child("callbacks"))) {
      for (Map.Entry<String, Target> it : reading.withoutExtensions(list.getValue())) {
        Optional<String> operation = Optional.of(of.operation.place());
        deliveries(list.getKey(), operation, it, callbacks);
      }
    }
  }

  /** What the API sends by itself; callbacks are those of the paths that were read. */
  List<ApiEvent> events(Target webhooks) {
    List<ApiEvent> events = new ArrayList<>();
    for (Map.Entry<String, Target> it : reading.withoutExtensions(webhooks)) {
      deliveries(it.getKey(), Optional.empty(), it, events);
    }
    events.addAll(callbacks);
    return events;
  }

  /** The address that a delivery goes to is the receiver's: it is kept as written. */
  private void deliveries(
      String name,
      Optional<String> operation,
      Map.Entry<String, Target> item,
      List<ApiEvent> events) {
    PathKey address = new PathKey(item.getKey(), Set.of(), Map.of());
    for (Found found :
        item(item.getValue().place(), item.getValue(), names -> Optional.of(address))) {
      events.add(new ApiEvent(name, operation, found.operation));
    }
  }

  private record Found(ApiOperation operation, Target node) {}

  /**
   * Where an operation is said to be.
   *
   * @param place which tells it apart
   * @param path made of the names of its path parameters
   */
  private record Address(
      String place, String method, Function<Set<String>, Optional<PathKey>> path) {}

  private List<Found> item(
      String place, Target item, Function<Set<String>, Optional<PathKey>> path) {
    List<Target> layers = layers(item);
    List<Found> found = new ArrayList<>();
    for (String method : METHODS) {
      Optional<Target> given =
          layers.stream()
              .map(it -> it.child(method))
              .filter(it -> !it.node().isMissingNode())
              .findFirst();
      Optional<Target> node = given.flatMap(reading::object);
      if (node.isPresent()) {
        operation(new Address(place + '/' + method, method, path), layers, node.get())
            .ifPresent(it -> found.add(new Found(it, node.get())));
      }
    }
    return found;
  }

  /** A path's own words first, then those of what it refers to. */
  private List<Target> layers(Target item) {
    List<Target> layers = new ArrayList<>();
    Target at = item;
    while (at.node().isObject() && layers.size() < MOST_LAYERS) {
      layers.add(at);
      Target from = at;
      at =
          Optional.of(from.node().path("$ref"))
              .filter(JsonNode::isTextual)
              .flatMap(it -> reading.documents().find(from.place(), it.textValue()))
              .orElse(new Target(from.place(), MissingNode.getInstance()));
    }
    if (layers.isEmpty() && !item.node().isMissingNode() && !item.node().isNull()) {
      reading.defects().add(item.place(), "is no object");
    }
    return layers;
  }

  private Optional<ApiOperation> operation(Address address, List<Target> layers, Target operation) {
    ParameterReader parameters = new ParameterReader(reading, dialect);
    for (int i = layers.size() - 1; i >= 0; i--) {
      parameters.add(layers.get(i).child("parameters"));
    }
    parameters.add(operation.child("parameters"));
    Optional<PathKey> path = address.path().apply(parameters.pathNames());
    if (path.isEmpty()) {
      reading.defects().add(address.place(), "has a path whose braces do not match");
      return Optional.empty();
    }
    Dialect.RequestBody body = dialect.body(operation, parameters.inBody());
    if (body instanceof Dialect.RequestBody.Unreadable) {
      reading.defects().add(address.place(), "is left out: its body cannot be read");
      return Optional.empty();
    }
    List<ApiParameter> all = parameters.read(path.get(), address.place());
    return Optional.of(
        new ApiOperation(
            address.place(),
            address.method().toUpperCase(Locale.ROOT),
            path.get().path(),
            words(operation),
            operation.node().path("deprecated").asBoolean(),
            all,
            body instanceof Dialect.RequestBody.Known known
                ? Optional.of(known.body())
                : Optional.<ApiBody>empty(),
            responses(operation),
            Security.read(reading, operation.child("security")),
            servers(layers, operation)));
  }

  private ApiOperation.Words words(Target operation) {
    return new ApiOperation.Words(
        Reading.text(operation, "operationId"),
        Reading.text(operation, "summary"),
        Reading.text(operation, "description"),
        reading.texts(operation.child("tags")));
  }

  private List<Server> servers(List<Target> layers, Target operation) {
    List<Server> own = servers.read(operation.child("servers"));
    for (int i = 0; own.isEmpty() && i < layers.size(); i++) {
      own = servers.read(layers.get(i).child("servers"));
    }
    return own;
  }

  private List<ApiResponse> responses(Target operation) {
    List<ApiResponse> responses = new ArrayList<>();
    for (Map.Entry<String, Target> it : reading.withoutExtensions(operation.child("responses"))) {
      Optional<Target> response = reading.object(it.getValue());
      response.ifPresent(
          node ->
              responses.add(
                  new ApiResponse(
                      node.place(),
                      it.getKey(),
                      Reading.text(node, "description"),
                      headers(node.child("headers")),
                      dialect.contents(node, operation))));
    }
    return responses;
  }

  private Map<String, ApiResponse.ApiHeader> headers(Target list) {
    Map<String, ApiResponse.ApiHeader> headers = new LinkedHashMap<>();
    for (Map.Entry<String, Target> it : reading.members(list)) {
      Optional<Target> header = reading.object(it.getValue());
      header.ifPresent(
          node ->
              headers.put(
                  it.getKey(),
                  new ApiResponse.ApiHeader(
                      Reading.text(node, "description"), dialect.header(node))));
    }
    return headers;
  }
}
