package dev.connector.runtime.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.connector.DeliveryResult;
import dev.connector.runtime.http.ApiClient;
import dev.connector.runtime.http.AttemptListener;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.settings.Policy;
import dev.connector.runtime.settings.RateLimit;
import dev.connector.runtime.settings.Setting;
import dev.connector.runtime.signature.Delivery;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a connector says of itself, so that its typed client can be used by name: see {@link
 * ClientConnector}.
 *
 * @param <C> the client
 */
public interface Adapter<C extends AutoCloseable> {

  /** The connector's name, with which its variables begin, {@code hubspot}. */
  String name();

  String version();

  /** Its own settings, in the order of the definition; those of the policy are added. */
  List<Setting<?>> settings();

  /** Deadlines, retries and the like: what the environment says, and else what suits the API. */
  default Policy policy(Map<String, String> environment) {
    return Policy.fromEnvironment(name(), environment);
  }

  /** The rates the API declares. */
  default List<RateLimit> rates() {
    return List.of();
  }

  /** Its resources, in the order of the definition. */
  List<Resource<C>> resources();

  /** The JSON Schema of records, by its file. */
  default JsonNode schema(String file) {
    return Schemas.read(getClass(), name(), file);
  }

  /**
   * Makes the client; nothing is sent yet.
   *
   * @throws ApiException with {@link ErrorCode#INVALID_CONFIG}, naming every setting that is
   *     missing or malformed
   */
  C connect(Map<String, String> environment, AttemptListener attempts);

  /** What the client sends by. */
  ApiClient http(C client);

  /** What is read, one record of it, to find out whether the credentials are accepted. */
  Reading check(C client);

  /** What judges deliveries, made from the environment; empty where the API has no webhooks. */
  default Optional<Function<Map<String, String>, Function<Delivery, DeliveryResult>>> webhooks() {
    return Optional.empty();
  }
}
