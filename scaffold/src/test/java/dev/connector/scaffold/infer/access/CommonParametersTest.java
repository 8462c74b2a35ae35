package dev.connector.scaffold.infer.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connector.scaffold.description.ApiParameter;
import dev.connector.scaffold.infer.fact.Confidence;
import org.junit.jupiter.api.Test;

class CommonParametersTest {

  private static Inferred parameters(String parameters) {
    return Inferred.from(
        "{info:{version:'2024-01-01'},servers:[{url:'https://api.acme.io'}],paths:{'/a':{parameters:["
            + parameters
            + "],get:{}},'/b':{parameters:["
            + parameters
            + "],get:{}}}}");
  }

  @Test
  void a_header_with_one_value_is_on_every_request() {
    parameters("{in:'header',name:'Acme-Version',required:true,schema:{enum:['2022-06-28']}}")
        .has("/headers", "{'Acme-Version':'2022-06-28'}")
        .is("/headers/Acme-Version", Confidence.SURE);
  }

  @Test
  void a_version_without_a_value_is_the_documents() {
    parameters("{in:'query',name:'api-version',required:true,schema:{type:'string'}}")
        .has("/query", "{'api-version':'2024-01-01'}")
        .is("/query/api-version", Confidence.LIKELY);
  }

  @Test
  void a_header_whose_value_differs_from_operation_to_operation_is_not_common() {
    Inferred.from(
            "{servers:[{url:'https://api.acme.io'}],paths:{'/a':{post:{parameters:[{in:'header',"
                + "name:'X-Target',required:true,schema:{enum:['A']}}]}},'/b':{post:{parameters:"
                + "[{in:'header',name:'X-Target',required:true,schema:{enum:['B']}}]}}}}")
        .hasNo("/headers");
  }

  @Test
  void a_header_that_says_whose_data_is_meant_is_a_setting() {
    parameters("{in:'header',name:'X-Tenant-Id',required:true,description:'The tenant.'}")
        .has("/headers", "{'X-Tenant-Id':'{tenantId}'}")
        .has("/settings/tenantId", "{title:'Tenant id',description:'The tenant.'}")
        .is("/headers/X-Tenant-Id", Confidence.LIKELY);
  }

  @Test
  void json_is_asked_for_where_other_formats_are_usual() {
    parameters("{in:'query',name:'format',schema:{enum:['xml','json'],default:'xml'}}")
        .has("/query", "{format:'json'}");
    parameters("{in:'query',name:'format',schema:{enum:['xml','json'],default:'json'}}")
        .hasNo("/query");
  }

  private static Inferred answering(String... types) {
    StringBuilder paths = new StringBuilder();
    for (int i = 0; i < types.length; i++) {
      paths.append("'/p").append(i).append("':{get:{responses:{'200':{content:{'").append(types[i]);
      paths.append("':{schema:{type:'object'}}}}}}},");
    }
    return Inferred.from("{servers:[{url:'https://api.acme.io'}],paths:{" + paths + "'/x':{}}}");
  }

  @Test
  void what_answers_in_json_of_a_name_of_its_own_is_asked_for_that() {
    answering("application/hal+json; version=2", "Application/HAL+json", "text/csv")
        .has("/headers", "{Accept:'application/hal+json, application/json;q=0.5'}")
        .is("/headers/Accept", Confidence.SURE);
    answering("application/json; charset=utf-8", "*/*", "application/scim+json").hasNo("/headers");
    answering("application/x\\r\\nEvil: json").hasNo("/headers");
  }

  @Test
  void a_single_operation_is_asked_for_a_format_of_its_own() {
    Inferred inferred = answering("application/json", "application/json", "application/scim+json");

    assertThat(inferred.access().operations().accepted().values())
        .containsExactly("application/scim+json, application/json;q=0.5");
  }

  @Test
  void what_the_transport_sets_is_nobodys_argument() {
    Inferred inferred =
        parameters(
            "{in:'header',name:'Content-Type',required:true},{in:'header',name:'User-Agent',required:true}");

    assertThat(inferred.access().operations().supplied())
        .contains(
            new Access.Supplied(ApiParameter.In.HEADER, "content-type"),
            new Access.Supplied(ApiParameter.In.HEADER, "user-agent"));
    inferred.hasNo("/headers");
  }

  @Test
  void a_value_with_braces_means_itself() {
    parameters("{in:'header',name:'X-Fields',required:true,schema:{enum:['{a}']}}")
        .has("/headers", "{'X-Fields':'{{a}}'}");
  }

  @Test
  void a_value_that_no_header_can_hold_is_left_out() {
    parameters("{in:'header',name:'X-Fields',required:true,schema:{enum:['a\\r\\nHost: evil']}}")
        .hasNo("/headers");
  }

  @Test
  void a_hook_whose_signature_is_described_in_full_is_verified() {
    Inferred.from(hook("HMAC SHA-256 of the body, keyed with the secret, hex, such as `sha256=ab`"))
        .has(
            "/webhooks/verification",
            "{type:'signature',algorithm:'hmacSha256',encoding:'hex',key:'{webhookSecret}',"
                + "header:'X-Signature',prefix:'sha256='}")
        .has("/settings/webhookSecret/secret", "true")
        .is("/webhooks", Confidence.LIKELY);
  }

  @Test
  void a_hook_whose_signature_is_not_described_in_full_is_a_question() {
    Inferred.from(hook("SHA-256 of the timestamp, followed by the body, as hex, with the secret"))
        .hasNo("/webhooks")
        .asks("webhooks", "X-Signature");
  }

  private static String hook(String description) {
    return "{openapi:'3.1.0',servers:[{url:'https://api.acme.io'}],paths:{'/a':{get:{}}},webhooks:{thing:"
        + "{post:{parameters:[{in:'header',name:'X-Signature',description:'"
        + description
        + "'}]}}}}";
  }
}
