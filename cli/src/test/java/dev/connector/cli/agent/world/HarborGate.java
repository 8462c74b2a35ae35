package dev.connector.cli.agent.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What stands before the port's API: the login, and the limit of requests in a minute. */
public final class HarborGate {

  private static final int MOST_REQUESTS = 1200;

  private final HarborApi api;
  private final Map<String, Instant> tokens = new ConcurrentHashMap<>();
  private final Map<Long, AtomicInteger> minutes = new ConcurrentHashMap<>();
  private final AtomicInteger issued = new AtomicInteger();
  private final AtomicInteger refusals = new AtomicInteger();
  private final AtomicInteger untilExpiry = new AtomicInteger(-1);

  HarborGate(HarborApi api) {
    this.api = api;
  }

  /** Ends every session there is, once that many more requests were answered. */
  public void expireAfter(int requests) {
    untilExpiry.set(requests);
  }

  /** Answers the next requests with 429. */
  public void refuse(int requests) {
    refusals.set(requests);
  }

  /** How many tokens were handed out. */
  public int logins() {
    return issued.get();
  }

  Reply answer(Asked asked) {
    if (!asked.path().startsWith("/v1/")) {
      return HarborApi.failure(404, "HD-4000", "there is nothing here; the API begins with /v1");
    }
    long minute = Instant.now().getEpochSecond() / 60;
    int used = minutes.computeIfAbsent(minute, it -> new AtomicInteger()).incrementAndGet();
    boolean refused = used > MOST_REQUESTS || refusals.getAndUpdate(it -> Math.max(0, it - 1)) > 0;
    Reply reply =
        refused
            ? HarborApi.failure(429, "HD-4290", "too many requests").with("Retry-After", "1")
            : authorized(asked);
    return reply
        .with("X-Harbor-Limit", Integer.toString(MOST_REQUESTS))
        .with("X-Harbor-Remaining", Integer.toString(Math.max(0, MOST_REQUESTS - used)))
        .with("X-Harbor-Reset", Long.toString((minute + 1) * 60));
  }

  private Reply authorized(Asked asked) {
    if (asked.path().equals("/v1/session")) {
      return asked.method().equals("POST") ? login(asked.json()) : HarborApi.wrongMethod("POST");
    }
    if (untilExpiry.getAndDecrement() == 0) {
      tokens.replaceAll((token, end) -> Instant.EPOCH);
    }
    Optional<Instant> end = asked.header("X-Harbor-Session").map(tokens::get);
    if (end.isEmpty()) {
      return HarborApi.failure(401, "HD-2001", "no session, or one that is not known");
    }
    return end.get().isAfter(Instant.now())
        ? api.answer(asked)
        : HarborApi.failure(401, "HD-2002", "the session has expired");
  }

  private Reply login(JsonNode body) {
    if (!body.path("client_id").asText().equals(Harbor.CLIENT_ID)
        || !body.path("client_secret").asText().equals(Harbor.CLIENT_SECRET)) {
      return HarborApi.failure(401, "HD-2000", "client id or secret is wrong");
    }
    String token = "hst_" + Integer.toHexString(0x5ab1 + 7919 * issued.incrementAndGet());
    tokens.put(token, Instant.now().plusSeconds(900));
    ObjectNode reply = Row.row();
    reply.withObject("/result/session").put("token", token).put("expires_in", 900);
    return Reply.json(201, reply);
  }
}
