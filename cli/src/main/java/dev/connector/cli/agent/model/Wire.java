package dev.connector.cli.agent.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import okhttp3.Request;
import okio.BufferedSource;

/** What providers' formats differ in. */
interface Wire {

  /** Where conversations go, below the base URL. */
  String path();

  /** Where the names of models are listed. */
  String models();

  /** Adds the headers that the format wants. */
  void head(Request.Builder request);

  ObjectNode request(Conversation conversation);

  /**
   * Reads an answer, in events or whole.
   *
   * @throws ErrorAnswer where the server says within it that it failed
   * @throws AnswerException where it ends too early, or is none
   */
  Reply reply(BufferedSource body, Consumer<String> words) throws IOException, ErrorAnswer;

  /** The request without what this server refuses in it, where that is known. */
  Optional<ObjectNode> mended(ObjectNode request, ErrorAnswer refusal);
}
