package dev.connector.scaffold.infer.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connector.scaffold.infer.fact.Confidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsAndErrorsTest {

  private static Inferred responses(String responses) {
    return Inferred.from(
        "{servers:[{url:'https://api.acme.io'}],paths:{'/a':{get:{responses:"
            + responses
            + "}},'/b':{get:{responses:"
            + responses
            + "}},'/c':{get:{responses:"
            + responses
            + "}}}}");
  }

  private static Inferred prose(String text) {
    return Inferred.from(
        "{info:{description:\""
            + text
            + "\"},servers:[{url:'https://api.acme.io'}],paths:{'/a':{get:{}}}}");
  }

  private static Inferred answer(String properties) {
    return responses(
        "{'200':{content:{'application/json':{schema:{type:'object',properties:{"
            + properties
            + ",data:{type:'array',items:{}}}}}}}}");
  }

  @Test
  void documented_headers_tell_what_is_left() {
    responses(
            "{'200':{headers:{'X-Acme-RateLimit-Limit':{},'X-Acme-RateLimit-Remaining':{},"
                + "'X-Acme-RateLimit-Reset':{description:'Seconds until the window resets'},"
                + "'X-Pagination-Limit':{}}}}")
        .has(
            "/limits/headers",
            "{limit:'X-Acme-RateLimit-Limit',remaining:'X-Acme-RateLimit-Remaining',"
                + "reset:{at:{header:'X-Acme-RateLimit-Reset'},as:'seconds'}}")
        .is("/limits/headers", Confidence.SURE);
  }

  @ParameterizedTest
  @CsvSource({
    "'UTC epoch seconds', epochSeconds",
    "'Unix time in milliseconds', epochMillis",
    "'Milliseconds until the reset', millis",
    "'The number of seconds left', seconds",
    "'The timestamp of the next window', epochSeconds",
  })
  void theTextOfAResetTellsItsUnit(String text, String unit) {
    responses(
            "{'429':{headers:{'X-Quota-Remaining':{},'X-Quota-Reset':{description:'"
                + text
                + "'}}}}")
        .has("/limits/headers/reset/as", "'" + unit + "'");
  }

  @Test
  void a_reset_without_a_unit_is_a_question() {
    responses("{'200':{headers:{'RateLimit-Remaining':{},'RateLimit-Reset':{}}}}")
        .has("/limits/headers", "{remaining:'RateLimit-Remaining'}")
        .asks("limits", "RateLimit-Reset");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "You are limited to 100 requests per 10 seconds.|[{requests:100,per:'PT10S'}]",
        "Throttled at 60 requests/minute per key|[{requests:60,per:'PT1M'}]",
        "A maximum of 500 requests per minute and 3,600 requests per hour are permitted|[{requests:500,per:'PT1M'},{requests:3600,per:'PT1H'}]",
        "The rate limit is **10000 API calls** every day.|[{requests:10000,per:'P1D'}]",
      })
  void aRateThatTheTextNamesIsLikely(String text, String expected) {
    prose(text).has("/limits/rates", expected).is("/limits/rates", Confidence.LIKELY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The free plan is limited to 10 requests per minute.",
        "Limits: for example, an endpoint of 800 requests per minute",
        "| `POST` | rate limit | 1 call per second |",
        "Limited to 100 requests per minute. With OAuth the limit is 600 requests per minute.",
        "The limit is 500 transcription requests per hour.",
      })
  void aRateThatHoldsForSomeIsAQuestion(String text) {
    prose(text).hasNo("/limits/rates").asks("limits", "for some callers");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "We serve 5 million requests per day.",
        "The service handled 900 requests per second in tests.",
        "Limited to 100 records per page.",
        "Version 2.100 requests per hour",
      })
  void figuresOfSomethingElseAreNoLimits(String text) {
    prose(text).hasNo("/limits").asksNothingAbout("limits");
  }

  @Test
  void a_refusals_description_may_name_the_limit() {
    responses("{'429':{description:'Rate limit of 5 requests per second exceeded'}}")
        .has("/limits/rates", "[{requests:5,per:'PT1S'}]");
  }

  @Test
  void a_flag_of_success_in_most_answers_makes_a_rule() {
    answer("ok:{type:'boolean'},error:{type:'string'}")
        .has(
            "/errors",
            "[{status:200,when:'/ok',equals:false,code:'INVALID_REQUEST',message:'/error'}]")
        .is("/errors", Confidence.LIKELY);
  }

  @Test
  void answers_that_share_a_schema_are_counted_each() {
    Inferred inferred =
        Inferred.from(
            "{servers:[{url:'https://api.acme.io'}],components:{schemas:{A:{type:'object',"
                + "properties:{ok:{type:'boolean'}}}}},paths:{'/a':{get:"
                + SHARED
                + "},'/b':{get:"
                + SHARED
                + "},'/c':{get:"
                + SHARED
                + "}}}");

    assertThat(inferred.access().findings())
        .filteredOn(it -> it.pointer().equals("/errors"))
        .flatExtracting(it -> it.fact().evidence())
        .extracting(it -> it.says())
        .containsExactly("3 of 3 answers have ok beside their data");
  }

  private static final String SHARED =
      "{responses:{'200':{content:{'application/json':{schema:{$ref:'#/components/schemas/A'}}}}}}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status:{type:'string',enum:['ok','error']}",
        "errors:{type:'array',items:{}}",
        "error:{type:'string',nullable:true}",
      })
  void whatMayBeDataIsAQuestion(String properties) {
    answer(properties).hasNo("/errors").is("/errors", Confidence.UNSURE).asks("errors", "200");
  }

  @Test
  void a_flag_that_few_answers_have_is_the_records_own() {
    Inferred.from(
            "{servers:[{url:'https://api.acme.io'}],paths:{'/a':{get:{responses:{'200':{content:"
                + "{'application/json':{schema:{type:'object',properties:{success:{type:'boolean'}}}}}}}}},"
                + "'/b':{get:{responses:{'200':{content:{'application/json':{schema:{type:'object',"
                + "properties:{id:{}}}}}}}}},'/c':{get:{responses:{'200':{content:{'application/json':"
                + "{schema:{type:'object',properties:{id:{}}}}}}}}}}}")
        .hasNo("/errors")
        .asksNothingAbout("errors");
  }

  @Test
  void the_shape_of_an_error_is_known_without_a_rule() {
    Inferred inferred =
        responses(
            "{'200':{},'400':{content:{'application/problem+json':{schema:{type:'object',"
                + "properties:{type:{type:'string'},title:{type:'string'},detail:{type:'string'}}}}}}}");

    inferred.hasNo("/errors").is("/errors", Confidence.LIKELY);
    assertThat(inferred.access().findings().stream().filter(it -> it.pointer().equals("/errors")))
        .extracting(it -> it.fact().value())
        .containsExactly(Inferred.json("{message:'/detail',code:'/type',format:'RFC 7807'}"));
  }
}
