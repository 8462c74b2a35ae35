package dev.connector.scaffold.infer.shape;

import static dev.connector.scaffold.infer.shape.Described.answering;
import static dev.connector.scaffold.infer.shape.Described.content;
import static dev.connector.scaffold.infer.shape.Described.get;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import dev.connector.scaffold.infer.fact.Confidence;
import dev.connector.spec.definition.Records;
import org.junit.jupiter.api.Test;

/** Where records are, for each way in which APIs lay them out. */
class RecordPlacesTest {

  private static final String LIST = "'operationId': 'listUsers'";
  private static final String USERS =
      "{'type': 'array', 'items': {'properties': {'id': {'type': 'integer'}}}}";

  private static String at(Collection inferred) {
    assertThat(inferred.collection().value()).as(inferred.collection().toString()).isTrue();
    return inferred.records().value().map(it -> it.at().toString()).orElse("none");
  }

  private static Records.Shape shape(Collection inferred) {
    return inferred.records().value().orElseThrow().shape();
  }

  @Test
  void the_body_is_the_list() {
    assertThat(at(get("/users", LIST, USERS))).isEmpty();
  }

  @Test
  void an_envelope_has_the_list() {
    Collection inferred =
        get(
            "/users",
            LIST,
            "{'properties': {'total': {'type': 'integer'}, 'data': " + USERS + "}}");

    assertThat(at(inferred)).isEqualTo("/data");
    assertThat(inferred.records().confidence()).isEqualTo(Confidence.SURE);
  }

  @Test
  void a_page_has_the_list_that_it_only_says_is_required() {
    String page =
        "{'properties': {'next': {'type': 'string'}, 'total': {'type': 'integer'}}, 'required':"
            + " ['next', 'items', 'total']}";

    assertThat(at(get("/users", LIST, page))).isEqualTo("/items");
    assertThat(at(get("/users", LIST, "{'properties': {'users': " + page + "}}")))
        .isEqualTo("/users/items");
  }

  @Test
  void a_page_of_which_nothing_says_where_its_list_is_is_no_record() {
    String page = "{'properties': {'next': {'type': 'string'}, 'total': {'type': 'integer'}}}";

    assertThat(at(get("/users", LIST, "{'properties': {'users': " + page + "}}")))
        .isEqualTo("none");
  }

  @Test
  void an_envelope_has_the_list_by_the_records_name() {
    assertThat(at(get("/users", LIST, "{'properties': {'users': " + USERS + "}}")))
        .isEqualTo("/users");
  }

  @Test
  void an_envelope_within_an_envelope_has_the_list() {
    String inner = "{'properties': {'users': " + USERS + "}}";

    assertThat(at(get("/users", LIST, "{'properties': {'data': " + inner + "}}")))
        .isEqualTo("/data/users");
  }

  @Test
  void lists_of_errors_links_and_included_records_are_not_the_records() {
    String other = "{'type': 'array', 'items': {'properties': {'id': {'type': 'string'}}}}";
    String schema =
        "{'properties': {'errors': "
            + other
            + ", 'links': "
            + other
            + ", 'included': "
            + other
            + ", 'data': "
            + USERS
            + "}}";

    assertThat(at(get("/users", LIST, schema))).isEqualTo("/data");
  }

  @Test
  void of_several_lists_the_one_named_like_the_path_is_the_records() {
    String other = "{'type': 'array', 'items': {'properties': {'id': {'type': 'string'}}}}";
    Collection inferred =
        get(
            "/badges.json",
            "'operationId': 'listBadges'",
            "{'properties': {'badge_types': " + other + ", 'badges': " + other + "}}");

    assertThat(at(inferred)).isEqualTo("/badges");
    assertThat(inferred.records().alternatives())
        .anySatisfy(it -> assertThat(it.orElseThrow().at()).hasToString("/badge_types"));
  }

  @Test
  void a_list_of_failures_is_not_the_records_though_it_comes_first() {
    String other = "{'type': 'array', 'items': {'properties': {'id': {'type': 'string'}}}}";
    String schema = "{'properties': {'failedRows': " + other + ", 'people': " + other + "}}";

    assertThat(at(get("/users", LIST, schema))).isEqualTo("/people");
  }

  @Test
  void odata_has_them_under_value() {
    String schema =
        "{'properties': {'@odata.nextLink': {'type': 'string'}, 'value': " + USERS + "}}";

    assertThat(at(get("/users", LIST, schema))).isEqualTo("/value");
  }

  @Test
  void hal_has_them_under_embedded() {
    String schema =
        "{'properties': {'_links': {'type': 'object'}, '_embedded': {'properties': {'users': "
            + USERS
            + "}}}}";

    assertThat(at(get("/users", LIST, schema))).isEqualTo("/_embedded/users");
  }

