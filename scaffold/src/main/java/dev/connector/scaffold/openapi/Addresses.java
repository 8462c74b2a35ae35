package dev.connector.scaffold.openapi;

import dev.connector.scaffold.openapi.source.DescriptionSource;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** How a description's address is shown and recorded: without what may be a secret. */
final class Addresses {

  private static final List<String> SECRET =
      List.of("token", "key", "secret", "sig", "auth", "pass", "credential", "jwt", "session");

  private Addresses() {}

  static String shown(DescriptionSource source) {
    if (source instanceof DescriptionSource.LocalFile file) {
      return file.path().toString().replace('\\', '/');
    }
    return source instanceof DescriptionSource.Address address ? shown(address.uri()) : "";
  }

  private static String shown(URI uri) {
    String query = uri.getRawQuery();
    String text = uri.toString();
    int end = text.indexOf('?');
    return query == null || end < 0 ? text : text.substring(0, end) + withoutSecrets(query);
  }

  private static String withoutSecrets(String query) {
    StringJoiner kept = new StringJoiner("&", "?", "").setEmptyValue("");
    for (String pair : query.split("&")) {
      String name = pair.toLowerCase(Locale.ROOT);
      int equals = name.indexOf('=');
      String bare = equals < 0 ? name : name.substring(0, equals);
      if (SECRET.stream().noneMatch(bare::contains)) {
        kept.add(pair);
      }
    }
    return kept.toString();
  }
}
