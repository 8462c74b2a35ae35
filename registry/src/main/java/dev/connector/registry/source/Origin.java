package dev.connector.registry.source;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** Where an item came from, exactly enough to tell whether there is another by now. */
public sealed interface Origin {

  /** What to call it: a registry's name or address, or a description's address. */
  String source();

  /** The source as people are told of it, with the branch, tag or commit it is held to. */
  default String shown() {
    return source();
  }

  /** Git's tree id of the item's files: equal ids, equal content, whatever the origin. */
  String tree();

  /**
   * A registry.
   *
   * @param registry the registry's name ({@code default}, {@code @acme}) or its address without
   *     credentials
   * @param ref the branch, tag or commit asked for; empty for the registry's default
   * @param commit the commit the item was read at; empty for a folder whose content is in no commit
   */
  record Registered(String registry, String ref, String commit, String tree) implements Origin {
    public Registered {
      Objects.requireNonNull(registry);
      Objects.requireNonNull(ref);
      Objects.requireNonNull(commit);
      Objects.requireNonNull(tree);
    }

    @Override
    public String source() {
      return registry;
    }

    @Override
    public String shown() {
      return ref.isEmpty() ? registry : registry + " at " + ref;
    }
  }

  /**
   * The templates, filled in from an API's description.
   *
   * @param description the description's address without credentials, or its path relative to the
   *     project; empty where there was none
   * @param sha256 of the description, all its files together, in lower-case hexadecimal; empty
   *     where there was none
   * @param selection what of the description was wanted, by the kind of choice ({@code resources});
   *     empty for everything
   * @param templates the version of the templates
   */
  record Rendered(
      String description,
      String sha256,
      SortedMap<String, List<String>> selection,
      String templates,
      String tree)
      implements Origin {
    public Rendered {
      selection = Collections.unmodifiableSortedMap(new TreeMap<>(selection));
      Objects.requireNonNull(description);
      Objects.requireNonNull(sha256);
      Objects.requireNonNull(templates);
      Objects.requireNonNull(tree);
    }

    /** The same with the files of a tree. */
    Rendered with(String tree) {
      return new Rendered(description, sha256, selection, templates, tree);
    }

    @Override
    public String source() {
      return description.isEmpty() ? "templates" : description;
    }
  }
}
