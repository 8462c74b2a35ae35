package dev.connector.scaffold.infer.shape;

import static dev.connector.scaffold.infer.shape.Described.answering;
import static dev.connector.scaffold.infer.shape.Described.content;
import static dev.connector.scaffold.infer.shape.Described.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connector.scaffold.infer.fact.Confidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether an operation returns a collection. */
class CollectionInferenceTest {

  private static final String OBJECT =
      "{'properties': {'id': {'type': 'integer'}, 'tags': {'type': 'array', 'items': {'type':"
          + " 'string'}}}}";
  private static final String LIST = "{'type': 'array', 'items': " + OBJECT + "}";
  private static final String ENVELOPE =
      "{'properties': {'data': " + LIST + ", 'total': {'type': 'integer'}}}";

  private static boolean collection(Collection inferred) {
    return inferred.collection().value();
  }

  @Test
  void words_and_shape_together_are_sure() {
    Collection inferred = get("/users", "'summary': 'List all users'", LIST);

    assertThat(collection(inferred)).isTrue();
    assertThat(inferred.collection().confidence()).isEqualTo(Confidence.SURE);
    assertThat(inferred.collection().evidence())
        .extracting(it -> it.says())
        .contains("the summary speaks of many: \"List all users\"", "the body is a list");
  }

  @ParameterizedTest
  @CsvSource({
    "/users/{id}, Get a user",
    "/users/{id}, Returns a single user by id",
    "/me, Get the current user",
    "/users/count, Count users",
    "/users/export, Export users",
    "/health, Health check",
    "/login, Log in",
    "/users/statistics, Get statistics",
  })
  void objectsOfWhichTheWordsSpeakAsOneAreNone(String path, String summary) {
    assertThat(collection(get(path, "'summary': '" + summary + "'", OBJECT))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "/suppressions/{email}, Retrieve all suppressions of an address",
    "/stops/type/{types}, Gets all stop points of a given type",
    "/search, Search files",
    "/reports/telephone, Get telephone reports",
    "/disks, Lists the disks of a subscription",
    "/users/{id}/favorites, Get a user's favorites",
    "/instances, Managed Databases List All",
  })
  void listsWithWordsThatSpeakOfManyAre(String path, String summary) {
    String words = "'summary': '" + summary.replace("'", "\u2019") + "'";

    assertThat(collection(get(path, words, ENVELOPE))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "listUsers, true",
    "users.list, true",
    "Users_ListByGroup, true",
    "users_get_list, true",
    "findUsers, true",
    "Users_Get, false",
    "getUserById, false",
    "users.get, false",
    "retrieveUser, false",
  })
  void namesOfOperationsDecideWhereNothingElseIsSaid(String name, boolean collection) {
    String words = "'operationId': '" + name + "'";

    assertThat(collection(answering("/x/{y}/things", words, "'200': {}"))).isEqualTo(collection);
  }

  @Test
  void a_record_with_lists_of_its_own_is_none() {
    Collection inferred = get("/accounts/{id}", "'operationId': 'getAccount'", OBJECT);

    assertThat(collection(inferred)).isFalse();
  }

  @Test
  void a_path_that_ends_with_a_variable_speaks_of_one_where_nothing_else_is_said() {
    Collection inferred = answering("/things/{thing}", "'operationId': ''", "'200': {}");

    assertThat(collection(inferred)).isFalse();
    assertThat(inferred.collection().evidence())
        .extracting(it -> it.says())
        .containsExactly("the path ends with a variable");
  }

  @Test
  void a_list_of_truth_values_answers_a_question() {
    Collection inferred =
        get(
            "/me/shows/contains",
            "'summary': 'Check saved shows'",
            "{'type': 'array', 'items': {'type': 'boolean'}}");

    assertThat(collection(inferred)).isFalse();
  }

  @Test
  void formats_that_are_no_json_hold_no_records() {
    String csv = "'200': {'content': {'text/csv': {'schema': {'type': 'string'}}}}";

    assertThat(collection(answering("/users/all", "'summary': 'List users'", csv))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"/users/search, Search users, true", "/users, Create users, false"})
  void aPostIsOneWhereItSearches(String path, String summary, boolean collection) {
    Collection inferred =
        Described.paths(
            "{'"
                + path
                + "': {'post': {'summary': '"
                + summary
                + "', 'responses': {'200': "
                + content("'schema': " + ENVELOPE)
                + "}}}}");

    assertThat(collection(inferred)).isEqualTo(collection);
  }

  @Test
  void deletes_are_none() {
    Collection inferred =
        Described.paths(
            "{'/users': {'delete': {'summary': 'Delete all users', 'responses': {'200': "
                + content("'schema': " + LIST)
                + "}}}}");

    assertThat(collection(inferred)).isFalse();
  }

  @Test
  void hostile_words_stay_on_one_short_line() {
    String words = "'summary': 'List users\\u202e\\u0007\\t" + "x".repeat(500) + "'";
    Collection inferred = get("/users", words, LIST);

    assertThat(inferred.collection().evidence())
        .allSatisfy(
            it -> assertThat(it.says()).hasSizeLessThan(150).doesNotContain("\u202e", "\t"));
  }

  @Test
  void wrong_types_everywhere_are_no_trouble() {
    Collection inferred =
        get(
            "/users",
            "'summary': 'List users'",
            "{'type': 7, 'properties': [1], 'items': 'x', 'allOf': {'a': 1}, 'oneOf': 'y', 'required':"
                + " 'id', 'enum': 3}");

    assertThat(inferred.records().value()).isEmpty();
  }

  @Test
  void one_of_things_that_are_lists_is_none() {
    String record = "{'properties': {'data': " + OBJECT + ", 'included': " + LIST + "}}";
    String words = "'summary': 'Get List', 'operationId': 'get_list'";

    assertThat(collection(get("/lists/{id}", words, record))).isFalse();
    assertThat(collection(get("/lists", words, LIST))).isTrue();
  }
}
