package dev.connector.scaffold.infer.access;

import dev.connector.scaffold.description.Server;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server's URL, taken apart.
 *
 * @param kind how it is written
 * @param authority host and port with {@code {variable}}s; empty where the URL is relative
 * @param path begins with a slash and ends with none; or is empty
 */
record ServerAddress(Server server, Kind kind, String authority, String path) {

  /** How a URL is written, the best to go by first. */
  enum Kind {
    /** {@code https://host/path}. */
    SECURE,
    /** {@code //host/path}, or a variable for the scheme. */
    WITHOUT_SCHEME,
    /** {@code host/path}. */
    BARE,
    /** {@code http://host/path}. */
    PLAIN,
    /** {@code /path}, or nothing. */
    RELATIVE,
    /** In no way that leads anywhere. */
    UNREADABLE
  }

  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://(.*)");
  private static final Pattern VARIABLE_SCHEME = Pattern.compile("\\{[^{}/]+\\}://(.*)");
  private static final Pattern VARIABLE_FIRST = Pattern.compile("\\{([^{}/]+)\\}(/.*)?");
  private static final Pattern BARE_HOST =
      Pattern.compile("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,}(:[0-9]{1,5})?(/.*)?");
  private static final Pattern AUTHORITY =
      Pattern.compile("([A-Za-z0-9.-]|\\{[^{}/]+\\})+(:([0-9]{1,5}|\\{[^{}/]+\\}))?");
  private static final Pattern PATH =
      Pattern.compile("(/([^\\s\\p{Cntrl}\\\\{}]|\\{[^{}/]+\\})*)?");
  private static final int LONGEST = 1_000;

  static ServerAddress of(Server server) {
    String url = withPaths(server).strip().split("[?#]", 2)[0];
    if (url.length() > LONGEST) {
      return new ServerAddress(server, Kind.UNREADABLE, "", "");
    }
    Matcher scheme = SCHEME.matcher(url);
    if (scheme.matches()) {
      String name = scheme.group(1).toLowerCase(Locale.ROOT);
      Kind kind =
          name.equals("https") ? Kind.SECURE : name.equals("http") ? Kind.PLAIN : Kind.UNREADABLE;
      return absolute(server, kind, scheme.group(2));
    }
    Matcher variable = VARIABLE_SCHEME.matcher(url);
    if (variable.matches()) {
      return absolute(server, Kind.WITHOUT_SCHEME, variable.group(1));
    }
    if (url.startsWith("//")) {
      return absolute(server, Kind.WITHOUT_SCHEME, url.substring(2));
    }
    if (url.isEmpty() || url.startsWith("/")) {
      return checked(server, Kind.RELATIVE, "", url);
    }
    Matcher first = VARIABLE_FIRST.matcher(url);
    if (first.matches()) {
      return variableFirst(server, first);
    }
    return BARE_HOST.matcher(url).matches()
        ? absolute(server, Kind.BARE, url)
        : new ServerAddress(server, Kind.UNREADABLE, "", "");
  }

  /** A variable that holds a path with its slash would pass for a part of the host. */
  private static String withPaths(Server server) {
    String url = server.url();
    for (Map.Entry<String, Server.Variable> variable : server.variables().entrySet()) {
      if (variable.getValue().defaultValue().startsWith("/")) {
        String path = variable.getValue().defaultValue();
        String name = "{" + variable.getKey() + "}";
        url = url.replace("/" + name, path).replace(name, path);
      }
    }
    return url;
  }

  /** A variable may hold scheme and host, or a host alone. */
  private static ServerAddress variableFirst(Server server, Matcher url) {
    String name = url.group(1);
    String rest = Optional.ofNullable(url.group(2)).orElse("");
    String value =
        Optional.ofNullable(server.variables().get(name)).map(it -> it.defaultValue()).orElse("");
    Matcher scheme = SCHEME.matcher(value.strip());
    if (!scheme.matches()) {
      return absolute(server, Kind.WITHOUT_SCHEME, "{" + name + "}" + rest);
    }
    String[] parts = scheme.group(2).split("/", 2);
    String path = parts.length == 2 ? withoutSlash("/" + parts[1]) : "";
    return absolute(server, Kind.WITHOUT_SCHEME, parts[0] + path + rest);
  }

  private static ServerAddress absolute(Server server, Kind kind, String rest) {
    int slash = rest.indexOf('/');
    String authority = slash < 0 ? rest : rest.substring(0, slash);
    String host = authority.substring(authority.lastIndexOf('@') + 1);
    if (host.endsWith(":80") || host.endsWith(":443")) {
      host = host.substring(0, host.lastIndexOf(':'));
    }
    return checked(server, kind, host, slash < 0 ? "" : rest.substring(slash));
  }

  private static ServerAddress checked(Server server, Kind kind, String host, String path) {
    String trimmed = withoutSlash(path);
    boolean readable =
        (kind == Kind.RELATIVE || AUTHORITY.matcher(host).matches())
            && PATH.matcher(trimmed).matches();
    return readable
        ? new ServerAddress(server, kind, host, trimmed)
        : new ServerAddress(server, Kind.UNREADABLE, "", "");
  }

  private static String withoutSlash(String path) {
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(0, end);
  }

  boolean isAbsolute() {
    return kind != Kind.RELATIVE && kind != Kind.UNREADABLE;
  }
}
