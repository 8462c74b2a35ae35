package dev.connector.cli.agent.model;

import dev.connector.cli.terminal.Text;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What a failed call means to the user: what failed, and what to do. */
final class Diagnosis {

  private static final int LONGEST = 300;

  private final Endpoint endpoint;
  private final String model;
  private final Limits limits;
  private final Waiting waiting;

  Diagnosis(Endpoint endpoint, String model, Limits limits, Waiting waiting) {
    this.endpoint = endpoint;
    this.model = model;
    this.limits = limits;
    this.waiting = waiting;
  }

  /**
   * A server's refusal.
   *
   * @param offered the models that it has, where they were asked for
   */
  ConnectorException of(ErrorAnswer error, List<String> offered) {
    String said = said(error);
    String variable = endpoint.keyVariable();
    if (error.status() == 401 || error.status() == 403) {
      boolean keyed = endpoint.credential().isPresent();
      return new ConnectorException(
          Kind.AUTHENTICATION,
          endpoint.host() + (keyed ? " refuses " + variable : " wants a key") + said,
          keyed ? "set " + variable + " to a key that may use " + shown(model) : "set " + variable);
    }
    if (error.unknown()) {
      return new ConnectorException(
          Kind.FAILED,
          endpoint.host() + " knows no model " + shown(model) + said,
          offered.isEmpty() ? "check --model and --base-url" : choose(offered));
    }
    if (error.status() / 100 == 3) {
      return failed(" redirects, which is not followed", "give its own address with --base-url");
    }
    if (error.outOfMoney()) {
      return failed(" has nothing left to pay with" + said, "see to the account of " + variable);
    }
    if (error.passes()) {
      String wait =
          error.retryAfter().map(it -> "; it asks to wait " + it.toSeconds() + " s").orElse("");
      return new ConnectorException(
          Kind.NETWORK,
          endpoint.host() + " is overloaded or limits the rate" + wait + said,
          "try again later, or allow more time with --timeout");
    }
    return failed(" answered " + error.status() + said, "check --model and --base-url");
  }

  /** A failure on the way. */
  ConnectorException of(IOException failure, Duration left) {
    if (failure instanceof AnswerException answer) {
      return switch (answer.flaw()) {
        case BROKEN_OFF -> brokenOff(failure);
        case FORMAT ->
            failed(
                " does not answer as " + endpoint.provider().label() + "'s API does",
                "check --base-url and --provider");
        case TOO_LARGE -> failed(" answers without end", "ask another model with --model");
      };
    }
    if (Thread.currentThread().isInterrupted()) {
      return interrupted(failure);
    }
    boolean ended =
        failure instanceof InterruptedIOException && !(failure instanceof SocketTimeoutException);
    if (ended || left.toMillis() == 0) {
      return network(
          " did not finish its answer within " + seconds(limits.timeout()),
          "allow more time with --timeout",
          failure);
    }
    String reason = String.valueOf(failure.getMessage());
    boolean connecting = reason.toLowerCase(Locale.ROOT).contains("connect");
    if (failure instanceof SocketTimeoutException && !connecting) {
      return network(" said nothing for " + seconds(waiting.silence()), "try again later", failure);
    }
    if (failure instanceof ProtocolException || reason.contains("end of stream")) {
      return brokenOff(failure);
    }
    return network(
        " cannot be reached" + colon(reason),
        Endpoint.loopback(endpoint.base())
            ? "start the server, or name another with --base-url"
            : "check the network and --base-url, then run it again",
        failure);
  }

  ConnectorException interrupted(Exception cause) {
    return new ConnectorException(
        Kind.FAILED, "the wait for " + endpoint.host() + " was interrupted", "", cause);
  }

  /** No model was named. */
  static ConnectorException unnamed(List<String> offered) {
    return new ConnectorException(
        Kind.USAGE,
        "no model is named",
        offered.isEmpty() ? "name one with --model or CONNECTOR_MODEL" : choose(offered));
  }

  private static String choose(List<String> offered) {
    return "choose one with --model: " + String.join(", ", offered);
  }

  private ConnectorException brokenOff(IOException cause) {
    return network(" broke off in the middle of its answer", "run it again", cause);
  }

  private ConnectorException failed(String what, String hint) {
    return new ConnectorException(Kind.FAILED, endpoint.host() + what, hint);
  }

  private ConnectorException network(String what, String hint, IOException cause) {
    return new ConnectorException(Kind.NETWORK, endpoint.host() + what, hint, cause);
  }

  private String said(ErrorAnswer error) {
    return colon(error.getMessage());
  }

  private String colon(String text) {
    String shown = shown(text);
    return shown.isEmpty() ? "" : ": " + shown;
  }

  private String shown(String text) {
    return Text.shorten(Text.visible(endpoint.hidden(text)).strip(), LONGEST);
  }

  private static String seconds(Duration time) {
    return Math.max(1, time.toSeconds()) + " s";
  }
}
