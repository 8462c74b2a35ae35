package dev.connector.scaffold.infer.access;

import dev.connector.scaffold.lexicon.Lexicon;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells the hosts that are somewhere from those that stand for one. */
final class Places {

  private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
  private static final Pattern NO_ADDRESS_OF_OTHERS =
      Pattern.compile("(0|10|127|169\\.254|192\\.168|172\\.(1[6-9]|2[0-9]|3[01]))\\..*");

  private final Lexicon lexicon;

  Places(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** Whether a host, with a port or without, may be found on the internet. */
  boolean isReal(String host) {
    String name = host.split(":", 2)[0].toLowerCase(Locale.ROOT);
    if (ADDRESS.matcher(name).matches()) {
      return !NO_ADDRESS_OF_OTHERS.matcher(name).matches();
    }
    List<String> labels = List.of(name.split("\\."));
    String top = labels.get(labels.size() - 1);
    boolean two = labels.size() >= 2 && labels.stream().noneMatch(String::isEmpty);
    return two
        && top.length() >= 2
        && lexicon.weight("unrealDomain", top) == 0
        && lexicon.weight("unrealDomain", labels.get(labels.size() - 2) + "." + top) == 0
        && labels.stream().noneMatch(this::isPlaceholder);
  }

  /** Whether a text stands for another that a user knows. */
  boolean isPlaceholder(String text) {
    return text.isBlank()
        || text.indexOf('{') >= 0
        || text.indexOf('<') >= 0
        || Terms.words(text).stream().anyMatch(it -> lexicon.weight("placeholderWord", it) > 0);
  }
}
