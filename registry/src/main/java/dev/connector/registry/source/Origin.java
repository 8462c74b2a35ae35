package dev.connector.registry.source;

import java.util.Objects;

/**
 * Where an item came from, exactly enough to tell whether the registry now has another.
 *
 * @param registry the registry's name ({@code default}, {@code @acme}) or its address without
 *     credentials
 * @param ref the branch, tag or commit asked for; empty for the registry's default
 * @param commit the commit the item was read at; empty for a folder whose content is in no commit
 * @param tree git's tree id of the item's files: equal ids, equal content, whichever registry
 */
public record Origin(String registry, String ref, String commit, String tree) {
  public Origin {
    Objects.requireNonNull(registry);
    Objects.requireNonNull(ref);
    Objects.requireNonNull(commit);
    Objects.requireNonNull(tree);
  }
}
