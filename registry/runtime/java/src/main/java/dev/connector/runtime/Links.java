package dev.connector.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Headers;

/** The {@code Link} headers of a response (RFC 8288). */
final class Links {
  /** A target in angle brackets, which may hold commas and semicolons, and its parameters. */
  private static final Pattern LINK =
      Pattern.compile(
          "<([^>]*)>((?:\\s*;\\s*[^\\s;,=]+(?:\\s*=\\s*(?:\"[^\"]*\"|[^\\s;,\"]*))?)*)");

  private static final Pattern RELATION =
      Pattern.compile(";\\s*rel\\s*=\\s*(?:\"([^\"]*)\"|([^\\s;,\"]*))", Pattern.CASE_INSENSITIVE);

  private final List<Link> links;

  private Links(List<Link> links) {
    this.links = links;
  }

  static Links of(Headers headers) {
    List<Link> links = new ArrayList<>();
    for (String header : headers.values("Link")) {
      Matcher link = LINK.matcher(header);
      while (link.find()) {
        links.add(new Link(link.group(1), relations(link.group(2))));
      }
    }
    return new Links(links);
  }

  /** The target of the link to the next page. */
  Optional<String> next() {
    return links.stream()
        .filter(link -> link.relations().contains("next"))
        .map(Link::target)
        .findFirst();
  }

  private static List<String> relations(String parameters) {
    Matcher relation = RELATION.matcher(parameters);
    if (!relation.find()) {
      return List.of();
    }
    String names = relation.group(1) == null ? relation.group(2) : relation.group(1);
    return List.of(names.toLowerCase(Locale.ROOT).strip().split("\\s+"));
  }

  private record Link(String target, List<String> relations) {}
}
