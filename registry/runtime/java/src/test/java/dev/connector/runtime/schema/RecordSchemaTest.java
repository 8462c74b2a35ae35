package dev.connector.runtime.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.message.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordSchemaTest {

  @Test
  void aViolationNamesItsPlaceAndNeverTheValue() throws Exception {
    RecordSchema schema =
        schema(
            "{'type':'object','required':['id'],'properties':{'a/b':{'items':{'type':'integer'}},"
                + "'mail':{'type':['string','null'],'format':'email'}}}");

    assertThat(schema.violations(json("{'a/b':[1,2.0,'x'],'mail':'secret'}")))
        .containsExactly(
            new Violation("", "lacks id"),
            new Violation("/a~1b/2", "must be integer"),
            new Violation("/mail", "must be of the format email"));
    assertThat(schema.violations(json("{'id':1,'mail':null}"))).isEmpty();
  }

  @Test
  void anUnknownKeywordIsRefusedByName() {
    assertThatThrownBy(() -> schema("{'properties':{'a':{'unevaluatedItems':false}}}"))
        .hasMessage("the keyword \"unevaluatedItems\" of JSON Schema is not supported");
    assertThatThrownBy(() -> schema("{'format':'hostname'}")).hasMessageContaining("\"format\"");
    assertThatThrownBy(() -> schema("{'type':'text'}")).hasMessageContaining("no type");
  }

  @Test
  void aReferenceMayLeadBackToTheWholeButNotToItself() throws Exception {
    RecordSchema tree =
        schema(
            "{'properties':{'child':{'$ref':'#'},'n':{'$ref':'#/$defs/n'}},'$defs':{'n':{'type':'number'}}}");

    assertThat(tree.violations(json("{'child':{'child':{'n':'x'}}}")))
        .containsExactly(new Violation("/child/child/n", "must be number"));
    assertThatThrownBy(
            () -> schema("{'items':{'$ref':'#/$defs/a'},'$defs':{'a':{'$ref':'#/$defs/a'}}}"))
        .hasMessageContaining("leads to itself");
    assertThatThrownBy(() -> schema("{'items':{'$ref':'#/$defs/a'}}"))
        .hasMessageContaining("leads nowhere");
    assertThatThrownBy(() -> schema("{'items':{'$ref':'https://example.com/a'}}"))
        .hasMessageContaining("leads nowhere");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'enum':['a',1,null]}|'a'|'b'",
        "{'if':{'type':'string'},'then':{'const':'a'},'else':{'minimum':3}}|'a'|'b'",
        "{'if':{'type':'string'},'then':{'const':'a'},'else':{'minimum':3}}|3|2",
        "{'format':'json-pointer'}|'/a~1b/'|'a'",
        "{'enum':['a',1,null]}|1.0|2",
        "{'const':{'a':[1]}}|{'a':[1.0]}|{'a':[2]}",
        "{'minimum':2}|2|1.9",
        "{'exclusiveMinimum':2}|2.1|2.0",
        "{'maximum':2}|2|2.1",
        "{'exclusiveMaximum':2}|1|2",
        "{'multipleOf':0.1}|0.3|0.35",
        "{'minLength':2}|'ab'|'a'",
        "{'maxLength':1}|'\uD83D\uDE00'|'ab'",
        "{'pattern':'^a+$'}|'aa'|'ab'",
        "{'minItems':1}|[1]|[]",
        "{'maxItems':1}|[1]|[1,2]",
        "{'uniqueItems':true}|[1,2]|[1,1.0]",
        "{'minProperties':1}|{'a':1}|{}",
        "{'additionalProperties':false}|{}|{'a':1}",
        "{'properties':{'a':true},'additionalProperties':{'type':'null'}}|{'a':1}|{'b':1}",
        "{'propertyNames':{'maxLength':1}}|{'a':1}|{'ab':1}",
        "{'anyOf':[{'type':'string'},{'type':'null'}]}|null|1",
        "{'oneOf':[{'minimum':1},{'maximum':2}]}|0|1.5",
        "{'allOf':[{'minimum':1},{'maximum':2}]}|1|3",
        "{'type':'integer'}|3.0|3.5",
        "{'format':'date'}|'2024-02-29'|'2023-02-29'",
        "{'format':'date-time'}|'2024-01-01T23:59:60.123+01:00'|'2024-01-01T23:59:00'",
        "{'format':'date-time'}|'2024-01-01t00:00:00z'|'2024-01-01 00:00:00Z'",
        "{'format':'uri'}|'https://example.com/a'|'/a b'",
        "{'format':'uuid'}|'123e4567-e89b-12d3-a456-426614174000'|'123e4567'",
        "{'format':'duration'}|'P1Y2M'|'P'",
      })
  void aKeywordLetsPassWhatFitsAndNothingElse(String schema, String fits, String doesNot)
      throws Exception {
    assertThat(schema(schema).violations(json(fits))).isEmpty();
    assertThat(schema(schema).violations(json(doesNot))).hasSize(1);
  }

  private static RecordSchema schema(String text) throws JsonProcessingException {
    return RecordSchema.of(json(text));
  }

  private static JsonNode json(String text) throws JsonProcessingException {
    return Json.parse(text.replace('\'', '"'));
  }
}
