package dev.connector.cli.agent.docs;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Declarations of CSS, as far as they hide what they apply to. */
record Style(Map<String, String> declarations) {

  private static final Pattern NUMBER = Pattern.compile("(-?\\d*\\.?\\d+)([a-z%]*)");
  private static final Pattern MOVED = Pattern.compile("translate[xy3d]*\\([^)]*-\\d{3,}");
  private static final Pattern CLIPPED =
      Pattern.compile("rect\\(\\s*[01](px)?\\b.*|inset\\(\\s*(50|100)%.*|circle\\(\\s*0.*");
  private static final Set<String> OFFSETS =
      Set.of("left", "top", "right", "bottom", "margin-left", "margin-top", "text-indent");

  Style {
    declarations = Map.copyOf(declarations);
  }

  static Style of(String css) {
    Map<String, String> declarations = new HashMap<>();
    for (String declaration : css.replaceAll("/\\*[^*]*\\*/", "").split(";")) {
      int colon = declaration.indexOf(':');
      if (colon > 0) {
        String value = declaration.substring(colon + 1).toLowerCase(Locale.ROOT);
        declarations.put(
            declaration.substring(0, colon).strip().toLowerCase(Locale.ROOT),
            value.replace("!important", "").strip());
      }
    }
    return new Style(declarations);
  }

  /** Whether people do not see what has this style: not shown, without size, off the screen. */
  boolean hides() {
    return is("display", "none")
        || is("visibility", "hidden")
        || is("visibility", "collapse")
        || is("content-visibility", "hidden")
        || number("opacity", 1) < 0.05
        || number("font-size", 100) < smallest()
        || OFFSETS.stream().anyMatch(this::isFarAway)
        || CLIPPED.matcher(value("clip")).matches()
        || CLIPPED.matcher(value("clip-path")).matches()
        || MOVED.matcher(value("transform")).find()
        || value("transform").matches("scale[xy]?\\(\\s*0\\s*[,)].*")
        || hasNoRoom()
        || hasNoColour();
  }

  private String value(String name) {
    return declarations.getOrDefault(name, "");
  }

  private boolean is(String name, String value) {
    return value(name).equals(value);
  }

  private double number(String name, double otherwise) {
    Matcher number = NUMBER.matcher(value(name));
    return number.lookingAt() ? Double.parseDouble(number.group(1)) : otherwise;
  }

  private double smallest() {
    return value("font-size").matches(".*(em|vw|vh)") ? 0.1 : 2;
  }

  private boolean isFarAway(String offset) {
    Matcher number = NUMBER.matcher(value(offset));
    if (!number.lookingAt()) {
      return false;
    }
    double distance = Double.parseDouble(number.group(1));
    return switch (number.group(2)) {
      case "em", "rem" -> distance <= -50 || distance >= 500;
      case "%", "vw", "vh" -> distance <= -100 || distance >= 500;
      default -> distance <= -500 || distance >= 5000;
    };
  }

  private boolean hasNoRoom() {
    boolean clipped = value("overflow").startsWith("hidden") || value("overflow").equals("clip");
    return clipped
        && (number("height", 100) <= 1
            || number("width", 100) <= 1
            || number("max-height", 100) <= 1
            || number("max-width", 100) <= 1);
  }

  private boolean hasNoColour() {
    String colour = value("color");
    String ground = declarations.getOrDefault("background-color", value("background"));
    return colour.equals("transparent")
        || colour.matches("(rgba|hsla)\\(.*,\\s*0?\\.?0+\\s*\\)")
        || !colour.isEmpty() && colour.equals(ground);
  }
}
