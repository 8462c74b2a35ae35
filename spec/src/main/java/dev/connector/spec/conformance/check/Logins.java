package dev.connector.spec.conformance.check;

import dev.connector.spec.conformance.mock.MockApi;
import dev.connector.spec.definition.AuthenticationScheme;
import dev.connector.spec.definition.Definition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.ByteString;

/**
 * Lets a mock API answer the logins that a connector makes before what a fixture is about: these go
 * to the API's own address, and no fixture speaks of them.
 *
 * @param paths of the requests that log in, below the base URL
 */
record Logins(MockApi mock, Set<String> paths, OkHttpClient http) {

  static Logins of(Definition definition, MockApi mock) {
    Set<String> paths =
        definition.authentication().stream()
            .filter(AuthenticationScheme.Session.class::isInstance)
            .map(it -> ((AuthenticationScheme.Session) it).login())
            .filter(it -> it.baseUrl().isEmpty())
            .map(it -> it.path().text())
            .collect(Collectors.toSet());
    return new Logins(mock, paths, new OkHttpClient());
  }

  Optional<MockResponse> answer(RecordedRequest request) {
    HttpUrl base = HttpUrl.get(mock.baseUrl());
    String path = request.getUrl().encodedPath();
    String prefix = base.encodedPath().replaceFirst("/$", "");
    return path.startsWith(prefix) && paths.contains(path.substring(prefix.length()))
        ? Optional.of(forwarded(request))
        : Optional.empty();
  }

  private MockResponse forwarded(RecordedRequest request) {
    HttpUrl url =
        HttpUrl.get(mock.baseUrl())
            .newBuilder()
            .encodedPath(request.getUrl().encodedPath())
            .encodedQuery(request.getUrl().encodedQuery())
            .build();
    ByteString body = Optional.ofNullable(request.getBody()).orElse(ByteString.EMPTY);
    Request.Builder same = new Request.Builder().url(url).headers(request.getHeaders());
    boolean bare = request.getMethod().equals("GET");
    same.method(request.getMethod(), bare ? null : RequestBody.create(body.toByteArray()));
    try (Response response = http.newCall(same.removeHeader("Host").build()).execute()) {
      return new MockResponse.Builder()
          .code(response.code())
          .addHeader("Content-Type", response.header("Content-Type", "application/json"))
          .body(response.body().string())
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
