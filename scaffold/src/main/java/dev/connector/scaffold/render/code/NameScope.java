package dev.connector.scaffold.render.code;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Names that have to differ from each other, also on a file system that does not tell small letters
 * from capitals. Whoever asks first gets the name; the same questions give the same names.
 */
public final class NameScope {

  private final Set<String> taken = new HashSet<>();

  public NameScope(Collection<String> reserved) {
    reserved.forEach(name -> taken.add(name.toLowerCase(Locale.ROOT)));
  }

  /** The first of these names that is free, else the last of them with a number behind it. */
  public String take(String... wanted) {
    for (String name : wanted) {
      if (isFree(name)) {
        return taken(name);
      }
    }
    String last = wanted[wanted.length - 1];
    String stem = Words.isName(last) ? last : last + "Value";
    for (int number = 2; ; number++) {
      if (isFree(stem + number)) {
        return taken(stem + number);
      }
    }
  }

  private boolean isFree(String name) {
    return Words.isName(name) && !taken.contains(name.toLowerCase(Locale.ROOT));
  }

  private String taken(String name) {
    taken.add(name.toLowerCase(Locale.ROOT));
    return name;
  }
}
