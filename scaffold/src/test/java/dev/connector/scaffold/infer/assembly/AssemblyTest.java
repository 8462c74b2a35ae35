package dev.connector.scaffold.infer.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.scaffold.infer.Inference;
import dev.connector.scaffold.infer.fact.Gap;
import dev.connector.scaffold.lexicon.Lexicon;
import dev.connector.scaffold.openapi.OpenApiReader;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.definition.reader.DefinitionReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssemblyTest {

  private static final String NEEDED =
      "{'parameters': [{'in': 'query', 'name': '%s', 'required': true, 'schema': {'type': 'string'}}]}";

  private static JsonNode resource(InferredDefinition inferred, String name) {
    return inferred.document().path("resources").path(name);
  }

  private static List<String> names(JsonNode node) {
    return node.properties().stream().map(it -> it.getKey()).toList();
  }

  private static Described shop() {
    return Described.api("Acme Shop API")
        .list("/v1/customers", "id", "email")
        .one("post", "/v1/customers", "email", "name")
        .one("get", "/v1/customers/{customer_id}", "id", "email")
        .one("patch", "/v1/customers/{customer_id}", "email")
        .one("delete", "/v1/customers/{customer_id}", "id")
        .one("post", "/v1/customers/{customer_id}/block", "reason")
        .list("/v1/customers/{customer_id}/orders", "id", "total")
        .list("/v1/customers/{customer_id}/orders/{order_id}/lines", "id", "sku");
  }

  @Test
  void what_is_done_with_one_entity_is_one_resource() {
    JsonNode customers = resource(shop().definition(), "customers");
    assertThat(names(customers.path("operations")))
        .containsExactlyInAnyOrder("list", "create", "get", "update", "delete", "block");
    assertThat(customers.path("operations").path("list").path("records").asText())
        .isEqualTo("/data");
    assertThat(customers.path("operations").path("create").path("body"))
        .isEqualTo(Described.json("{'email': '{email}', 'name': '{name}'}"));
    assertThat(
            customers
                .path("operations")
                .path("get")
                .path("arguments")
                .path("customerId")
                .path("required")
                .asBoolean())
        .isTrue();
  }

  @Test
  void lists_by_what_they_find_are_ways_to_list_one_entity() {
    InferredDefinition inferred =
        Described.api("Pet shop")
            .list("/pet/findByStatus", "id", "name")
            .list("/pet/findByTags", "id", "name")
            .one("post", "/pet", "name")
            .one("get", "/pet/{petId}", "id", "name")
            .definition();
    assertThat(names(inferred.document().path("resources"))).containsExactly("pet");
    assertThat(names(resource(inferred, "pet").path("operations")))
        .containsExactlyInAnyOrder("list", "findByTags", "create", "get");
  }

  @Test
  void children_are_read_for_each_of_their_parents_and_these_for_each_of_theirs() {
    InferredDefinition inferred = shop().definition();
    assertThat(resource(inferred, "orders").path("parent"))
        .isEqualTo(Described.json("{'resource': 'customers', 'bind': {'customerId': '/id'}}"));
    assertThat(resource(inferred, "lines").path("parent"))
        .isEqualTo(Described.json("{'resource': 'orders', 'bind': {'orderId': '/id'}}"));
    assertThat(resource(inferred, "lines").path("operations").path("list").path("path").asText())
        .isEqualTo("/v1/customers/{customerId}/orders/{orderId}/lines");
  }

  @Test
  void the_reader_accepts_the_definition_and_the_same_description_gives_the_same_bytes() {
    InferredDefinition inferred = shop().definition();
    assertThat(
            new DefinitionReader(inferred.schemas()::containsKey)
                .read(inferred.document())
                .errors())
        .isEmpty();
    assertThat(inferred.document().path("name").asText()).isEqualTo("acme-shop");
    assertThat(shop().definition().document().toString()).isEqualTo(inferred.document().toString());
  }

  @Test
  void a_parent_comes_along_with_what_was_selected_and_nothing_else() {
    InferredDefinition inferred =
        shop().definition(new Selection(List.of("orders"), List.of(), List.of(), List.of()));
    assertThat(names(inferred.document().path("resources"))).containsExactly("customers", "orders");
    assertThat(names(resource(inferred, "customers").path("operations"))).containsExactly("list");
  }

  @Test
  void a_name_that_is_not_there_is_an_error_with_the_nearest_one() {
    assertThatThrownBy(
            () ->
                shop()
                    .definition(
                        new Selection(List.of("custmers"), List.of(), List.of(), List.of())))
        .isInstanceOf(ConnectorException.class)
        .hasMessage("the description has no resource \"custmers\"")
        .extracting(it -> ((ConnectorException) it).hint())
        .isEqualTo("did you mean \"customers\"?");
  }

  @Test
  void patterns_select_by_path_and_leave_out() {
    InferredDefinition inferred =
        shop()
            .definition(
                new Selection(
                    List.of(),
                    List.of(),
                    List.of("/v1/customers*"),
                    List.of("*/block", "*/lines")));
    assertThat(names(inferred.document().path("resources"))).containsExactly("customers", "orders");
    assertThat(names(resource(inferred, "customers").path("operations"))).doesNotContain("block");
  }

  @Test
  void a_document_without_collections_is_named_as_such() {
    Described api = Described.api("Weather").one("get", "/current", "temperature", "humidity");
    assertThatThrownBy(api::definition)
        .isInstanceOf(ConnectorException.class)
        .hasMessageContaining("\"Weather\" has nothing that can be read")
        .hasMessageContaining("1 operation");
  }

  @Test
  void what_only_one_list_in_many_needs_is_not_asked_of_every_user() {
    Described api = Described.api("Acme");
    for (String name : List.of("users", "teams", "projects", "tags", "events")) {
      api.list("/" + name, "id");
    }
    api.list("/reports", "id").with("get", "/reports", String.format(NEEDED, "quarter_code"));
    InferredDefinition all = api.definition();
    assertThat(names(all.document().path("resources"))).doesNotContain("reports");
    assertThat(all.leftOut()).anyMatch(it -> it.contains("--resources reports"));
    InferredDefinition one =
        api.definition(new Selection(List.of("reports"), List.of(), List.of(), List.of()));
    assertThat(one.document().path("settings").has("quarterCode")).isTrue();
    assertThat(
            resource(one, "reports")
                .path("operations")
                .path("list")
                .path("query")
                .path("quarter_code")
                .asText())
        .isEqualTo("{quarterCode}");
  }

  @Test
  void the_same_question_about_several_lists_is_asked_once() {
    List<Gap> gaps =
        Described.api("Acme").list("/users", "id").list("/teams", "id").definition().gaps().stream()
            .filter(it -> it.edit().pointer().endsWith("/pagination"))
            .toList();
    assertThat(gaps).hasSize(1);
    assertThat(gaps.get(0).subject()).isEqualTo("users.list and 1 more");
    assertThat(gaps.get(0).question()).contains("first page only, not verified");
  }

  @Test
  void an_answer_to_a_post_that_makes_records_is_no_list() {
    InferredDefinition inferred =
        Described.api("Acme").list("/labels", "id").one("post", "/labels", "name").definition();
    assertThat(resource(inferred, "labels").path("operations").path("create").has("safe"))
        .isFalse();
  }

  @Test
  void a_search_whose_body_is_a_list_is_asked_without_one_or_not_at_all() {
    assertThat(
            resource(searchingByList(false).definition(), "users")
                .path("operations")
                .path("list")
                .has("body"))
        .isFalse();
    assertThatThrownBy(searchingByList(true)::definition)
        .hasMessageContaining("takes a list for a body");
  }

  @Test
  void a_request_without_a_body_says_its_content_type_where_that_is_required() {
    String needed = "{'parameters':[{'in':'header','name':'content-type','required':%s,%s}]}";
    InferredDefinition inferred =
        Described.api("Acme")
            .list("/users", "id")
            .with("get", "/users", String.format(needed, true, "'schema':{'enum':['a/b']}"))
            .list("/teams", "id")
            .with("get", "/teams", String.format(needed, true, "'example':'x'"))
            .list("/tags", "id")
            .with("get", "/tags", String.format(needed, false, "'schema':{'enum':['a/b']}"))
            .definition();
    assertThat(headers(inferred, "users")).isEqualTo(Described.json("{'Content-Type':'a/b'}"));
    assertThat(headers(inferred, "teams"))
        .isEqualTo(Described.json("{'Content-Type':'application/json'}"));
    assertThat(headers(inferred, "tags").isMissingNode()).isTrue();
  }

  private static JsonNode headers(InferredDefinition inferred, String resource) {
    return resource(inferred, resource).path("operations").path("list").path("headers");
  }

  private static Described searchingByList(boolean required) {
    String users =
        "'content':{'application/json':{'schema':{'type':'array','items':{'type':'object',"
            + "'properties':{'id':{'type':'string'},'name':{'type':'string'}}}}}}";
    return Described.api("Acme")
        .one("post", "/users/search", "id")
        .with(
            "post",
            "/users/search",
            String.format(
                "{'summary':'Search users','responses':{'200':{'description':'Users.',%s}},"
                    + "'requestBody':{'required':%s,%s}}",
                users, required, users));
  }

  @Test
  void hostile_names_give_a_definition_that_the_reader_accepts() {
    InferredDefinition inferred =
        Described.api("\u202e{}\n <script>API")
            .list("/päths/{}/x y", "id")
            .list("/class/{§$%}/new", "id", "")
            .list("/a/{b}{c}/{d", "id")
            .list("/__proto__", "__proto__", "$ref", "${jndi}")
            .list("/cursor", "cursor", "until")
            .with("get", "/cursor", String.format(NEEDED, "cursor{until}"))
            .definition();
    assertThat(
            new DefinitionReader(inferred.schemas()::containsKey)
                .read(inferred.document())
                .errors())
        .isEmpty();
    assertThat(names(inferred.document().path("resources"))).contains("proto", "cursor");
  }

  @Test
  void the_explanation_says_of_each_fact_how_sure_it_is_and_what_said_so() {
    Explanation orders =
        shop().definition().explanation().parts().stream()
            .filter(it -> it.subject().equals("orders"))
            .findFirst()
            .orElseThrow();
    Explanation.Statement parent =
        orders.statements().stream()
            .filter(it -> it.what().equals("parent"))
            .findFirst()
            .orElseThrow();
    assertThat(parent.value()).isEqualTo("for each of customers, {customer_id} as customerId");
    assertThat(parent.evidence().get(0).says()).contains("GET /v1/customers lists");
  }

  @Test
  void a_record_that_is_a_member_has_its_name() {
    InferredDefinition inferred =
        new Inference(
                OpenApiReader.read(
                    Described.json(
                        """
                        {'openapi': '3.0.3', 'info': {'title': 'Acme', 'version': '1'},
                         'servers': [{'url': 'https://api.acme.com'}],
                         'paths': {'/users': {'get': {'summary': 'List all users', 'responses':
                          {'200': {'description': 'Users by login', 'content': {'application/json':
                           {'schema': {'type': 'object', 'additionalProperties':
                            {'$ref': '#/components/schemas/User'}}}}}}}}},
                         'components': {'schemas': {'User': {'type': 'object', 'properties':
                          {'email': {'type': 'string'}}}}}}
                        """)),
                Lexicon.standard())
            .definition(Selection.everything());

    assertThat(resource(inferred, "users").path("operations").path("list").path("records"))
        .isEqualTo(Described.json("{'shape': 'map', 'key': '/key'}"));
    assertThat(inferred.schemas().values())
        .singleElement()
        .extracting(it -> it.path("properties").path("key").path("type").asText())
        .isEqualTo("string");
  }

  @Test
  void a_list_of_what_another_has_is_called_by_whose_it_is() {
    InferredDefinition inferred =
        Described.api("Acme")
            .list("/audit/records", "id", "text")
            .list("/teams/{id}/audit/records", "id", "text")
            .list("/users/{id}/audit/records", "id", "text")
            .definition();
    assertThat(names(resource(inferred, "records").path("operations")))
        .contains("listByTeam", "listByUser");
  }

  @Test
  void what_would_be_called_the_same_has_the_name_that_the_document_gives_it() {
    Described api =
        Described.api("Acme")
            .list("/jobs", "id")
            .one("post", "/jobs/{id}/run", "id")
            .one("post", "/jobs/{id}/run/", "id")
            .with("post", "/jobs/{id}/run/", "{'operationId': 'run_again'}");
    assertThat(names(resource(api.definition(), "jobs").path("operations")))
        .contains("run", "runAgain");
  }

  @Test
  void a_delete_of_what_its_body_names_does_not_say_it_deletes_all() {
    Described api =
        Described.api("Acme")
            .list("/tags", "id")
            .one("delete", "/tags", "id")
            .list("/drafts", "id")
            .one("delete", "/drafts", "id")
            .with(
                "delete",
                "/tags",
                "{'requestBody': {'content': {'application/json': {'schema': {'type':"
                    + " 'object'}}}}}");
    assertThat(names(resource(api.definition(), "tags").path("operations"))).contains("deleteMany");
    assertThat(names(resource(api.definition(), "drafts").path("operations")))
        .contains("deleteAll");
  }

  @Test
  void names_do_not_say_the_same_word_twice_unless_they_have_to() {
    InferredDefinition inferred =
        Described.api("Acme")
            .list("/flows", "id")
            .list("/flows/{flow_id}/flow-actions", "id")
            .list("/flows/{flow_id}/relationships/flow-actions", "id")
            .list("/coupons", "id")
            .list("/coupons/{coupon_id}/coupon-codes", "id")
            .list("/coupon-codes", "id")
            .definition(Selection.everything());
    assertThat(names(inferred.document().path("resources")))
        .contains("flowActions", "couponCodes")
        .doesNotContain("flowFlowActions");
  }

  @Test
  void where_nothing_is_said_of_pages_the_way_of_the_other_lists_is_suggested() {
    String pages =
        "{'parameters': [{'in': 'query', 'name': 'offset', 'description': 'Records to skip',"
            + " 'schema': {'type': 'integer'}}]}";
    Described api =
        Described.api("Acme").list("/users", "id").list("/teams", "id").list("/roles", "id");
    assertThat(edit(api.definition())).isEqualTo("{'type': 'page', 'parameter': 'page'}");
    api.with("get", "/users", pages).with("get", "/teams", pages);
    assertThat(edit(api.definition())).isEqualTo("{'type': 'offset', 'parameter': 'offset'}");
  }

  private static String edit(InferredDefinition inferred) {
    return inferred.gaps().stream()
        .filter(it -> it.question().contains("nothing of further pages"))
        .map(it -> it.edit().value())
        .findFirst()
        .orElseThrow()
        .replace('"', '\'')
        .replace(":", ": ")
        .replace(",", ", ");
  }

  @Test
  void descriptions_keep_their_links_and_the_words_that_html_keeps_apart() {
    InferredDefinition inferred =
        Described.api("Acme")
            .list("/users", "id")
            .with(
                "get",
                "/users",
                "{'summary': '# Users<br>See **https://acme.com/doc#users**<br>for <i>more</i>'}")
            .definition();
    assertThat(
            resource(inferred, "users")
                .path("operations")
                .path("list")
                .path("description")
                .asText())
        .isEqualTo("Users See https://acme.com/doc#users for more");
  }

  @Test
  void records_that_several_resources_have_are_called_as_in_the_plainest_of_them() {
    String shared =
        "{'responses': {'200': {'content': {'application/json': {'schema': {'type': 'array',"
            + " 'items': {'$ref': '#/components/schemas/%s'}}}}}}}";
    InferredDefinition inferred =
        Described.api("Acme")
            .list("/accounts", "id")
            .list("/accounts/{id}/contacts", "id")
            .with("get", "/accounts/{id}/contacts", shared.formatted("PersonView"))
            .list("/contacts", "id")
            .with("get", "/contacts", shared.formatted("PersonView"))
            .list("/accounts/{id}/followers", "id")
            .with("get", "/accounts/{id}/followers", shared.formatted("TeammateResponse"))
            .list("/teammates", "id")
            .with("get", "/teammates", shared.formatted("TeammateResponse"))
            .component("PersonView", "id", "email")
            .component("TeammateResponse", "id", "login")
            .definition();
    assertThat(inferred.schemas().keySet())
        .contains("schemas/contact.json", "schemas/teammate.json")
        .doesNotContain("schemas/accountContact.json", "schemas/follower.json");
    assertThat(resource(inferred, "followers").path("schema").asText())
        .isEqualTo("schemas/teammate.json");
  }

  @Test
  void resources_are_described_by_what_they_are_and_not_by_how_they_are_asked_for() {
    InferredDefinition inferred =
        Described.api("Acme")
            .list("/users", "id")
            .with("get", "/users", "{'summary': 'List all the active users'}")
            .list("/teams", "id")
            .with("get", "/teams", "{'summary': 'List'}")
            .definition();
    assertThat(resource(inferred, "users").path("description").asText()).isEqualTo("Active users");
    assertThat(resource(inferred, "teams").has("description")).isFalse();
  }

  @Test
  void what_is_done_with_a_thing_is_called_by_its_own_verb() {
    InferredDefinition inferred =
        Described.api("Acme")
            .list("/incidents", "id")
            .one("put", "/incidents", "id")
            .with("put", "/incidents", "{'summary': 'Manage incidents'}")
            .one("put", "/incidents/{id}/merge", "id")
            .with("put", "/incidents/{id}/merge", "{'operationId': 'mergeIncidents'}")
            .one("put", "/incidents/{id}/assignee", "id")
            .list("/labels", "id")
            .one("put", "/labels", "id")
            .with("put", "/labels", "{'operationId': 'replaceLabels'}")
            .definition();
    assertThat(names(resource(inferred, "incidents").path("operations")))
        .contains("updateMany", "merge", "setAssignee");
    assertThat(names(resource(inferred, "labels").path("operations"))).contains("replace");
  }
}
