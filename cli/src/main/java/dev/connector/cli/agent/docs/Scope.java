package dev.connector.cli.agent.docs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * Which addresses belong to a documentation: those of one server, below one folder. Addresses of
 * one page are brought to one form.
 *
 * @param root an address of the server; its path ends with a slash
 */
record Scope(HttpUrl root) {

  private static final Pattern TRACKING =
      Pattern.compile(
          "utm_.*|gclid|fbclid|msclkid|mc_[ce]id|_ga|_gl|ref|referrer|source|session.*");
  private static final Pattern NO_PAGE =
      Pattern.compile(
          ".*\\.(png|jpe?g|gif|svg|webp|ico|bmp|css|m?js|map|woff2?|ttf|eot|otf|zip|gz|tgz|tar|rar|7z"
              + "|pdf|docx?|xlsx?|pptx?|mp[34]|webm|mov|avi|wav|exe|dmg|jar|whl|deb|rpm|rss|atom)");
  private static final int MOST_SEGMENTS = 15;
  private static final int LONGEST = 1000;

  /** The folder that an address is in, or that it is where its last part looks like a folder. */
  static Scope of(HttpUrl start) {
    List<String> segments = new ArrayList<>(start.pathSegments());
    String last = segments.remove(segments.size() - 1);
    HttpUrl.Builder root = start.newBuilder().query(null).fragment(null).encodedPath("/");
    segments.forEach(root::addPathSegment);
    if (!last.isEmpty() && last.indexOf('.') < 0) {
      root.addPathSegment(last);
    }
    HttpUrl folder = root.build();
    boolean ended = folder.encodedPath().endsWith("/");
    return new Scope(ended ? folder : folder.newBuilder().addPathSegment("").build());
  }

  /** The folder around this one, on the same server; the uppermost is its own. */
  Scope wider() {
    HttpUrl parent = root.resolve("..");
    return parent == null ? this : new Scope(parent);
  }

  /**
   * The one form of a page's address: no fragment, nothing that only tracks readers, parameters in
   * order. Empty for what is no page of this server, or carries a password.
   */
  Optional<HttpUrl> page(HttpUrl from, String link) {
    HttpUrl found = link.length() > LONGEST ? null : from.resolve(link.strip());
    return found == null ? Optional.empty() : page(found);
  }

  Optional<HttpUrl> page(HttpUrl found) {
    boolean upgraded = !found.isHttps() && root.isHttps() && found.port() == 80;
    int port = upgraded ? 443 : found.port();
    if (!found.host().equals(root.host())
        || port != root.port()
        || found.isHttps() && !root.isHttps()
        || !found.username().isEmpty()
        || !found.password().isEmpty()) {
      return Optional.empty();
    }
    String path = found.encodedPath().replaceAll("/{2,}", "/").replaceAll("(?i)%7e", "~");
    HttpUrl.Builder page = root.newBuilder().encodedPath(path).query(null);
    for (String name : new TreeSet<>(found.queryParameterNames())) {
      if (!TRACKING.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
        found.queryParameterValues(name).forEach(value -> page.addQueryParameter(name, value));
      }
    }
    return Optional.of(page.build()).filter(Scope::isPage);
  }

  /** Whether a page lies below the folder, or is it. */
  boolean holds(HttpUrl page) {
    String path = page.encodedPath();
    return path.startsWith(root.encodedPath()) || (path + "/").equals(root.encodedPath());
  }

  private static boolean isPage(HttpUrl page) {
    Map<String, Integer> repeated = new HashMap<>();
    page.pathSegments().forEach(segment -> repeated.merge(segment, 1, Integer::sum));
    return !NO_PAGE.matcher(page.encodedPath().toLowerCase(Locale.ROOT)).matches()
        && page.pathSize() <= MOST_SEGMENTS
        && repeated.values().stream().allMatch(times -> times <= 3)
        && page.toString().length() <= LONGEST;
  }

  /** Pages met so far: the ways to write one page are one, and a path has few variants. */
  static final class Met {

    private static final int MOST_VARIANTS = 4;

    private final Set<String> pages = new HashSet<>();
    private final Map<String, Integer> variants = new HashMap<>();

    /** Whether the page is new. */
    boolean isNew(HttpUrl page) {
      String path =
          page.encodedPath()
              .replaceFirst("/(index|readme)\\.(html?|mdx?)$", "/")
              .replaceFirst("\\.(html?|mdx?)$", "")
              .replaceFirst("/$", "");
      return pages.add(path + "?" + page.encodedQuery())
          && variants.merge(path, 1, Integer::sum) <= MOST_VARIANTS;
    }
  }
}
