package dev.connector.scaffold.infer.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connector.scaffold.description.ApiParameter;
import dev.connector.scaffold.infer.fact.Confidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UndescribedAuthenticationTest {

  private static Inferred parameters(String parameters) {
    return Inferred.from(
        "{servers:[{url:'https://api.acme.io'}],paths:{'/a':{parameters:["
            + parameters
            + "],get:{},post:{}},'/b':{parameters:["
            + parameters
            + "],get:{}}}}");
  }

  private static Inferred prose(String text) {
    return Inferred.from(
        "{info:{description:\""
            + text.replace("\"", "\\\"")
            + "\"},"
            + "servers:[{url:'https://api.acme.io'}],paths:{'/a':{get:{}}}}");
  }

  @Test
  void a_key_that_every_operation_has_for_a_parameter_is_the_credential() {
    Inferred inferred = parameters("{in:'query',name:'api_key',schema:{type:'string'}}");

    inferred
        .has("/authentication", "[{type:'apiKey',value:'{apiKey}',placement:{query:'api_key'}}]")
        .is("/authentication", Confidence.LIKELY)
        .asks("authentication", "describes no authentication");
    assertThat(inferred.access().operations().supplied())
        .contains(new Access.Supplied(ApiParameter.In.QUERY, "api_key"));
  }

  @Test
  void an_authorization_header_whose_example_shows_a_word_is_written_that_way() {
    parameters(
            "{in:'header',name:'authorization',required:true,example:'Bearer eyJ0',schema:{type:'string'}}")
        .has("/authentication", "[{type:'bearer',token:'{accessToken}'}]")
        .is("/authentication", Confidence.LIKELY);
  }

  @Test
  void a_key_and_a_secret_that_are_both_needed_go_together() {
    parameters(
            "{in:'header',name:'X-App-Key',required:true},{in:'header',name:'X-App-Secret',required:true}")
        .has("/authentication/0/placement", "{header:'X-App-Key'}")
        .has("/headers", "{'X-App-Secret':'{apiSecret}'}")
        .has("/settings/apiSecret/secret", "true");
  }

  @Test
  void a_parameter_called_key_that_nobody_needs_is_an_ordinary_one() {
    parameters("{in:'query',name:'key',schema:{type:'string'}}").hasNo("/authentication");
  }

  @Test
  void a_key_that_few_operations_have_is_an_ordinary_parameter() {
    Inferred.from(
            "{servers:[{url:'https://api.acme.io'}],paths:{'/a':{get:{parameters:"
                + "[{in:'query',name:'api_key',required:true}]}},'/b':{get:{}},'/c':{get:{}}}}")
        .hasNo("/authentication");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Send `Authorization: Bearer YOUR_TOKEN`|{type:'bearer',token:'{accessToken}'}",
        "curl -H \"Authorization: Token 9944b\"|{type:'apiKey',value:'Token {accessToken}',placement:{header:'Authorization'}}",
        "Pass your key in the X-Acme-Api-Key header.|{type:'apiKey',value:'{apiKey}',placement:{header:'X-Acme-Api-Key'}}",
        "Requests must contain a key \"API-Key\" in the header|{type:'apiKey',value:'{apiKey}',placement:{header:'API-Key'}}",
        "GET /things?api_key=demo|{type:'apiKey',value:'{apiKey}',placement:{query:'api_key'}}",
        "We use HTTP basic auth.|{type:'basic',username:'{username}',password:'{password}'}",
      })
  void whatTheTextSaysOfAuthenticationIsLikely(String text, String expected) {
    prose(text)
        .has("/authentication", "[" + expected + "]")
        .is("/authentication", Confidence.LIKELY)
        .asks("authentication", "in words alone");
  }

  @Test
  void a_refusal_without_any_word_on_it_is_a_question() {
    Inferred.from(
            "{servers:[{url:'https://api.acme.io'}],paths:{'/a':{get:{responses:{'401':{}}}}}}")
        .has("/authentication", "[{type:'bearer',token:'{accessToken}'},{type:'none'}]")
        .has("/settings/accessToken/required", "false")
        .is("/authentication", Confidence.UNSURE)
        .asks("authentication", "does not say how callers authenticate");
  }

  @Test
  void where_nothing_hints_at_a_credential_none_is_sent() {
    prose("All about rocks.")
        .hasNo("/authentication")
        .hasNo("/settings")
        .asks("authentication", "says nothing of authentication");
  }

  private static Inferred login(String schemes, String body, String answer) {
    return Inferred.from(
        "{servers:[{url:'https://api.acme.io'}],components:{securitySchemes:{"
            + schemes
            + "}},security:[{t:[]}],paths:{'/things':{get:{}},'/auth/login':{post:{security:[],"
            + "requestBody:{content:{'application/json':{schema:"
            + body
            + "}}},responses:{'200':{content:{'application/json':{schema:"
            + answer
            + "}}}}}}}}");
  }

  private static final String CREDENTIALS =
      "{type:'object',required:['email','password'],"
          + "properties:{email:{type:'string'},password:{type:'string'},remember:{type:'boolean'}}}";
  private static final String TOKEN =
      "{type:'object',properties:{data:{type:'object',properties:{access_token:{type:'string'}}}}}";

  @Test
  void a_login_that_answers_with_a_token_is_suggested_beside_the_token_itself() {
    login("t:{type:'http',scheme:'bearer'}", CREDENTIALS, TOKEN)
        .has("/authentication/0", "{type:'bearer',token:'{accessToken}'}")
        .has(
            "/authentication/1",
            "{type:'session',login:{path:'/auth/login',body:{email:'{email}',password:'{password}'}},"
                + "token:'/data/access_token'}")
        .has("/settings/password/secret", "true")
        .is("/authentication/1", Confidence.LIKELY)
        .asks("authentication", "/auth/login");
  }

  @Test
  void the_token_of_a_login_goes_where_the_scheme_puts_it() {
    login("t:{type:'apiKey',in:'header',name:'X-Auth-Token'}", CREDENTIALS, TOKEN)
        .has("/authentication/1/placement", "{header:'X-Auth-Token'}")
        .has("/authentication/1/value", "'{token}'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{type:'object',required:['captcha'],properties:{email:{type:'string'},password:{type:'string'},captcha:{type:'object'}}}",
        "{type:'object',properties:{email:{type:'string'}}}",
      })
  void aLoginThatSettingsCannotFillOrThatTakesNoSecretIsNone(String body) {
    login("t:{type:'http',scheme:'bearer'}", body, TOKEN).hasNo("/authentication/1");
  }

  @Test
  void a_token_operation_that_takes_a_grant_type_is_o_auth() {
    login(
            "t:{type:'http',scheme:'bearer'}",
            "{type:'object',properties:{grant_type:{type:'string'},client_id:{type:'string'},client_secret:{type:'string'}}}",
            TOKEN)
        .has("/authentication/1/type", "'oauth2'")
        .has("/authentication/1/tokenUrl", "'https://api.acme.io/auth/login'");
  }
}
