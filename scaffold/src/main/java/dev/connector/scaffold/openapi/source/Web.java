package dev.connector.scaffold.openapi.source;

import dev.connector.scaffold.openapi.document.Limits;
import dev.connector.spec.engine.Boundaries;
import dev.connector.spec.engine.GuardedSockets;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import okhttp3.CookieJar;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Files that are fetched: over TLS, from public addresses, judged anew at each redirect and by the
 * address that is really connected to. Only the server that the user named may be this machine.
 */
final class Web {

  private static final String DOWNLOAD =
      "download the document, and give the file: connector new --from-openapi <file>";

  private enum Reach {
    PUBLIC,
    THIS_MACHINE
  }

  private final boolean privateNetworks;
  private final Map<Reach, OkHttpClient> clients = new EnumMap<>(Reach.class);
  private Optional<URI> trusted = Optional.empty();

  Web(boolean privateNetworks) {
    this.privateNetworks = privateNetworks;
  }

  /** The document that the user named, on this machine too. */
  Content named(URI uri) throws RefusedException {
    trusted = Boundaries.isThisMachine(uri) ? Optional.of(uri) : Optional.empty();
    return referenced(uri);
  }

  /** A file that a document names. */
  Content referenced(URI first) throws RefusedException {
    URI uri = first;
    for (int i = 0; i <= Limits.MOST_REDIRECTS; i++) {
      try (Response response = client(uri).newCall(request(uri)).execute()) {
        String next = response.header("Location");
        if (!response.isRedirect() || next == null) {
          return new Content(new Location.OnWeb(uri), body(response));
        }
        uri =
            new Location.OnWeb(uri)
                .resolve(next)
                .filter(Location.OnWeb.class::isInstance)
                .map(it -> ((Location.OnWeb) it).uri())
                .orElseThrow(() -> new RefusedException("redirects to no address", DOWNLOAD));
      } catch (IOException e) {
        throw new RefusedException(problem(e), DOWNLOAD, e);
      }
    }
    throw new RefusedException("redirects more than " + Limits.MOST_REDIRECTS + " times", DOWNLOAD);
  }

  private static byte[] body(Response response) throws IOException, RefusedException {
    if (!response.isSuccessful()) {
      throw new RefusedException("is answered with " + response.code(), DOWNLOAD);
    }
    try (InputStream in = response.body().byteStream()) {
      return Folder.limited(in);
    }
  }

  private static String problem(IOException failure) {
    if (GuardedSockets.refused(failure)) {
      return "is on this machine or in a private network, and is not fetched";
    }
    if (failure instanceof UnknownHostException) {
      return "cannot be fetched: its host is not known";
    }
    return failure instanceof InterruptedIOException
        ? "did not arrive within " + Limits.MOST_SECONDS + " seconds"
        : "cannot be fetched: the connection failed";
  }

  private OkHttpClient client(URI uri) throws RefusedException {
    boolean named = trusted.isPresent() && origin(uri).equals(origin(trusted.get()));
    if (!named && !"https".equalsIgnoreCase(uri.getScheme())) {
      throw new RefusedException("would be fetched without TLS", "use its https address, if any");
    }
    if (uri.getRawUserInfo() != null) {
      throw new RefusedException("has a password in its address", DOWNLOAD);
    }
    return clients.computeIfAbsent(named ? Reach.THIS_MACHINE : Reach.PUBLIC, this::client);
  }

  private OkHttpClient client(Reach reach) {
    Boundaries boundaries = new Boundaries(reach == Reach.THIS_MACHINE, privateNetworks);
    return GuardedSockets.client(boundaries, List.of())
        .newBuilder()
        .followRedirects(false)
        .followSslRedirects(false)
        .cookieJar(CookieJar.NO_COOKIES)
        .callTimeout(Duration.ofSeconds(Limits.MOST_SECONDS))
        .build();
  }

  private static Request request(URI uri) throws RefusedException {
    try {
      return new Request.Builder()
          .url(uri.toString())
          .header("User-Agent", "connector")
          .header("Accept", "application/json, application/yaml, text/yaml, */*;q=0.5")
          .build();
    } catch (IllegalArgumentException e) {
      throw new RefusedException("is no address that can be fetched", DOWNLOAD, e);
    }
  }

  private static String origin(URI uri) {
    return uri.getScheme().toLowerCase(Locale.ROOT)
        + "://"
        + uri.getHost().toLowerCase(Locale.ROOT)
        + ":"
        + uri.getPort();
  }
}
