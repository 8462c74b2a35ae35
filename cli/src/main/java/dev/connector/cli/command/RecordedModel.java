package dev.connector.cli.command;

import dev.connector.cli.agent.model.Conversation;
import dev.connector.cli.agent.model.Model;
import dev.connector.cli.agent.model.Reply;
import dev.connector.spec.ConnectorException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Nobody: what a transcript does not say is not said. */
record RecordedModel(Path transcript) implements Model {

  @Override
  public String name() {
    return "the transcript " + transcript.getFileName();
  }

  @Override
  public Reply reply(Conversation conversation, Consumer<String> words) {
    throw new ConnectorException(
        ConnectorException.Kind.FAILED,
        "the transcript ends before the run does",
        "what was accepted then is not accepted now; see what was found");
  }
}
