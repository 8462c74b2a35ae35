package dev.connector.runtime.paging;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Headers;

/** The {@code Link} headers of a response (RFC 8288). */
public final class Links {
  /**
   * A target in angle brackets, which may hold commas and semicolons, and its parameters: a
   * possessive group, because another takes the stack for each of them.
   */
  private static final Pattern LINK =
      Pattern.compile(
          "<([^>]*)>((?:\\s*;\\s*[^\\s;,=]+(?:\\s*=\\s*(?:\"[^\"]*\"|[^\\s;,\"]*))?)*+)");

  /** A name, and its value with or without quotes. */
  private static final Pattern PARAMETER =
      Pattern.compile("\\G\\s*;\\s*([^\\s;,=]+)(?:\\s*=\\s*(?:\"([^\"]*)\"|([^\\s;,\"]*)))?");

  private final List<Link> links;

  private Links(List<Link> links) {
    this.links = links;
  }

  public static Links of(Headers headers) {
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
  public Optional<String> next() {
    return links.stream()
        .filter(link -> link.relations().contains("next"))
        .map(Link::target)
        .findFirst();
  }

  private static List<String> relations(String parameters) {
    Matcher parameter = PARAMETER.matcher(parameters);
    while (parameter.find()) {
      if (parameter.group(1).equalsIgnoreCase("rel")) {
        String quoted = parameter.group(2);
        String names = quoted == null ? String.valueOf(parameter.group(3)) : quoted;
        return List.of(names.toLowerCase(Locale.ROOT).strip().split("\\s+"));
      }
    }
    return List.of();
  }

  private record Link(String target, List<String> relations) {}
}
