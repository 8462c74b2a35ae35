package dev.connector.runtime.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.http.ApiClient;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A connector's client and its resources, ready to be read.
 *
 * @param connector its name
 * @param resources by name
 */
record Opened<C>(String connector, Map<String, Resource<C>> resources, C client, ApiClient http) {

  static <C extends AutoCloseable> Opened<C> of(Adapter<C> adapter, C client) {
    return new Opened<>(adapter.name(), byName(adapter), client, adapter.http(client));
  }

  static <C extends AutoCloseable> Map<String, Resource<C>> byName(Adapter<C> adapter) {
    Map<String, Resource<C>> resources = new LinkedHashMap<>();
    adapter.resources().forEach(it -> resources.put(it.name(), it));
    return resources;
  }

  Resource<C> resource(String name) {
    Resource<C> found = resources.get(name);
    if (found == null) {
      throw unsupported(name + ", which is not declared");
    }
    return found;
  }

  /** What a caller gives to a read. */
  Arguments arguments(Resource<C> resource, Map<String, JsonNode> given) {
    return Arguments.of(
        resource.name() + "." + reads(resource).operation(),
        resource.readingArguments(resources),
        given);
  }

  /** How a resource is read for one parent. */
  Reading reading(Resource<C> resource, Arguments arguments, ParentRecord parent) {
    return reads(resource).reading().apply(client, arguments.and(parent.bound()));
  }

  /** What of the arguments of a read is meant for the resource above, too. */
  Arguments shared(Resource<C> above, Arguments arguments) {
    List<Argument> declared = above.readingArguments(resources);
    Map<String, JsonNode> known = new LinkedHashMap<>(arguments.values());
    known.keySet().retainAll(declared.stream().map(Argument::name).toList());
    return arguments(above, known);
  }

  ApiException unsupported(String what) {
    return new ApiException(ErrorCode.UNSUPPORTED, connector + " does not support " + what);
  }

  private Resource.Reads<C> reads(Resource<C> resource) {
    return resource
        .reads()
        .orElseThrow(() -> unsupported("reading " + resource.name() + ", which has no list"));
  }
}
