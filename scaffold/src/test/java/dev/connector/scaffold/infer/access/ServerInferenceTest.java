package dev.connector.scaffold.infer.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connector.scaffold.infer.fact.Confidence;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerInferenceTest {

  private static Inferred servers(String servers) {
    return Inferred.from("{servers:" + servers + ",paths:{'/things':{get:{}}}}");
  }

  @Test
  void an_https_server_is_used_as_it_is_without_the_last_slash() {
    servers("[{url:'https://api.acme.io/v1/'}]")
        .has("/baseUrl", "'https://api.acme.io/v1'")
        .is("/baseUrl", Confidence.SURE)
        .asksNothingAbout("baseUrl");
  }

  @Test
  void https_is_preferred_to_http_whatever_comes_first() {
    servers("[{url:'http://api.acme.io/v1'},{url:'https://api.acme.io/v1'}]")
        .has("/baseUrl", "'https://api.acme.io/v1'")
        .is("/baseUrl", Confidence.SURE);
  }

  @Test
  void production_is_preferred_to_a_sandbox() {
    servers(
            "[{url:'https://sandbox.acme.io'},{url:'https://api.acme.io',description:'Production'}]")
        .has("/baseUrl", "'https://api.acme.io'")
        .asksNothingAbout("baseUrl");
  }

  @Test
  void a_sandbox_alone_is_used_and_asked_about() {
    servers("[{url:'https://api-test.acme.io'}]")
        .has("/baseUrl", "'https://api-test.acme.io'")
        .is("/baseUrl", Confidence.LIKELY)
        .asks("baseUrl", "servers for tests alone");
  }

  @ParameterizedTest
  @CsvSource({
    "http://api.acme.io:80/v1, https://api.acme.io/v1",
    "//api.acme.io/v2, https://api.acme.io/v2",
    "api.acme.io/v2, https://api.acme.io/v2",
    "https://user:secret@api.acme.io/v2?key=1#x, https://api.acme.io/v2",
  })
  void anAddressThatIsAlmostOneIsCompletedAndAskedAbout(String url, String expected) {
    Inferred inferred = servers("[{url:'" + url + "'}]");

    assertThat(inferred.at("/baseUrl").asText()).isEqualTo(expected);
    if (url.startsWith("http:") || url.startsWith("//")) {
      inferred.is("/baseUrl", Confidence.LIKELY).asks("baseUrl", "?");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:8080/v1",
        "/v1",
        "http://127.0.0.1/v1",
        "https://192.168.1.5/v1",
        "http://acme.local/v1",
        "https://example.com/v1",
        "https://your-company.acme.io/v1",
      })
  void whereNoServerCanBeReachedASettingSaysWhereTheApiIs(String url) {
    servers("[{url:'" + url + "'}]")
        .has("/baseUrl", "'https://{host}/v1'")
        .has("/settings/host/title", "'Host'")
        .hasNo("/settings/host/default")
        .hasNo("/settings/host/required")
        .is("/baseUrl", Confidence.UNSURE)
        .asks("baseUrl", "no server that can be reached");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[]", "[{url:'Your API URL'}]", "[{url:'wss://acme.io'}]", "[{url:','}]", "[{}]"})
  void whereNoServerCanBeReadASettingSaysWhereTheApiIs(String servers) {
    servers(servers).has("/baseUrl", "'https://{host}'").is("/baseUrl", Confidence.UNSURE);
  }

  @Test
  void a_relative_server_is_below_the_documents_own_address() {
    Inferred.from(
            "{servers:[{url:'/v1'}],paths:{'/things':{get:{}}}}",
            Optional.of(URI.create("https://docs.acme.io/openapi.json")))
        .has("/baseUrl", "'https://docs.acme.io/v1'")
        .is("/baseUrl", Confidence.LIKELY);
  }

  @Test
  void a_variable_becomes_a_setting_with_its_default_and_its_values() {
    servers(
            "[{url:'https://api.{region}.acme.io',variables:{region:"
                + "{default:'eu',enum:['eu','us'],description:'Where the data is'}}}]")
        .has("/baseUrl", "'https://api.{region}.acme.io'")
        .has(
            "/settings/region",
            "{title:'Region',description:'Where the data is',default:'eu',values:['eu','us']}");
  }

  @Test
  void a_variable_without_a_usable_default_is_required() {
    servers(
            "[{url:'https://{your-domain}.acme.io',variables:{'your-domain':{default:'your-domain'}}}]")
        .has("/baseUrl", "'https://{yourDomain}.acme.io'")
        .hasNo("/settings/yourDomain/default")
        .hasNo("/settings/yourDomain/required");
  }

  @Test
  void a_variable_that_nobody_declared_is_required() {
    servers("[{url:'https://{tenant}.acme.io/{tenant}'}]")
        .has("/baseUrl", "'https://{tenant}.acme.io/{tenant}'")
        .has("/settings/tenant/title", "'Tenant'");
  }

  @Test
  void a_variable_that_is_a_token_is_secret_and_has_no_default() {
    servers("[{url:'https://api.acme.io/bot{token}',variables:{token:{default:'123:abc'}}}]")
        .has("/baseUrl", "'https://api.acme.io/bot{tokenValue}'")
        .has("/settings/tokenValue/secret", "true")
        .hasNo("/settings/tokenValue/default");
  }

  @Test
  void a_path_that_is_a_variable_is_written_out() {
    servers("[{url:'https://api.acme.io{basePath}',variables:{basePath:{default:'/sell/v1'}}}]")
        .has("/baseUrl", "'https://api.acme.io/sell/v1'")
        .hasNo("/settings");
  }

  @Test
  void a_scheme_that_is_a_variable_is_https() {
    servers(
            "[{url:'{protocol}://{customer}.acme.io:{port}/api',variables:{protocol:{default:'http'},"
                + "customer:{default:'brain'},port:{default:'8080'}}}]")
        .has("/baseUrl", "'https://{customer}.acme.io/api'")
        .has("/settings/customer/default", "'brain'");
  }

  @Test
  void a_variable_for_scheme_and_host_is_replaced_by_its_default() {
    servers("[{url:'{Endpoint}/bing',variables:{Endpoint:{default:'https://api.acme.io'}}}]")
        .has("/baseUrl", "'https://api.acme.io/bing'");
  }

  @Test
  void servers_that_differ_in_the_host_alone_are_a_choice() {
    servers("[{url:'https://api.acme.io',description:'Europe'},{url:'https://us.acme.io'}]")
        .has("/baseUrl", "'https://{host}'")
        .has("/settings/host/default", "'api.acme.io'")
        .has("/settings/host/values", "['api.acme.io','us.acme.io']")
        .asks("baseUrl", "several servers");
  }

  @Test
  void a_path_that_operations_repeat_is_left_out_of_the_base_url() {
    Inferred.from(
            "{servers:[{url:'https://acme.io/v2'}],paths:{'/v2/a':{get:{}},'/v2/b':{get:{}}}}")
        .has("/baseUrl", "'https://acme.io'")
        .is("/baseUrl", Confidence.LIKELY);
  }

  @Test
  void an_operation_elsewhere_has_its_own_address() {
    Inferred inferred =
        Inferred.from(
            "{servers:[{url:'https://api.acme.io'}],paths:{'/a':{get:{}},"
                + "'/files':{get:{servers:[{url:'https://files.acme.io'}]}}}}");

    assertThat(inferred.access().operations().addresses()).containsValue("https://files.acme.io");
    inferred.has("/baseUrl", "'https://api.acme.io'");
  }

  @Test
  void an_operation_elsewhere_declares_no_setting_of_its_own() {
    Inferred inferred =
        Inferred.from(
            "{servers:[{url:'https://api.acme.io'}],paths:{'/a':{get:{}},"
                + "'/files':{get:{servers:[{url:'https://{shard}.acme.io'}]}}}}");

    assertThat(inferred.access().operations().addresses()).isEmpty();
    inferred.hasNo("/settings").asks("baseUrl", "GET /files");
  }

  @Test
  void braces_and_control_characters_in_a_server_do_no_harm() {
    servers("[{url:'https://api.acme.io/{{x}}/}{'},{url:'https://api.acme.io/ok'}]")
        .has("/baseUrl", "'https://api.acme.io/ok'");
  }
}
