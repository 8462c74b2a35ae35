package dev.connector.scaffold.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.scaffold.infer.assembly.InferredDefinition;
import dev.connector.scaffold.infer.fact.Gap;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.definition.reader.DefinitionReader;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StarterDefinitionTest {

  private static InferredDefinition starter(StarterAuthentication authentication, String path) {
    return new StarterDefinition("acme", "https://api.acme.com/v1/", authentication, path)
        .definition();
  }

  @ParameterizedTest
  @EnumSource(StarterAuthentication.class)
  void every_start_is_a_definition_without_problems_that_renders(
      StarterAuthentication authentication) {
    InferredDefinition inferred = starter(authentication, "/customers");

    assertThat(
            new DefinitionReader(inferred.schemas()::containsKey)
                .read(inferred.document())
                .problems())
        .isEmpty();
    ConnectorDraft draft = ConnectorDraft.of(inferred, Optional.empty(), "", "");
    assertThat(draft.files()).containsKeys("connector.json", "schemas/customers.json", "README.md");
    assertThat(draft.files().keySet())
        .anyMatch(it -> it.startsWith("fixtures/"))
        .anyMatch(it -> it.endsWith(".java"));
  }

  @Test
  void what_is_assumed_is_asked_about() {
    assertThat(starter(StarterAuthentication.API_KEY, "/customers").gaps())
        .extracting(it -> it.edit().pointer())
        .containsExactly(
            "/authentication/0/placement",
            "/resources/customers/operations/list/records",
            "/resources/customers/operations/list/pagination",
            "/resources/customers/primaryKey",
            "/resources/customers/description");
  }

  @ParameterizedTest
  @EnumSource(StarterAuthentication.class)
  void each_edit_leaves_a_definition_without_errors(StarterAuthentication authentication)
      throws Exception {
    InferredDefinition inferred = starter(authentication, "/customers");
    for (Gap gap : inferred.gaps()) {
      ObjectNode document = inferred.document().deepCopy();
      String pointer = gap.edit().pointer();
      int last = pointer.lastIndexOf('/');
      ObjectNode parent = (ObjectNode) document.at(pointer.substring(0, last));
      parent.set(
          pointer.substring(last + 1),
          new ObjectMapper().readTree(gap.edit().value().replace("…", "id.acme.com/token")));

      assertThat(new DefinitionReader(inferred.schemas()::containsKey).read(document).problems())
          .as(pointer)
          .isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/customers, customers, /customers",
    "/v2/sales-orders.json, salesOrders, /v2/sales-orders.json",
    "/accounts/{account_id}/users/, users, /accounts/{accountId}/users",
    "/{org}, records, /{org}",
  })
  void aPathNamesTheResourceAndItsVariablesBecomeSettings(
      String path, String resource, String template) {
    ObjectNode document = starter(StarterAuthentication.NONE, path).document();

    assertThat(document.at("/resources/" + resource + "/operations/list/path").asText())
        .isEqualTo(template);
  }

  @ParameterizedTest
  @CsvSource({
    "Acme, https://api.acme.com, /a",
    "acme, http://api.acme.com, /a",
    "acme, https://user@api.acme.com, /a",
    "acme, https://api.acme.com?x=1, /a",
    "acme, https://api.acme.com, a",
    "acme, https://api.acme.com, /a?b=c",
    "acme, https://api.acme.com, /{a",
  })
  void anAnswerThatCannotBeUsedIsRefusedWithAWayOut(String name, String baseUrl, String path) {
    assertThatThrownBy(() -> new StarterDefinition(name, baseUrl, StarterAuthentication.NONE, path))
        .isInstanceOfSatisfying(ConnectorException.class, it -> assertThat(it.hint()).isNotBlank());
  }

  @Test
  void the_words_for_authentication_are_understood() {
    assertThat(StarterAuthentication.of("api-key")).contains(StarterAuthentication.API_KEY);
    assertThat(StarterAuthentication.of("kerberos")).isEmpty();
  }
}
