package dev.connector.scaffold.infer.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connector.scaffold.description.ApiParameter;
import dev.connector.scaffold.infer.fact.Confidence;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthenticationTest {

  private static Inferred schemes(String schemes, String security) {
    return Inferred.from(
        "{servers:[{url:'https://api.acme.io/v1'}],security:"
            + security
            + ",components:{securitySchemes:"
            + schemes
            + "},paths:{'/things':{get:{}},'/people':{get:{}}}}");
  }

  @Test
  void a_key_in_a_header_is_a_required_secret() {
    schemes("{k:{type:'apiKey',in:'header',name:'X-Api-Key'}}", "[{k:[]}]")
        .has("/authentication", "[{type:'apiKey',value:'{apiKey}',placement:{header:'X-Api-Key'}}]")
        .has("/settings/apiKey", "{title:'Api key',secret:true}")
        .is("/authentication", Confidence.SURE)
        .asksNothingAbout("authentication");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Use `Bearer <token>`.|bearer",
        "The word Bearer, then the token|bearer",
        "Authorization: Token abcdef|Token {accessToken}",
        "API tokens must be prepended with \"token\" followed by a space.|token {accessToken}",
        "Conjur access token in `Token token=<base64_encoded_token>` format.|Token token={accessToken}",
        "Format - NetworkInsight {token}|NetworkInsight {accessToken}",
        "By setting the `Authorization` header to `Acme-API-Key your-private-api-key`|Acme-API-Key {apiKey}",
        "Send the `Authorization` header with `your token`|{authorization}",
        "The string \"OAuth\", as in OAuth ACCESS_TOKEN|OAuth {accessToken}",
      })
  void aKeyNamedAuthorizationIsWrittenAsItsDescriptionSays(String says, String expected) {
    Inferred inferred =
        schemes(
            "{auth:{type:'apiKey',in:'header',name:'Authorization',description:\""
                + says.replace("\"", "\\\"")
                + "\"}}",
            "[{auth:[]}]");

    if (expected.equals("bearer")) {
      inferred.has("/authentication", "[{type:'bearer',token:'{accessToken}'}]");
    } else {
      assertThat(inferred.at("/authentication/0/value").asText()).isEqualTo(expected);
    }
  }

  @Test
  void a_scheme_called_bearer_is_likely_one() {
    schemes("{Bearer:{type:'apiKey',in:'header',name:'Authorization'}}", "[{Bearer:[]}]")
        .has("/authentication/0/type", "'bearer'")
        .is("/authentication", Confidence.LIKELY)
        .asks("authentication", "only hints");
  }

  @Test
  void where_no_word_is_known_the_user_writes_the_whole_header() {
    schemes("{k:{type:'apiKey',in:'header',name:'Authorization'}}", "[{k:[]}]")
        .has("/authentication/0/value", "'{authorization}'")
        .is("/authentication", Confidence.UNSURE)
        .asks("authentication", "which word");
  }

  @Test
  void a_header_of_several_fields_is_not_taken_for_a_word_and_a_key() {
    schemes(
            "{k:{type:'apiKey',in:'header',name:'Authorization',"
                + "description:'Authorization: Token token=\\\"a\\\", credential=\\\"b\\\"'}}",
            "[{k:[]}]")
        .has("/authentication/0/value", "'{authorization}'");
  }

  @Test
  void a_signature_is_for_code() {
    schemes(
            "{hmac:{type:'apiKey',in:'header',name:'Authorization',description:'Signature v4'}}",
            "[{hmac:[]}]")
        .has("/authentication/0/type", "'custom'")
        .asks("authentication", "signed");
  }

  private static final String SIGNED =
      "{type:'apiKey',in:'header',name:'Authorization','x-amazon-apigateway-authtype':'awsSigv4'}";

  private static Inferred signed(String info, String server, String scheme) {
    return Inferred.from(
        "{info:"
            + info
            + ",servers:["
            + server
            + "],security:[{s:[]}],components:{securitySchemes:{s:"
            + scheme
            + "}},paths:{'/things':{get:{parameters:[{in:'header',name:'X-Amz-Date',schema:"
            + "{type:'string'}},{in:'header',name:'X-Amz-Target',schema:{type:'string'}}]}}}}");
  }

  @Test
  void an_aws_signature_is_for_the_region_and_the_service_of_the_host() {
    String server =
        "{url:'https://things.{region}.acme.io',variables:{region:{default:'eu-west-1',enum:"
            + "['eu-west-1','us-east-1']}}}";
    Inferred inferred =
        signed("{}", server, SIGNED)
            .has(
                "/authentication",
                "[{type:'awsSignature',accessKeyId:'{accessKeyId}',secretAccessKey:"
                    + "'{secretAccessKey}',sessionToken:'{sessionToken}',region:'{region}',"
                    + "service:'things'}]")
            .has("/settings/region/default", "'eu-west-1'")
            .has("/settings/secretAccessKey/secret", "true")
            .hasNo("/settings/secretAccessKey/required")
            .has("/settings/sessionToken/required", "false")
            .is("/authentication", Confidence.LIKELY)
            .asksNothingAbout("authentication");
    assertThat(inferred.access().operations().supplied())
        .contains(new Access.Supplied(ApiParameter.In.HEADER, "x-amz-date"))
        .doesNotContain(new Access.Supplied(ApiParameter.In.HEADER, "x-amz-target"));
  }

  @Test
  void the_signing_name_of_a_document_is_surer_than_its_host() {
    signed(
            "{'x-aws-signingName':'thingmaker'}",
            "{url:'https://api.things.us-gov-west-1.acme.io/v1'}",
            SIGNED)
        .has("/authentication/0/region", "'us-gov-west-1'")
        .has("/authentication/0/service", "'thingmaker'")
        .is("/authentication", Confidence.SURE);
  }

  @Test
  void what_the_document_does_not_say_of_an_aws_signature_is_for_the_user_to_say() {
    signed("{}", "{url:'https://acme.io'}", SIGNED)
        .has("/authentication/0/region", "'{region}'")
        .has("/authentication/0/service", "'{service}'")
        .has(
            "/settings/region",
            "{title:'Region',description:'The region that signatures are for.'}")
        .asks("authentication", "for a region")
        .asks("authentication", "for a service");
  }

  @ParameterizedTest
  @CsvSource({
    "AWS Signature Version 4,awsSignature",
    "Amazon Signature authorization v4,awsSignature",
    "Sign with SigV4.,awsSignature",
    "Amazon Signature authorization v2,custom",
    "Our own signature v4,custom"
  })
  void anAwsSignatureMayBeNamedInWords(String words, String type) {
    signed(
            "{}",
            "{url:'https://acme.io'}",
            "{type:'apiKey',in:'header',name:'Authorization',description:'" + words + "'}")
        .has("/authentication/0/type", "'" + type + "'");
  }

  @Test
  void another_kind_of_signature_is_not_taken_for_it() {
    signed(
            "{}",
            "{url:'https://acme.io'}",
            "{type:'apiKey',in:'header',name:'Authorization',description:'Like SigV4 signature',"
                + "'x-amazon-apigateway-authtype':'awsSigv2'}")
        .has("/authentication/0/type", "'custom'");
  }

  @Test
  void basic_takes_user_and_password() {
    schemes("{b:{type:'http',scheme:'Basic'}}", "[{b:[]}]")
        .has("/authentication", "[{type:'basic',username:'{username}',password:'{password}'}]")
        .has("/settings/password/secret", "true")
        .hasNo("/settings/username/secret");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Use your API key as the user name and leave the password empty.|{apiKey}|''",
        "Username: your API key; the password is ignored|{apiKey}|''",
        "Authorization: Basic <base64 hash of `api_key:`>|{apiKey}|''",
        "Any username, and the API key as the password.|connector|{apiKey}",
        "Username: API Token ID, Password: API Token Secret|{username}|{password}",
        "Available with username and app password as credentials.|{username}|{password}",
      })
  void anApiKeyMayTakeThePlaceOfUserOrPassword(String says, String user, String password) {
    Inferred inferred =
        schemes("{b:{type:'http',scheme:'basic',description:'" + says + "'}}", "[{b:[]}]");

    assertThat(inferred.at("/authentication/0/username").asText()).isEqualTo(user);
    assertThat(inferred.at("/authentication/0/password").asText()).isEqualTo(password);
  }

  @Test
  void client_credentials_ask_for_tokens_and_a_token_may_be_brought() {
    schemes(
            "{o:{type:'oauth2',flows:{clientCredentials:{tokenUrl:'https://id.acme.io/token',"
                + "scopes:{'things:read':''}}}}}",
            "[{o:['things:read']}]")
        .has("/authentication/0", "{type:'bearer',token:'{accessToken}'}")
        .has(
            "/authentication/1",
            "{type:'oauth2',grant:'clientCredentials',tokenUrl:'https://id.acme.io/token',"
                + "clientId:'{clientId}',clientSecret:'{clientSecret}',clientAuthentication:'body',"
                + "scopes:['things:read']}")
        .has("/settings/clientSecret/required", "false")
        .is("/authentication/1", Confidence.SURE)
        .asks("authentication", "reach the token endpoint");
  }

  @Test
  void an_authorization_code_flow_keeps_a_refresh_url_that_differs() {
    Inferred inferred =
        schemes(
            "{o:{type:'oauth2',description:'Send client_id and secret with HTTP Basic. Use PKCE.',"
                + "flows:{authorizationCode:{authorizationUrl:'/authorize',tokenUrl:'/oauth/token',"
                + "refreshUrl:'https://id.acme.io/refresh',scopes:{}}}}}",
            "[{o:[]}]");

    inferred
        .has("/authentication/1/authorizationUrl", "'https://api.acme.io/authorize'")
        .has("/authentication/1/tokenUrl", "'https://api.acme.io/oauth/token'")
        .has("/authentication/1/refreshUrl", "'https://id.acme.io/refresh'")
        .has("/authentication/1/clientAuthentication", "'basic'")
        .has("/authentication/1/pkce", "true")
        .is("/authentication/1", Confidence.LIKELY)
        .asksNothingAbout("authentication");
  }

  @Test
  void only_scopes_for_reading_are_asked_for_where_there_are_many() {
    schemes(
            "{o:{type:'oauth2',flows:{clientCredentials:{tokenUrl:'https://id.acme.io/token',scopes:"
                + "{'a:read':'','a:write':'','b.readonly':'',b:'',c:'','read:admin':''}}}}}",
            "[{o:[]}]")
        .has("/authentication/1/scopes", "['a:read','b.readonly']")
        .asks("authentication", "scopes");
  }

  @ParameterizedTest
  @CsvSource({
    "implicit",
    "password",
    "clientCredentials",
  })
  void aFlowThatNoEngineCanDoLeavesATokenFromElsewhere(String flow) {
    schemes(
            "{o:{type:'oauth2',flows:{"
                + flow
                + ":{authorizationUrl:'https://id.acme.io/a',"
                + "tokenUrl:'/',scopes:{}}}}}",
            "[{o:[]}]")
        .has("/authentication", "[{type:'bearer',token:'{accessToken}'}]")
        .asks("authentication", flow);
  }

  @Test
  void open_id_connect_leaves_a_token_from_elsewhere() {
    schemes(
            "{o:{type:'openIdConnect',openIdConnectUrl:'https://id.acme.io/.well-known'}}",
            "[{o:[]}]")
        .has("/authentication/0/type", "'bearer'")
        .asks("authentication", "OpenID Connect");
  }

  @Test
  void alternatives_are_in_order_of_preference_and_none_hides_another() {
    schemes(
            "{b:{type:'http',scheme:'basic'},q:{type:'apiKey',in:'query',name:'key'},"
                + "h:{type:'apiKey',in:'header',name:'X-Key'}}",
            "[{b:[]},{q:[]},{h:[]}]")
        .has(
            "/authentication",
            "[{type:'apiKey',value:'{apiKey}',placement:{header:'X-Key'}},"
                + "{type:'basic',username:'{username}',password:'{password}'}]")
        .has("/settings/apiKey/required", "false");
  }

  @Test
  void schemes_needed_together_go_on_requests_together() {
    schemes(
            "{a:{type:'apiKey',in:'header',name:'X-Acme-AppKey'},"
                + "t:{type:'apiKey',in:'header',name:'X-Acme-AppToken'},"
                + "i:{type:'apiKey',in:'query',name:'client_id'}}",
            "[{a:[],t:[],i:[]}]")
        .has(
            "/authentication",
            "[{type:'apiKey',value:'{apiKey}',placement:{header:'X-Acme-AppKey'}}]")
        .has("/headers", "{'X-Acme-AppToken':'{accessToken}'}")
        .has("/query", "{client_id:'{clientId}'}")
        .has("/settings/accessToken/secret", "true")
        .hasNo("/settings/clientId/secret");
  }

  @Test
  void a_key_beside_o_auth_goes_along() {
    schemes(
            "{o:{type:'oauth2',flows:{clientCredentials:{tokenUrl:'https://id.acme.io/token',scopes:{}}}},"
                + "k:{type:'apiKey',in:'header',name:'X-Api-Key'}}",
            "[{o:[],k:[]}]")
        .has("/authentication/1/grant", "'clientCredentials'")
        .has("/headers/X-Api-Key", "'{apiKey}'");
  }

  @Test
  void two_that_claim_the_same_header_are_alternatives() {
    schemes("{o:{type:'http',scheme:'bearer'},b:{type:'http',scheme:'basic'}}", "[{o:[],b:[]}]")
        .has(
            "/authentication",
            "[{type:'bearer',token:'{accessToken}'},"
                + "{type:'basic',username:'{username}',password:'{password}'}]")
        .hasNo("/headers")
        .is("/authentication", Confidence.LIKELY);
  }

  @Test
  void the_same_key_in_header_and_query_is_sent_once() {
    schemes(
            "{h:{type:'apiKey',in:'header',name:'X-Api-Key'},"
                + "q:{type:'apiKey',in:'query',name:'api_key'}}",
            "[{q:[],h:[]}]")
        .has("/authentication/0/placement", "{header:'X-Api-Key'}")
        .hasNo("/query");
  }

  @Test
  void where_most_can_be_read_without_none_is_the_last_alternative() {
    Inferred.from(
            "{servers:[{url:'https://api.acme.io'}],components:{securitySchemes:"
                + "{k:{type:'http',scheme:'bearer'}}},paths:{'/a':{get:{},post:{security:[{k:[]}]}},"
                + "'/b':{get:{security:[{},{k:[]}]}},'/c':{get:{security:[{k:[]}]}}}}")
        .has("/authentication", "[{type:'bearer',token:'{accessToken}'},{type:'none'}]")
        .has("/settings/accessToken/required", "false");
  }

  @Test
  void an_operation_that_needs_another_scheme_is_told_of() {
    Inferred.from(
            "{servers:[{url:'https://api.acme.io'}],security:[{k:[]}],components:{securitySchemes:"
                + "{k:{type:'http',scheme:'bearer'},admin:{type:'apiKey',in:'header',name:'X-Admin'}}},"
                + "paths:{'/a':{get:{}},'/b':{get:{}},'/c':{get:{security:[{admin:[]}]}}}}")
        .has("/authentication", "[{type:'bearer',token:'{accessToken}'}]")
        .asks("authentication", "GET /c");
  }

  @Test
  void schemes_that_no_operation_needs_are_used_and_asked_about() {
    schemes("{k:{type:'http',scheme:'bearer'}}", "[]")
        .has("/authentication/0/type", "'bearer'")
        .is("/authentication", Confidence.LIKELY)
        .asks("authentication", "no operation says that it needs it");
  }

  @Test
  void malformed_schemes_do_no_harm() {
    schemes(
            "{a:{type:'apiKey'},b:{type:'apiKey',in:'header',name:'X Key\\n'},c:{type:'oauth2',"
                + "flows:{authorizationCode:{tokenUrl:'{x}',authorizationUrl:7}}},d:5,e:{type:'mutualTLS'},"
                + "f:{type:'apiKey',in:'query',name:'{key}'}}",
            "[{a:[]},{b:[]},{c:[]},{d:[]},{e:[]},{f:[],missing:[]}]")
        .is("/authentication", Confidence.SURE);
  }

  @Test
  void the_same_document_gives_the_same_answer() {
    String schemes =
        "{hmac:{type:'apiKey',in:'header',name:'Authorization',description:'Signature'},"
            + "b:{type:'http',scheme:'basic'}}";
    List<String> answers =
        List.of(
            schemes(schemes, "[{hmac:[]}]").access().toString(),
            schemes(schemes, "[{hmac:[]}]").access().toString());

    assertThat(answers.get(0)).isEqualTo(answers.get(1));
  }
}
