package dev.connector.cli.agent.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Too long a conversation is no failure: a shorter one may be answered. */
class OverflowTest {

  private final Asking asking = new Asking();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | invalid_request_error | prompt is too long: 208310 tokens > 200000 maximum",
        "400 | invalid_request_error | input length and `max_tokens` exceed context limit: 9 + 9 > 9",
        "413 | request_too_large | Request exceeds the maximum size",
        "400 | context_length_exceeded | Please shorten it.",
        "400 | BadRequestError | This model's maximum context length is 6048 tokens. However, you"
            + " requested 6616 tokens",
        "400 | BadRequestError | You passed 1015 input tokens. However, the model's context length"
            + " is only 1024 tokens",
        "500 | exceed_context_size_error | the request exceeds the available context size",
        "400 | invalid_request_error | the request exceeds the available context size, try again",
        "400 | api_error | prompt too long; exceeded max context length by 12 tokens",
        "400 | api_error | the input length exceeds the context length",
      })
  void itIsRecognisedInTheWordsOfEachServer(int status, String type, String message) {
    for (Provider provider : Provider.values()) {
      try (ModelServer server = ModelServer.scripted(Answer.error(status, type, message))) {
        Reply reply = asking.ask(server, provider);

        assertThat(reply.stop()).isEqualTo(Reply.Stop.TOO_LONG);
        assertThat(reply.parts()).isEmpty();
        assertThat(asking.waits).isEmpty();
      }
    }
  }

  @Test
  void itMayShowInTheMiddleOfATurnToo() {
    Answer answer =
        Answer.call("look", Answers.JSON.createObjectNode()).stopped(Reply.Stop.TOO_LONG);
    try (ModelServer server = ModelServer.scripted(answer)) {
      Reply reply = asking.ask(server, Provider.ANTHROPIC);

      assertThat(reply.stop()).isEqualTo(Reply.Stop.TOO_LONG);
      assertThat(reply.parts()).as("the call may not be whole").isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "max_tokens: 99999 > 8192 which is the maximum allowed number of output tokens",
    "tool context is not allowed",
    "messages: text content blocks must be non-empty"
  })
  void otherMistakesAreNotTakenForIt(String message) {
    Answer error = Answer.error(400, "invalid_request_error", message);
    try (ModelServer server = ModelServer.scripted(error)) {
      assertThat(OverloadTest.failure(() -> asking.ask(server, Provider.ANTHROPIC)))
          .hasMessageContaining(message);
    }
  }
}
