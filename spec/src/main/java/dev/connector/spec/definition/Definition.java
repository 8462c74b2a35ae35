package dev.connector.spec.definition;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A connector as data: everything {@code connector.json} says.
 *
 * @param authentication alternatives in order of preference; the first whose settings are all
 *     present is used; empty where the API asks for nothing
 * @param resources by name, in the order written
 * @param check the operation ({@code owners.list}) that tells whether credentials work
 * @param custom what the format cannot say and code does, one sentence each
 */
public record Definition(
    Metadata metadata,
    Endpoint endpoint,
    Map<String, Setting> settings,
    List<AuthenticationScheme> authentication,
    Limits limits,
    List<ErrorRule> errors,
    PolicyDefaults policy,
    Map<String, Resource> resources,
    Optional<Webhooks> webhooks,
    Optional<OperationName> check,
    List<String> custom) {

  /** The one version of the format there is. */
  public static final int FORMAT = 1;

  public Definition {
    Objects.requireNonNull(metadata);
    Objects.requireNonNull(endpoint);
    settings = Ordered.copy(settings);
    authentication = List.copyOf(authentication);
    Objects.requireNonNull(limits);
    errors = List.copyOf(errors);
    Objects.requireNonNull(policy);
    resources = Ordered.copy(resources);
    Objects.requireNonNull(webhooks);
    Objects.requireNonNull(check);
    custom = List.copyOf(custom);
  }

  /** The connector's name, {@code hubspot}. */
  public String name() {
    return metadata.name();
  }

  /** The connector's semantic version. */
  public String version() {
    return metadata.version();
  }

  /** The product's name as its vendor writes it. */
  public String title() {
    return metadata.title();
  }

  /** What the connector reads and writes, in a sentence or two. */
  public String description() {
    return metadata.description();
  }

  /** The environment variable that holds a setting of this connector. */
  public String variable(String setting) {
    return Setting.variable(name(), setting);
  }
}