  @Test
  void edges_have_them_in_nodes() {
    String node = "{'properties': {'node': {'properties': {'id': {'type': 'string'}}}}}";
    Collection inferred =
        get("/users", LIST, "{'properties': {'edges': {'type': 'array', 'items': " + node + "}}}");

    assertThat(at(inferred)).isEqualTo("/edges");
    assertThat(shape(inferred)).isEqualTo(new Records.Array(JsonPointer.compile("/node")));
    assertThat(inferred.primaryKey().value()).containsExactly(JsonPointer.compile("/id"));
  }

  @Test
  void a_map_has_them_by_their_names() {
    String schema =
        "{'properties': {'rates': {'additionalProperties': {'properties': {'rate': {'type':"
            + " 'number'}}}}}}";
    Collection inferred = get("/rates", "'operationId': 'listRates'", schema);

    assertThat(at(inferred)).isEqualTo("/rates");
    assertThat(shape(inferred)).isInstanceOf(Records.Entries.class);
    assertThat(inferred.primaryKey().value()).containsExactly(JsonPointer.compile("/key"));
  }

  @Test
  void alternatives_are_looked_through() {
    String schema =
        "{'oneOf': [{'properties': {'data': " + USERS + "}}, {'properties': {'error': {}}}]}";

    assertThat(at(get("/users", LIST, schema))).isEqualTo("/data");
  }

  @Test
  void an_example_serves_where_there_is_no_schema() {
    Collection inferred =
        answering(
            "/users",
            LIST,
            "'200': " + content("'example': {'ok': true, 'members': [{'id': 1, 'name': 'A'}]}"));

    assertThat(at(inferred)).isEqualTo("/members");
    assertThat(inferred.records().confidence()).isEqualTo(Confidence.LIKELY);
    assertThat(inferred.primaryKey().value()).containsExactly(JsonPointer.compile("/id"));
    assertThat(inferred.record().orElseThrow().properties()).containsKey("name");
  }

  @Test
  void an_example_serves_that_is_json_in_text() {
    Collection inferred =
        answering(
            "/users",
            LIST,
            "'200': " + content("'example': '[{\\'id\\': 1}]'").replace("\\'", "\\\""));

    assertThat(at(inferred)).isEmpty();
    assertThat(inferred.primaryKey().value()).containsExactly(JsonPointer.compile("/id"));
  }

  @Test
  void an_object_declared_where_the_words_speak_of_a_list_is_taken_for_its_element() {
    Collection inferred =
        get(
            "/projects",
            "'summary': 'Get a list of projects'",
            "{'properties': {'id': {'type': 'integer'}, 'name': {'type': 'string'}}}");

    assertThat(at(inferred)).isEmpty();
    assertThat(shape(inferred)).isInstanceOf(Records.Array.class);
    assertThat(inferred.records().confidence()).isEqualTo(Confidence.LIKELY);
  }

  @Test
  void ranges_and_default_responses_count_where_no_other_is_there() {
    assertThat(at(answering("/users", LIST, "'2XX': " + content("'schema': " + USERS)))).isEmpty();
    assertThat(at(answering("/users", LIST, "'default': " + content("'schema': " + USERS))))
        .isEmpty();
  }

  @Test
  void json_is_read_where_other_formats_stand_before_it() {
    String response =
        "'200': {'content': {'text/csv': {'schema': {'type': 'string'}}, 'application/vnd.api+json':"
            + " {'schema': {'properties': {'data': "
            + USERS
            + "}}}}}";

    assertThat(at(answering("/users", LIST, response))).isEqualTo("/data");
  }

  @Test
  void a_list_inside_a_recursive_schema_ends() {
    Collection inferred =
        Described.paths(
            "{'/nodes': {'get': {'operationId': 'listNodes', 'responses': {'200': "
                + content("'schema': {'$ref': '#/components/schemas/Node'}")
                + "}}}}",
            "{'Node': {'properties': {'data': {'$ref': '#/components/schemas/Node'}, 'items': {'type':"
                + " 'array', 'items': {'$ref': '#/components/schemas/Node'}}}}}");

    assertThat(at(inferred)).isEqualTo("/items");
  }

  @Test
  void nothing_is_said_where_nothing_is_known() {
    Collection inferred = answering("/users", LIST, "'200': {'description': 'OK'}");

    assertThat(at(inferred)).isEqualTo("none");
    assertThat(inferred.records().confidence()).isEqualTo(Confidence.UNSURE);
  }

  @Test
  void one_record_is_found_in_its_envelope() {
    Collection inferred =
        get(
            "/users/{id}",
            "'summary': 'Get a user'",
            "{'properties': {'meta': {'type': 'object'}, 'user': {'properties': {'id': {'type':"
                + " 'integer'}}}}}");

    assertThat(inferred.collection().value()).isFalse();
    assertThat(inferred.records().value().orElseThrow().at()).hasToString("/user");
    assertThat(shape(inferred)).isInstanceOf(Records.Single.class);
  }
}
