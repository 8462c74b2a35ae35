package dev.connector.scaffold.infer.assembly;

import java.util.List;

/**
 * What of an API a connector is wanted for; an empty list selects everything.
 *
 * @param resources names of resources
 * @param tags tags of operations, as the document writes them
 * @param include patterns over paths and operationIds, {@code *} for anything; one has to fit
 * @param exclude patterns of which none may fit
 */
public record Selection(
    List<String> resources, List<String> tags, List<String> include, List<String> exclude) {

  public Selection {
    resources = List.copyOf(resources);
    tags = List.copyOf(tags);
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
  }

  /** Everything there is. */
  public static Selection everything() {
    return new Selection(List.of(), List.of(), List.of(), List.of());
  }
}
