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
  void aHeaderWithOneValueIsOnEveryRequest() {
    parameters("{in:'header',name:'Acme-Version',required:true,schema:{enum:['2022-06-28']}}")
        .has("/headers", "{'Acme-Version':'2022-06-28'}")
        .is("/headers/Acme-Version", Confidence.SURE);
  }

  @Test
  void aVersionWithoutAValueIsTheDocuments() {
    parameters("{in:'query',name:'api-version',required:true,schema:{type:'string'}}")
        .has("/query", "{'api-version':'2024-01-01'}")
        .is("/query/api-version", Confidence.LIKELY);
  }

  @Test
  void aHeaderWhoseValueDiffersFromOperationToOperationIsNotCommon() {
    Inferred.from(
            "{servers:[{url:'https://api.acme.io'}],paths:{'/a':{post:{parameters:[{in:'header',"
                + "name:'X-Target',required:true,schema:{enum:['A']}}]}},'/b':{post:{parameters:"
                + "[{in:'header',name:'X-Target',required:true,schema:{enum:['B']}}]}}}}")
        .hasNo("/headers");
  }

  @Test
  void aHeaderThatSaysWhoseDataIsMeantIsASetting() {
    parameters("{in:'header',name:'X-Tenant-Id',required:true,description:'The tenant.'}")
        .has("/headers", "{'X-Tenant-Id':'{tenantId}'}")
        .has("/settings/tenantId", "{title:'Tenant id',description:'The tenant.'}")
        .is("/headers/X-Tenant-Id", Confidence.LIKELY);
  }

  @Test
  void jsonIsAskedForWhereOtherFormatsAreUsual() {
    parameters("{in:'query',name:'format',schema:{enum:['xml','json'],default:'xml'}}")
        .has("/query", "{format:'json'}");
    parameters("{in:'query',name:'format',schema:{enum:['xml','json'],default:'json'}}")
        .hasNo("/query");
  }

  @Test
  void whatTheTransportSetsIsNobodysArgument() {
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
  void aValueWithBracesMeansItself() {
    parameters("{in:'header',name:'X-Fields',required:true,schema:{enum:['{a}']}}")
        .has("/headers", "{'X-Fields':'{{a}}'}");
  }

  @Test
  void aValueThatNoHeaderCanHoldIsLeftOut() {
    parameters("{in:'header',name:'X-Fields',required:true,schema:{enum:['a\\r\\nHost: evil']}}")
        .hasNo("/headers");
  }

  @Test
  void aHookWhoseSignatureIsDescribedInFullIsVerified() {
    Inferred.from(hook("HMAC SHA-256 of the body, keyed with the secret, hex, such as `sha256=ab`"))
        .has(
            "/webhooks/verification",
            "{type:'signature',algorithm:'hmacSha256',encoding:'hex',key:'{webhookSecret}',"
                + "header:'X-Signature',prefix:'sha256='}")
        .has("/settings/webhookSecret/secret", "true")
        .is("/webhooks", Confidence.LIKELY);
  }

  @Test
  void aHookWhoseSignatureIsNotDescribedInFullIsAQuestion() {
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
