package dev.connector.runtime.auth;

import java.util.Optional;

/** Where a request carries its credential. */
public sealed interface Placement {

  /** Returns the request with {@code credential} in this place, replacing what stood there. */
  okhttp3.Request put(okhttp3.Request request, String credential);

  /** The place of a bearer token: {@code Authorization: Bearer ...}. */
  static Placement bearer() {
    return header("Authorization", "Bearer");
  }

  /** A header whose whole value is the credential. */
  static Placement header(String name) {
    return new Header(name, Optional.empty());
  }

  /** A header that names its scheme first, as {@code Authorization: Token ...} does. */
  static Placement header(String name, String word) {
    return new Header(name, Optional.of(word));
  }

  /** A query parameter. */
  static Placement query(String name) {
    return new Query(name);
  }

  /** A cookie, beside whatever other cookies the request has. */
  static Placement cookie(String name) {
    return new Cookie(name);
  }

  /** A header, optionally with a word before the credential. */
  record Header(String name, Optional<String> word) implements Placement {
    @Override
    public okhttp3.Request put(okhttp3.Request request, String credential) {
      String value = word.map(scheme -> scheme + " " + credential).orElse(credential);
      return request.newBuilder().header(name, value).build();
    }
  }

  /** A query parameter; nothing but the credential is its value. */
  record Query(String name) implements Placement {
    @Override
    public okhttp3.Request put(okhttp3.Request request, String credential) {
      okhttp3.HttpUrl url = request.url().newBuilder().setQueryParameter(name, credential).build();
      return request.newBuilder().url(url).build();
    }
  }

  /** A cookie; the request's other cookies stay. */
  record Cookie(String name) implements Placement {
    @Override
    public okhttp3.Request put(okhttp3.Request request, String credential) {
      StringBuilder cookies = new StringBuilder();
      for (String header : request.headers("Cookie")) {
        for (String cookie : header.split(";")) {
          if (!cookie.isBlank() && !cookie.strip().startsWith(name + "=")) {
            cookies.append(cookie.strip()).append("; ");
          }
        }
      }
      String value = cookies.append(name).append('=').append(credential).toString();
      return request.newBuilder().header("Cookie", value).build();
    }
  }
}
