package dev.connector.scaffold.infer.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.scaffold.description.ApiDescription;
import dev.connector.scaffold.description.ApiOperation;
import dev.connector.scaffold.infer.fact.Confidence;
import dev.connector.scaffold.infer.fact.Fact;
import dev.connector.scaffold.infer.shape.Collection;
import dev.connector.scaffold.lexicon.Lexicon;
import dev.connector.scaffold.openapi.OpenApiReader;
import dev.connector.spec.definition.Records;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ParentInferenceTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ObjectNode document = JSON.createObjectNode().put("openapi", "3.0.0");

  /** A list whose records have these fields, identified by {@code id} if that is among them. */
  private ParentInferenceTest list(String path, String... fields) {
    ObjectNode operation =
        document.withObjectProperty("paths").withObjectProperty(path).putObject("get");
    ObjectNode items =
        operation
            .withObjectProperty("responses")
            .withObjectProperty("200")
            .withObjectProperty("content")
            .withObjectProperty("application/json")
            .withObjectProperty("schema")
            .put("type", "array")
            .putObject("items")
            .put("type", "object");
    for (String field : fields) {
      items.withObjectProperty("properties").putObject(field).put("type", "string");
    }
    return this;
  }

  private ParentInferenceTest parameter(String path, String in, String name, String members)
      throws Exception {
    ObjectNode parameter = (ObjectNode) JSON.readTree(members.replace('\'', '"'));
    document
        .withObjectProperty("paths")
        .withObjectProperty(path)
        .withObjectProperty("get")
        .withArrayProperty("parameters")
        .add(parameter.put("in", in).put("name", name));
    return this;
  }

  private Fact<Parentage> parentage(String path) {
    ApiDescription description = OpenApiReader.read(document);
    Map<ApiOperation, Collection> shapes = new LinkedHashMap<>();
    description.operations().forEach(it -> shapes.put(it, shape(it)));
    ParentInference parents = new ParentInference(shapes, Lexicon.standard());
    return parents.infer(
        description.operations().stream()
            .filter(it -> it.path().equals(path))
            .findFirst()
            .orElseThrow());
  }

  private static Collection shape(ApiOperation operation) {
    var record =
        operation
            .success()
            .flatMap(it -> it.json())
            .flatMap(it -> it.schema())
            .flatMap(it -> it.items());
    boolean id = record.flatMap(it -> it.property("id")).isPresent();
    return new Collection(
        Fact.sure(true),
        Fact.sure(
            Optional.of(
                new Records(
                    JsonPointer.empty(), new Records.Array(JsonPointer.empty()), Map.of()))),
        record,
        Fact.sure(id ? List.of(JsonPointer.compile("/id")) : List.of()));
  }

  private static String bound(Fact<Parentage> parentage, String name) {
    return Optional.ofNullable(parentage.value().bound().get(name))
        .map(it -> it.list().path() + " " + it.field())
        .orElse("nothing");
  }

  @Test
  void the_list_with_the_same_beginning_is_the_parent() {
    list("/v1/charges", "id").list("/v1/charges/{charge}/refunds", "id");
    Fact<Parentage> found = parentage("/v1/charges/{charge}/refunds");
    assertThat(bound(found, "charge")).isEqualTo("/v1/charges /id");
    assertThat(found.confidence()).isEqualTo(Confidence.SURE);
  }

  @Test
  void file_suffixes_slashes_and_words_for_listing_do_not_hide_it() {
    list("/Accounts.json", "sid").list("/Accounts/{AccountSid}/Calls.json", "sid");
    assertThat(bound(parentage("/Accounts/{AccountSid}/Calls.json"), "AccountSid"))
        .isEqualTo("/Accounts.json /sid");
    list("/catalog/list", "id").list("/catalog/{object}/changes/", "id");
    assertThat(bound(parentage("/catalog/{object}/changes/"), "object"))
        .isEqualTo("/catalog/list /id");
  }

  @Test
  void the_field_is_the_one_the_variable_is_called_after() {
    list("/domains", "id", "name").list("/domains/{domain_name}/records", "id");
    assertThat(bound(parentage("/domains/{domain_name}/records"), "domain_name"))
        .isEqualTo("/domains /name");
    list("/teams", "id", "slug").list("/teams/{team_slug}/members", "id");
    assertThat(bound(parentage("/teams/{team_slug}/members"), "team_slug"))
        .isEqualTo("/teams /slug");
  }

  @Test
  void a_name_without_its_field_is_not_sure() {
    list("/users", "id", "joined").list("/users/{handle}/posts", "id");
    Fact<Parentage> found = parentage("/users/{handle}/posts");
    assertThat(found.confidence()).isEqualTo(Confidence.UNSURE);
  }

  @Test
  void a_list_elsewhere_is_found_by_what_its_records_are_called() {
    list("/sites", "id")
        .list("/sites/{site_id}/forms", "id")
        .list("/forms/{form_id}/submissions", "id");
    Fact<Parentage> found = parentage("/forms/{form_id}/submissions");
    assertThat(bound(found, "form_id")).isEqualTo("/sites/{site_id}/forms /id");
    assertThat(found.confidence()).isEqualTo(Confidence.LIKELY);
  }

  @Test
  void required_parameters_are_bound_by_name_or_by_what_their_description_says() throws Exception {
    list("/locations", "id").list("/legal_hold_policies", "id").list("/shifts", "id");
    parameter("/shifts", "query", "location_id", "{'required': true}");
    parameter(
        "/shifts",
        "query",
        "policy_id",
        "{'required': true, 'description': 'The ID of the legal hold policy to get the shifts for.'}");
    assertThat(bound(parentage("/shifts"), "location_id")).isEqualTo("/locations /id");
    assertThat(bound(parentage("/shifts"), "policy_id")).isEqualTo("/legal_hold_policies /id");
  }

  @Test
  void filters_and_paging_are_not_needed() throws Exception {
    list("/customers", "id").list("/charges", "id");
    parameter(
        "/charges",
        "query",
        "customer",
        "{'description': 'Only return charges of this customer.'}");
    parameter("/charges", "query", "limit", "{'required': true}");
    parameter("/charges", "query", "kind", "{'required': true, 'schema': {'enum': ['all']}}");
    assertThat(parentage("/charges").value())
        .isEqualTo(new Parentage(Map.of(), List.of(), Map.of()));
  }

  @Test
  void what_only_a_person_can_choose_is_configured() throws Exception {
    list("/periods", "id").list("/usage/{period}/records", "id").list("/search", "id");
    parameter(
        "/usage/{period}/records",
        "path",
        "period",
        "{'required': true, 'schema': {'enum': ['day', 'month']}}");
    parameter("/search", "query", "q", "{'required': true}");
    assertThat(parentage("/usage/{period}/records").value().configured()).containsExactly("period");
    assertThat(parentage("/search").value().configured()).containsExactly("q");
  }

  @Test
  void parts_of_one_key_are_configured_together() {
    list("/user/repos", "id", "name").list("/repos/{owner}/{repo}/tags", "name");
    assertThat(parentage("/repos/{owner}/{repo}/tags").value().configured())
        .containsExactly("owner", "repo");
  }

  @Test
  void no_list_is_read_for_each_of_its_own_records_however_far_around() throws Exception {
    list("/projects", "id").list("/tasks", "id");
    parameter("/projects", "query", "task_id", "{'required': true}");
    parameter("/tasks", "query", "project_id", "{'required': true}");
    boolean one = bound(parentage("/projects"), "task_id").equals("nothing");
    boolean other = bound(parentage("/tasks"), "project_id").equals("nothing");
    assertThat(one).isNotEqualTo(other);
  }

  @Test
  void a_list_that_wants_its_own_keys_leads_to_nothing() throws Exception {
    list("/artists", "id").list("/artists/{id}/albums", "id");
    parameter("/artists", "query", "ids", "{'required': true}");
    assertThat(parentage("/artists/{id}/albums").value().configured()).containsExactly("id");
  }

  @Test
  void a_value_that_names_something_else_than_the_list_before_it_is_looked_for_elsewhere() {
    list("/repositories", "uuid").list("/workspaces", "slug");
    list("/repositories/{workspace_slug}/{repo}/tags", "id");
    assertThat(bound(parentage("/repositories/{workspace_slug}/{repo}/tags"), "workspace_slug"))
        .isEqualTo("/workspaces /slug");
  }

  @Test
  void a_word_that_some_apis_are_mounted_at_is_a_list_where_it_is_one() {
    list("/services", "id")
        .list("/pages/{id}/services", "id")
        .list("/rules/services/{service_id}/variables", "id");
    assertThat(bound(parentage("/rules/services/{service_id}/variables"), "service_id"))
        .isEqualTo("/services /id");
  }
}
