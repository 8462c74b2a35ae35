package dev.connector.spec.conformance.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.connector.CallRequest;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.Cancellation;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.spec.conformance.Bench;
import dev.connector.spec.conformance.Transcript;
import dev.connector.spec.definition.Operation;
import dev.connector.spec.engine.RecordsTranslation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a record can be made, read back, changed and taken away again (LIVE-6). Whatever happens,
 * what was made is taken away, or told with how to take it away.
 */
final class Writes {

  private final Session session;
  private final Diagnosis diagnosis;

  Writes(Session session, Diagnosis diagnosis) {
    this.session = session;
    this.diagnosis = diagnosis;
  }

  Step judge(Writable it, MadeUp values) {
    Claim claim = it.claim();
    String what = claim.name() + ", written";
    Optional<Map<String, JsonNode>> arguments =
        values.of(claim.operation(it.create()), Map.of(), 1);
    if (arguments.isEmpty()) {
      return new Step.Open(
          what, claim.named(it.create()) + " needs an object: give one with --write-body <file>");
    }
    Transcript created = session.call(call(claim, it.create(), arguments.get()));
    if (created.error().isPresent()) {
      return notCreated(claim.named(it.create()), created.error().get());
    }
    Optional<JsonNode> record = record(claim.operation(it.create()), created);
    Optional<Map<String, JsonNode>> key =
        record
            .map(made -> claim.key(claim.operation(it.get()), made))
            .filter(made -> !made.isEmpty());
    if (key.isEmpty()) {
      return Step.Failed.of(what, "the key of what was made", "an answer without it")
          .seenIn(session.wire().last(claim.named(it.create())))
          .because(
              "A record of "
                  + claim.name()
                  + " was LEFT BEHIND: it was made, and the answer does not say by which key it can"
                  + " be taken away. Remove it by hand; it has the values in the request above.")
          .change(
              Change.operation(
                  claim.named(it.create()), "records", "say where in the answer the record is"));
    }
    Optional<Step.Failed> broken = between(it, values, key.get());
    Optional<Step.Failed> left = takenAway(it, record.get(), key.get());
    if (left.isPresent()) {
      return left.get();
    }
    if (broken.isPresent()) {
      return broken.get().because(broken.get().why() + " Nothing was left behind.");
    }
    return new Step.Passed(
        what,
        "made, read back, "
            + (it.update().isPresent() ? "changed, " : "")
            + "taken away, and gone after that");
  }

  private Step notCreated(String operation, ApiException failure) {
    Step step = diagnosis.of(operation, failure);
    boolean unsure =
        failure.code() == ErrorCode.TIMEOUT
            || failure.code() == ErrorCode.NETWORK_ERROR
            || failure.code() == ErrorCode.SERVER_ERROR
            || failure.code() == ErrorCode.CANCELLED;
    String end =
        unsure
            ? " It is NOT KNOWN whether a record was made: look for one with the values in the"
                + " request above, and remove it."
            : " Nothing was made.";
    return step instanceof Step.Failed failed
        ? failed.because(failed.why() + end)
        : new Step.Failed(
                operation,
                "a record made",
                step.toString(),
                end.strip(),
                Optional.empty(),
                List.of())
            .seenIn(session.wire().last(operation));
  }

  private Optional<Step.Failed> between(Writable it, MadeUp values, Map<String, JsonNode> key) {
    Claim claim = it.claim();
    Optional<Step.Failed> read = failed(claim.named(it.get()), call(claim, it.get(), key));
    if (read.isPresent() || it.update().isEmpty()) {
      return read;
    }
    Operation update = claim.operation(it.update().get());
    Map<String, JsonNode> own = claim.keyOf(update, key);
    Optional<Map<String, JsonNode>> arguments = values.of(update, own, 2);
    return arguments.isEmpty()
        ? Optional.empty()
        : failed(claim.named(it.update().get()), call(claim, it.update().get(), arguments.get()));
  }

  private Optional<Step.Failed> failed(String operation, CallRequest request) {
    return session.call(request).error().map(it -> failed(operation, it));
  }

  private Step.Failed failed(String operation, ApiException failure) {
    Step step = diagnosis.of(operation, failure);
    return step instanceof Step.Failed failed
        ? failed
        : Step.Failed.of(operation, "an answer", String.valueOf(failure.getMessage()));
  }

  /** Takes it away, even where the user wants to stop; tells where that does not succeed. */
  private Optional<Step.Failed> takenAway(Writable it, JsonNode record, Map<String, JsonNode> key) {
    Claim claim = it.claim();
    String delete = claim.named(it.delete());
    session.wire().allow(session.bounds().requests());
    session.wire().begin(Integer.MAX_VALUE);
    CallRequest request = call(claim, it.delete(), claim.keyOf(claim.operation(it.delete()), key));
    Transcript deleted = Bench.call(session.connector(), request, new Cancellation());
    String where =
        claim.name()
            + " "
            + String.join(", ", key.values().stream().map(JsonNode::asText).toList());
    if (deleted.error().isPresent()) {
      Step.Failed failed = failed(delete, deleted.error().get());
      return Optional.of(
          failed.because(
              failed.why()
                  + " LEFT BEHIND: "
                  + where
                  + ". Remove it by hand, with "
                  + claim.operation(it.delete()).request().method()
                  + " "
                  + claim.operation(it.delete()).request().path().text()
                  + "."));
    }
    Transcript again =
        Bench.call(session.connector(), call(claim, it.get(), key), new Cancellation());
    boolean gone = again.error().filter(error -> error.code() == ErrorCode.NOT_FOUND).isPresent();
    return gone
        ? Optional.empty()
        : Optional.of(
            Step.Failed.of(
                    delete,
                    "nothing left",
                    again.error().isPresent()
                        ? "no word of whether it is gone: " + again.code()
                        : "a record that can still be read")
                .seenIn(session.wire().last(claim.named(it.get())))
                .because(
                    "LEFT BEHIND, as it seems: "
                        + where
                        + ". The API took the deletion ("
                        + deleted.result().map(done -> String.valueOf(done.status())).orElse("")
                        + ") and still has it; see whether it only archives.")
                .change(
                    Change.operation(
                        delete, "path", "perhaps another operation deletes for good")));
  }

  private static Optional<JsonNode> record(Operation operation, Transcript called) {
    try {
      return RecordsTranslation.records(operation.answer())
          .in(called.result().orElseThrow().data())
          .stream()
          .findFirst();
    } catch (ApiException unreadable) {
      return Optional.empty();
    }
  }

  private static CallRequest call(Claim claim, String operation, Map<String, JsonNode> arguments) {
    CallRequest request = CallRequest.of(claim.named(operation));
    for (var argument : arguments.entrySet()) {
      request = request.argument(argument.getKey(), argument.getValue());
    }
    return request;
  }
}
