package dev.connector.registry.workspace.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The libraries of a {@code libs.versions.toml}, read only: whoever keeps one decides what is in
 * it.
 *
 * @param modules {@code group:artifact} by accessor ({@code jackson.databind})
 * @param bundles accessors by accessor of the bundle
 */
public record VersionCatalog(Map<String, String> modules, Map<String, List<String>> bundles) {

  private static final Pattern TABLE = Pattern.compile("(?m)^\\s*\\[(\\w+)]\\s*(?:#.*)?$");
  private static final Pattern ENTRY = Pattern.compile("(?m)^\\s*([\\w.-]+)\\s*=\\s*(.+)$");
  private static final Pattern MODULE =
      Pattern.compile("^[\"']([\\w.-]+:[\\w.-]+)|\\bmodule\\s*=\\s*[\"']([\\w.-]+:[\\w.-]+)[\"']");
  private static final Pattern GROUP_AND_NAME =
      Pattern.compile(
          "\\bgroup\\s*=\\s*[\"']([\\w.-]+)[\"']\\s*,\\s*name\\s*=\\s*[\"']([\\w.-]+)[\"']");
  private static final Pattern QUOTED = Pattern.compile("[\"']([\\w.-]+)[\"']");

  public VersionCatalog {
    modules = Map.copyOf(modules);
    bundles = Map.copyOf(bundles);
  }

  /** A catalog without libraries. */
  public static VersionCatalog empty() {
    return new VersionCatalog(Map.of(), Map.of());
  }

  /** Reads a catalog; lines that are not understood are passed over. */
  public static VersionCatalog parse(byte[] content) {
    String text = new String(content, UTF_8).replaceAll("(?m)^\\s*#.*$", "");
    Map<String, String> modules = new TreeMap<>();
    Map<String, List<String>> bundles = new TreeMap<>();
    Matcher entry = ENTRY.matcher(table(text, "libraries"));
    while (entry.find()) {
      Matcher module = MODULE.matcher(entry.group(2).trim());
      Matcher parts = GROUP_AND_NAME.matcher(entry.group(2));
      if (module.find()) {
        String key = module.group(1) != null ? module.group(1) : module.group(2);
        modules.put(accessor(entry.group(1)), key);
      } else if (parts.find()) {
        modules.put(accessor(entry.group(1)), parts.group(1) + ":" + parts.group(2));
      }
    }
    Matcher bundle = ENTRY.matcher(table(text, "bundles").replaceAll(",\\s*\\n", ","));
    while (bundle.find()) {
      List<String> members = new ArrayList<>();
      Matcher member = QUOTED.matcher(bundle.group(2));
      while (member.find()) {
        members.add(accessor(member.group(1)));
      }
      bundles.put(accessor(bundle.group(1)), List.copyOf(members));
    }
    return new VersionCatalog(modules, bundles);
  }

  /** The libraries behind what follows {@code libs.} in a script. */
  List<String> libraries(String accessor) {
    if (accessor.startsWith("bundles.")) {
      return bundles.getOrDefault(accessor.substring("bundles.".length()), List.of()).stream()
          .filter(modules::containsKey)
          .map(modules::get)
          .toList();
    }
    return modules.containsKey(accessor) ? List.of(modules.get(accessor)) : List.of();
  }

  private static String table(String text, String name) {
    Matcher table = TABLE.matcher(text);
    while (table.find()) {
      if (table.group(1).equals(name)) {
        int start = table.end();
        return text.substring(start, table.find() ? table.start() : text.length());
      }
    }
    return "";
  }

  private static String accessor(String alias) {
    return alias.replaceAll("[-_]", ".");
  }
}
