package dev.connector.spec.definition;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

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

  /** The placeholders that the parents of a resource, and theirs, give a value. */
  public Set<String> bound(String resource) {
    Set<String> names = new LinkedHashSet<>();
    Set<String> seen = new HashSet<>();
    Optional<Parent> next = parent(resource);
    while (next.isPresent() && seen.add(next.get().resource())) {
      names.addAll(next.get().bind().keySet());
      next = parent(next.get().resource());
    }
    return names;
  }

  /** The places in the records of a resource by which its children are read, for each child. */
  public List<List<JsonPointer>> handles(String resource) {
    return resources.values().stream()
        .flatMap(it -> it.reading().parent().stream())
        .filter(it -> it.resource().equals(resource))
        .map(it -> List.copyOf(it.bind().values()))
        .filter(it -> !it.isEmpty())
        .distinct()
        .toList();
  }

  private Optional<Parent> parent(String resource) {
    return Optional.ofNullable(resources.get(resource)).flatMap(it -> it.reading().parent());
  }

  /** The environment variable that holds a setting of this connector. */
  public String variable(String setting) {
    return Setting.variable(name(), setting);
  }
}
