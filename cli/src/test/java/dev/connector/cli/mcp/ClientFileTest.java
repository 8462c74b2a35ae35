package dev.connector.cli.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.connector.spec.ConnectorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientFileTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @ParameterizedTest
  @EnumSource(ClientFile.class)
  void what_is_written_once_is_not_written_again(ClientFile client) {
    String once = client.with("", "connector");

    assertThat(once).contains("connector", "mcp");
    assertThat(client.with(once, "connector")).isEqualTo(once);
    assertThatThrownBy(() -> client.with(once, "other")).isInstanceOf(ConnectorException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{ \"a\": 1 }",
        "{\"mcpServers\":{}}",
        "{\"mcpServers\":{\"x\":{\"mcpServers\":{}}},\"b\":{\"mcpServers\":{\"connector\":1}}}",
        "{\"x\":{\"mcpServers\":{}},\"y\":[{\"mcpServers\":{}}]}",
        "{\"a\":\"{ \\\"mcpServers\\\": {\",\"mcpServers\" :\r\n{ \"x\": [] } }\r\n",
      })
  void json_keeps_every_character_it_had(String before) throws Exception {
    String after = ClientFile.CLAUDE.with(before, "connector");

    JsonNode server = JSON.readTree(after).path("mcpServers").path("connector");
    assertThat(server.path("command").asText()).isEqualTo("connector");
    assertThat(isWithin(before, after)).as(after).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[]", "7", "{", "{\"mcpServers\":[]}", "{\"mcpServers\":{\"connector\":{}}}"})
  void json_that_cannot_be_added_to_is_left_alone(String before) {
    assertThatThrownBy(() -> ClientFile.CLAUDE.with(before, "connector"))
        .isInstanceOf(ConnectorException.class);
  }

  @Test
  void a_byte_order_mark_stays() {
    assertThat(ClientFile.CLAUDE.with("\uFEFF{}", "connector")).startsWith("\uFEFF{");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mcp_servers = { }",
        "mcp_servers.connector = { }",
        "[ mcp_servers . \"connector\" ]\ncommand = 'x'",
        "[mcp_servers.connector.env]\nA = 'x'",
        "[mcp_servers]\nother = 1\nconnector = { }",
      })
  void toml_that_has_one_already_is_left_alone(String before) {
    assertThatThrownBy(() -> ClientFile.CODEX.with(before, "connector"))
        .isInstanceOf(ConnectorException.class);
  }

  @Test
  void a_path_of_windows_is_quoted() {
    assertThat(ClientFile.CODEX.with("a = 1", "C:\\connector"))
        .isEqualTo(
            "a = 1\n\n[mcp_servers.connector]\ncommand = \"C:\\\\connector\"\nargs = [\"mcp\"]\n");
  }

  /** Whether one text is the other with one piece put in. */
  private static boolean isWithin(String before, String after) {
    int same = 0;
    while (same < before.length() && before.charAt(same) == after.charAt(same)) {
      same++;
    }
    for (int at = 0; at <= same; at++) {
      if (after.endsWith(before.substring(at))) {
        return true;
      }
    }
    return false;
  }
}
