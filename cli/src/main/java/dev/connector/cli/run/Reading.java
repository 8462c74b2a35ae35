package dev.connector.cli.run;

import dev.connector.runtime.connector.Connector;
import dev.connector.runtime.connector.Description;
import dev.connector.runtime.connector.Event;
import dev.connector.runtime.connector.ReadRequest;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.Cancellation;
import dev.connector.runtime.message.ErrorCode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads one resource after the other. Where one fails the others are still read, except its
 * children, and except where the failure is about all of them: credentials, the user's wish to
 * stop, an output that nobody takes.
 */
public record Reading(Connector connector, EventLog log, Cancellation cancellation) {

  /** What concerns every resource, whichever was read when it happened. */
  private static final Set<ErrorCode> ABOUT_ALL =
      Set.of(ErrorCode.AUTH_FAILED, ErrorCode.CIRCUIT_OPEN, ErrorCode.CANCELLED);

  /** How the reading of one resource ended. */
  public sealed interface Result {

    String resource();

    /** It was read, to its end or as far as the status tells. */
    record Read(String resource, Event.Status status) implements Result {}

    /** It failed. */
    record Failed(String resource, ApiException failure) implements Result {}

    /** It was not begun, because another one had failed. */
    record Skipped(String resource, String because) implements Result {}
  }

  /**
   * Reads resources in their order.
   *
   * @param request what to ask for each
   * @throws ApiException where the settings are wrong, which is told before anything is sent
   */
  public List<Result> read(
      List<Description.Resource> resources, Function<Description.Resource, ReadRequest> request) {
    List<Result> results = new ArrayList<>();
    Set<String> failed = new LinkedHashSet<>();
    Optional<String> stopped = Optional.empty();
    for (Description.Resource resource : resources) {
      Optional<String> because = stopped.or(() -> resource.parent().filter(failed::contains));
      if (because.isPresent()) {
        failed.add(resource.name());
        results.add(new Result.Skipped(resource.name(), because.get()));
        continue;
      }
      Result result = read(request.apply(resource));
      results.add(result);
      if (result instanceof Result.Failed failure) {
        failed.add(resource.name());
        if (ABOUT_ALL.contains(failure.failure().code())) {
          stopped = Optional.of(resource.name());
        }
      }
    }
    return results;
  }

  private Result read(ReadRequest request) {
    try {
      connector.read(request, log, cancellation);
      return log.takeStatus()
          .<Result>map(status -> new Result.Read(request.resource(), status))
          .orElseGet(() -> failed(request, Cancellation.error()));
    } catch (ApiException failure) {
      if (failure.code() == ErrorCode.INVALID_CONFIG) {
        throw failure;
      }
      return failed(request, cancellation.cancelled() ? Cancellation.error() : failure);
    }
  }

  private static Result failed(ReadRequest request, ApiException failure) {
    return new Result.Failed(request.resource(), failure);
  }

  /** Whether the output was no longer taken. */
  public boolean unread() {
    return log.lost();
  }
}
