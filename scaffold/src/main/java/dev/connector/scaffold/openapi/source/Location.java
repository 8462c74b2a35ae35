package dev.connector.scaffold.openapi.source;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Where one file of a description is. */
public sealed interface Location {

  /** What a reference without its fragment leads to from here; empty where it is malformed. */
  Optional<Location> resolve(String reference);

  /** The path or the address; one place, one text. */
  @Override
  String toString();

  /** A file of this machine, absolute and without dots. */
  record OnDisk(Path path) implements Location {
    public OnDisk {
      path = path.toAbsolutePath().normalize();
    }

    @Override
    public Optional<Location> resolve(String reference) {
      try {
        if (isAddress(reference)) {
          return web(reference);
        }
        if (reference.regionMatches(true, 0, "file:", 0, 5)) {
          return Optional.of(new OnDisk(Path.of(new URI(reference))));
        }
        String decoded = reference.indexOf('%') < 0 ? reference : decode(reference);
        return Optional.of(new OnDisk(path.resolveSibling(decoded.replace('\\', '/'))));
      } catch (URISyntaxException | IllegalArgumentException e) {
        return Optional.empty();
      }
    }

    @Override
    public String toString() {
      return path.toString();
    }

    private static String decode(String reference) {
      return URLDecoder.decode(reference.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
  }

  /** An address. */
  record OnWeb(URI uri) implements Location {
    @Override
    public Optional<Location> resolve(String reference) {
      try {
        URI found = uri.resolve(new URI(reference.replace('\\', '/').replace(" ", "%20")));
        boolean web = found.getHost() != null && isAddress(found.toString());
        return web ? Optional.of(new OnWeb(found.normalize())) : Optional.empty();
      } catch (URISyntaxException | IllegalArgumentException e) {
        return Optional.empty();
      }
    }

    @Override
    public String toString() {
      return uri.toString();
    }
  }

  /** Nowhere to come back to: standard input, or a tree in memory. */
  record Nowhere() implements Location {
    @Override
    public Optional<Location> resolve(String reference) {
      return isAddress(reference) ? web(reference) : Optional.empty();
    }

    @Override
    public String toString() {
      return "";
    }
  }

  private static Optional<Location> web(String reference) {
    try {
      URI uri = new URI(reference.replace(" ", "%20"));
      return uri.getHost() == null ? Optional.empty() : Optional.of(new OnWeb(uri.normalize()));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static boolean isAddress(String reference) {
    String lower = reference.toLowerCase(Locale.ROOT);
    return lower.startsWith("https://") || lower.startsWith("http://");
  }
}
