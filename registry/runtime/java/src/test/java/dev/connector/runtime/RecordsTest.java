package dev.connector.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.message.Json;
import dev.connector.runtime.paging.Records;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordsTest {

  @Test
  void elements_of_an_array_are_records() {
    assertThat(Records.at("/data").in(json("{'data': [{'id': 1}, {'id': 2}]}")))
        .containsExactly(json("{'id': 1}"), json("{'id': 2}"));
  }

  @Test
  void an_object_is_the_only_record() {
    assertThat(Records.at("/data").in(json("{'data': {'id': 1}}")))
        .containsExactly(json("{'id': 1}"));
  }

  @Test
  void a_record_may_lie_deeper_in_each_element() {
    assertThat(Records.at("/edges").item("/node").in(json("{'edges': [{'node': {'id': 1}}]}")))
        .containsExactly(json("{'id': 1}"));
  }

  @Test
  void members_whose_names_are_data_become_records_with_the_name_in_them() {
    JsonNode rates =
        json("{'base': 'EUR', 'rates': {'2024-01-02': {'USD': 1.1}, '2024-01-03': {}}}");

    assertThat(Records.members("/rates", "/date", "/rates").copy("/base", "/base").in(rates))
        .containsExactly(
            json("{'date': '2024-01-02', 'rates': {'USD': 1.1}, 'base': 'EUR'}"),
            json("{'date': '2024-01-03', 'rates': {}, 'base': 'EUR'}"));
  }

  @Test
  void a_member_that_is_an_object_can_be_the_record_itself() {
    assertThat(Records.members("", "/id", "").in(json("{'a': {'name': 'A'}}")))
        .containsExactly(json("{'name': 'A', 'id': 'a'}"));
  }

  @Test
  void the_answer_stays_as_it_was() {
    JsonNode answer = json("{'x': 1, 'data': [{'id': 1}], 'map': {'a': {}}}");

    Records.at("/data").copy("/x", "/x").in(answer);
    Records.members("/map", "/id", "").in(answer);

    assertThat(answer).isEqualTo(json("{'x': 1, 'data': [{'id': 1}], 'map': {'a': {}}}"));
  }

  @Test
  void null_in_the_place_of_records_is_an_empty_list() {
    assertThat(Records.at("/data").in(json("{'data': null}"))).isEmpty();
    assertThat(Records.members("/data", "/id", "").in(json("{'data': null}"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{'data': 'text'}", "{'data': [{}]}", "{'data': {'a': 1}}"})
  void nothing_in_the_place_of_records_is_an_error_and_no_empty_list(String answer) {
    Records records =
        answer.contains("[{}]")
            ? Records.at("/data").item("/node")
            : Records.members("/data", "/id", "");

    assertThatThrownBy(() -> records.in(json(answer)))
        .isInstanceOfSatisfying(
            ApiException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.PARSING_ERROR));
  }

  private static JsonNode json(String text) {
    try {
      return Json.parse(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
