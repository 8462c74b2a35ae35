package dev.connector.runtime.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.Cancellation;
import java.util.Optional;

/**
 * What is put out for one command. It ends once, with a done or an error; what comes after that,
 * such as the attempt of a request that was given up, is dropped.
 */
final class Answer implements EventSink {

  private final String id;
  private final ErrorText errors;
  private final Lines output;
  private final Cancellation cancellation = new Cancellation();
  private Optional<CallResult> metadata = Optional.empty();
  private boolean ended;

  Answer(String id, ErrorText errors, Lines output) {
    this.id = id;
    this.errors = errors;
    this.output = output;
  }

  Cancellation cancellation() {
    return cancellation;
  }

  /** What goes beside the result. */
  void metadata(CallResult call) {
    metadata = Optional.of(call);
  }

  @Override
  public synchronized void accept(Event event) {
    if (!ended) {
      // Those that come by the thousand wait a moment for others, which makes them much cheaper.
      boolean many = event instanceof Event.Record || event instanceof Event.Delete;
      write(EventJson.of(line(EventJson.type(event)), event), !many);
    }
  }

  synchronized void done(Optional<JsonNode> result) {
    result.ifPresent(data -> write(result(data), false));
    end(line("done"));
  }

  synchronized void failed(ApiException failure) {
    end(errors.error(line("error"), failure));
  }

  private ObjectNode result(JsonNode data) {
    ObjectNode line = line("result").set("data", data);
    metadata.ifPresent(
        call ->
            line.put("status", call.status())
                .put("correlationId", call.correlationId())
                .put("attempts", call.attempts()));
    return line;
  }

  private void end(ObjectNode line) {
    ended = true;
    write(line, true);
  }

  /** Where nobody reads any more, the work has no purpose either. */
  private void write(ObjectNode line, boolean now) {
    if (!output.write(line, now)) {
      cancellation.cancel();
    }
  }

  private ObjectNode line(String type) {
    return JsonNodeFactory.instance.objectNode().put("id", id).put("type", type);
  }
}
