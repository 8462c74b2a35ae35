package dev.connector.spec.conformance.mock.fault;

import dev.connector.spec.conformance.mock.exchange.Reply;
import dev.connector.spec.definition.Definition;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;

/** What is wrong with an answer as a whole, in an HTTP message that is right. */
public sealed interface ReplyFault extends Fault {

  /** The answer with the fault in it, or nothing where it cannot have it. */
  Optional<Reply> spoil(Reply good, Definition definition);

  /**
   * Another answer altogether, and nothing is done of what was asked. {@link Fault} makes the usual
   * ones.
   */
  record Answered(int status, Map<String, String> headers, String body) implements ReplyFault {
    public Answered {
      headers = Map.copyOf(headers);
    }

    @Override
    public Optional<Reply> spoil(Reply good, Definition definition) {
      return Optional.of(new Reply(status, headers, body));
    }
  }

  /** JSON that ends in the middle. */
  record Malformed() implements ReplyFault {
    @Override
    public Optional<Reply> spoil(Reply good, Definition definition) {
      return good.body().isEmpty()
          ? Optional.empty()
          : Optional.of(good.body(good.body().substring(0, good.body().length() / 2)));
    }
  }

  /** The first field of the first object comes twice, the second time as null. */
  record DuplicateKey() implements ReplyFault {
    @Override
    public Optional<Reply> spoil(Reply good, Definition definition) {
      int name = good.body().indexOf("{\"");
      int colon = good.body().indexOf("\":", name);
      if (name < 0 || colon < 0) {
        return Optional.empty();
      }
      String twice = good.body().substring(name + 1, colon + 2) + "null,";
      return Optional.of(
          good.body(good.body().substring(0, name + 1) + twice + good.body().substring(name + 1)));
    }
  }

  /** An error in the form the definition declares, with status 200 where that is what it says. */
  record DeclaredError() implements ReplyFault {
    @Override
    public Optional<Reply> spoil(Reply good, Definition definition) {
      return definition.errors().stream()
          .filter(it -> it.when().isPresent())
          .findFirst()
          .map(DeclaredForm::of);
    }
  }

  /** The right answer with further headers. */
  record Headed(Map<String, String> headers) implements ReplyFault {
    public Headed {
      headers = Map.copyOf(headers);
    }

    @Override
    public Optional<Reply> spoil(Reply good, Definition definition) {
      Reply headed = good;
      for (var header : headers.entrySet()) {
        headed = headed.header(header.getKey(), header.getValue());
      }
      return Optional.of(headed);
    }

    /** {@code X-RateLimit-*}, with the seconds until the count starts anew. */
    public static Headed remaining(int left, Duration reset) {
      return common(left, reset.toSeconds());
    }

    /** {@code X-RateLimit-*}, with the time at which the count starts anew. */
    public static Headed remainingUntil(int left, Instant reset) {
      return common(left, reset.getEpochSecond());
    }

    /** {@code RateLimit}, as the IETF has it. */
    public static Headed rateLimit(int left, Duration reset) {
      return new Headed(
          Map.of(
              "RateLimit-Policy",
              "\"default\";q=100;w=" + Math.max(1, reset.toSeconds()),
              "RateLimit",
              "\"default\";r=" + left + ";t=" + reset.toSeconds()));
    }

    /** The answer of a server whose clock says this. */
    public static Headed date(Instant time) {
      return new Headed(
          Map.of(
              "Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atOffset(ZoneOffset.UTC))));
    }

    private static Headed common(int left, long reset) {
      return new Headed(
          Map.of(
              "X-RateLimit-Remaining",
              String.valueOf(left),
              "X-RateLimit-Reset",
              String.valueOf(reset)));
    }
  }

  /**
   * Something happens to the data just after the answer was made, as while a list is being read.
   */
  record Meanwhile(Runnable change) implements ReplyFault {
    @Override
    public Optional<Reply> spoil(Reply good, Definition definition) {
      change.run();
      return Optional.of(good);
    }
  }
}
