package dev.connector.cli.agent.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.cli.terminal.Text;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.CookieJar;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** A model behind HTTP. No redirect is followed, so that key and conversation stay where sent. */
final class WireModel implements Model {

  private static final MediaType TYPE = MediaType.get("application/json");
  private static final int MOST_NAMES = 10;
  private static final int LONGEST_NAME = 80;
  private static final Duration LISTING = Duration.ofSeconds(10);

  private final Endpoint endpoint;
  private final Wire wire;
  private final String model;
  private final Limits limits;
  private final Waiting waiting;
  private final OkHttpClient client;

  WireModel(Endpoint endpoint, Wire wire, String model, Limits limits, Waiting waiting) {
    this.endpoint = endpoint;
    this.wire = wire;
    this.model = model;
    this.limits = limits;
    this.waiting = waiting;
    this.client =
        new OkHttpClient.Builder()
            .connectTimeout(waiting.connect())
            .readTimeout(waiting.silence())
            .writeTimeout(waiting.silence())
            .followRedirects(false)
            .followSslRedirects(false)
            .cookieJar(CookieJar.NO_COOKIES)
            .build();
  }

  @Override
  public String name() {
    return endpoint.provider().label() + "/" + Text.visible(model);
  }

  @Override
  public Reply reply(Conversation conversation, Consumer<String> words) {
    Backoff backoff = new Backoff(limits.timeout(), waiting.sleeper());
    Diagnosis diagnosis = new Diagnosis(endpoint, model, limits, waiting);
    ObjectNode request = wire.request(conversation);
    while (true) {
      try {
        return attempt(request, words, backoff.left());
      } catch (ErrorAnswer error) {
        if (error.tooLong()) {
          return new Reply(List.of(), Reply.Stop.TOO_LONG, Reply.Usage.NONE);
        }
        Optional<ObjectNode> mended = wire.mended(request, error);
        if (mended.isPresent()) {
          request = mended.get();
        } else if (!error.passes() || !waited(backoff, error, diagnosis)) {
          throw diagnosis.of(error, error.unknown() ? offered() : List.of());
        }
      } catch (IOException e) {
        throw diagnosis.of(e, backoff.left());
      }
    }
  }

  private static boolean waited(Backoff backoff, ErrorAnswer error, Diagnosis diagnosis) {
    try {
      return backoff.wait(error.retryAfter());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw diagnosis.interrupted(e);
    }
  }

  private Reply attempt(ObjectNode body, Consumer<String> words, Duration left)
      throws IOException, ErrorAnswer {
    Request.Builder request =
        endpoint.request(wire.path()).post(RequestBody.create(body.toString(), TYPE));
    wire.head(request);
    try (Response response = call(request, left).execute()) {
      if (!response.isSuccessful()) {
        throw ErrorAnswer.of(response, Instant.now());
      }
      return wire.reply(Answers.bounded(response.body().source()), words);
    }
  }

  private Call call(Request.Builder request, Duration left) {
    Call call = client.newCall(request.build());
    // Nothing left would mean no limit to OkHttp.
    call.timeout().timeout(Math.max(1, left.toMillis()), TimeUnit.MILLISECONDS);
    return call;
  }

  /** Names of models that the server lists, the first few; none where it lists none. */
  List<String> offered() {
    Request.Builder request = endpoint.request(wire.models());
    wire.head(request);
    List<String> names = new ArrayList<>();
    try (Response response = call(request, LISTING).execute()) {
      if (response.isSuccessful()) {
        String listed = Answers.bounded(response.body().source()).readUtf8();
        for (JsonNode entry : Answers.JSON.readTree(listed).path("data")) {
          String name = Text.shorten(Text.visible(entry.path("id").asText()), LONGEST_NAME);
          if (!name.isBlank() && names.size() < MOST_NAMES) {
            names.add(endpoint.hidden(name));
          }
        }
      }
    } catch (IOException e) {
      return List.of(); // it was only to help
    }
    return List.copyOf(names);
  }
}
