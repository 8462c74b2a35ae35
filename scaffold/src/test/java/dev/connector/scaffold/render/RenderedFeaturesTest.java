package dev.connector.scaffold.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.message.Json;
import dev.connector.spec.conformance.Conformance;
import dev.connector.spec.conformance.check.Checks;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.reader.ConnectorFolder;
import dev.connector.spec.definition.reader.DefinitionReader;
import dev.connector.spec.rules.Report;
import dev.connector.spec.rules.ReportTable;
import dev.connector.spec.rules.Rules;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a definition says and the engine does, rendered code says and does, too. */
class RenderedFeaturesTest {

  private static final String SCHEMA =
      """
      {"type": "object", "required": ["id"], "properties": {
        "id": {"type": "string"}, "name": {"type": "string"},
        "changed": {"type": "string", "format": "date-time"},
        "number": {"type": "integer"}, "gone": {"type": "boolean"}}}""";

  @TempDir Path folder;

  @Test
  void every_way_of_paging_and_every_shape_of_records() throws Exception {
    agrees(
        """
        "things": %s, "offsets": %s, "cursors": %s, "headers": %s, "bodies": %s, "keys": %s,
        "links": %s, "linkHeaders": %s, "maps": %s, "items": %s, "single": %s, "forms": %s
        """
            .formatted(
                list(
                    "'records': '/data', 'pagination': {'type': 'page', 'parameter': 'page',"
                        + " 'first': 0, 'size': {'parameter': 'per_page', 'value': 2},"
                        + " 'pages': '/pages'}"),
                list(
                    "'records': '/data', 'pagination': {'type': 'offset', 'parameter': 'skip',"
                        + " 'size': {'parameter': 'take', 'value': 2}, 'total': '/total'}"),
                list(
                    "'records': '/data', 'pagination': {'type': 'cursor', 'parameter': 'after',"
                        + " 'next': '/meta/next', 'first': '*', 'more': '/meta/more',"
                        + " 'size': {'parameter': 'limit', 'value': 2}}"),
                list(
                    "'records': '', 'pagination': {'type': 'cursor', 'parameter': {'header': 'X-After'},"
                        + " 'next': {'header': 'X-Next'}, 'size': {'parameter': {'header': 'X-Size'}, 'value': 2}}"),
                list(
                    "'method': 'POST', 'safe': true, 'body': {'query': {'kind': 'a'}},"
                        + " 'records': '/data', 'pagination': {'type': 'cursor',"
                        + " 'parameter': {'body': '/page/after'}, 'next': '/next', 'size': {'parameter':"
                        + " {'body': '/page/limit'}, 'value': 2}, 'window': {'results': 1000}}"),
                list(
                    "'records': '/data', 'pagination': {'type': 'keyset', 'parameter': 'since_id',"
                        + " 'key': '/id', 'size': {'parameter': 'limit', 'value': 2}}"),
                list(
                    "'records': '/data', 'pagination': {'type': 'nextLink', 'next': '/links/next'}"),
                list("'records': '', 'pagination': {'type': 'linkHeader'}"),
                list("'records': {'at': '/data', 'shape': 'map', 'key': '/id', 'value': ''}"),
                list("'records': {'at': '/edges', 'item': '/node'}"),
                list("'records': {'shape': 'single'}"),
                list(
                    "'method': 'POST', 'safe': true, 'form': {'kind': 'a'}, 'records': '/data',"
                        + " 'pagination': {'type': 'page', 'parameter': {'body': '/page'},"
                        + " 'size': {'parameter': {'body': '/size'}, 'value': 2}}")),
        "PKG-4",
        "PAGE-1");
  }

  @Test
  void what_changed_what_is_gone_and_what_belongs_to_a_parent() throws Exception {
    agrees(
        """
        "things": {"title": "Things", "schema": "schemas/thing.json",
          "primaryKey": ["/id"],
          "incremental": {"cursor": "/changed", "type": "timestamp", "start": "2020-01-01T00:00:00Z",
            "order": "ascending", "lookback": "PT1H", "filter": "exclusive"},
          "deletes": {"type": "marked", "field": "/gone", "equals": true},
          "operations": {"list": {"path": "/things", "query": {"since": "{cursor}"},
            "records": "/data"}}},
        "numbered": {"title": "Numbered", "schema": "schemas/thing.json",
          "primaryKey": ["/id"],
          "incremental": {"cursor": "/number", "type": "integer", "order": "none"},
          "operations": {"list": {"path": "/numbered", "query": {"from": "{cursor}"},
            "records": "/data"}}},
        "filtered": {"title": "Filtered", "schema": "schemas/thing.json",
          "primaryKey": ["/id"],
          "incremental": {"cursor": "/changed", "type": "timestamp", "filter": "client",
            "order": "none"},
          "deletes": {"type": "listed", "operation": "gone"},
          "operations": {"list": {"path": "/filtered", "records": "/data", "emptyStatuses": [404]},
            "gone": {"path": "/filtered/gone", "records": "/data"}}},
        "parts": {"title": "Parts", "schema": "schemas/thing.json",
          "primaryKey": ["/id"],
          "parent": {"resource": "things", "bind": {"thingId": "/id"}, "copy": {"/name": "/name"}},
          "operations": {"list": {"path": "/things/{thingId}/parts", "records": "/data"},
            "get": {"path": "/things/{thingId}/parts/{partId}", "records": {"shape": "single"},
              "arguments": {"partId": {"description": "Its id.", "required": true}}}}},
        "bits": {"title": "Bits", "schema": "schemas/thing.json",
          "primaryKey": ["/id"],
          "parent": {"resource": "parts", "bind": {"partId": "/id"}},
          "operations": {"list": {"path": "/things/{thingId}/parts/{partId}/bits",
            "records": "/data"}}}
        """,
        "PKG-4");
  }

  @Test
  void every_payload_and_every_type_of_argument() throws Exception {
    agrees(
        """
        "things": {"title": "Things", "schema": "schemas/thing.json", "primaryKey": ["/id"],
          "arguments": {"fields": {"type": "list", "default": ["id", "na\\"me"], "separator": ","}},
          "operations": {
            "list": {"method": "POST", "safe": true, "path": "/{tenant}/things",
              "query": {"fields": "{fields}", "expand": ["a", "{more}"], "v": "x-{tenant}-{{y}}"},
              "headers": {"X-Kind": "{kind}", "X-Tenant": "t {tenant}"},
              "body": {"all": {"of": ["{kind}", 1, 2.50, true, null, {"deep": "{{{tenant}}}"}]},
                "big": 12345678901, "limit": "{limit}"},
              "arguments": {"more": {"type": "list"}, "kind": {"default": "a"},
                "limit": {"type": "integer"}},
              "records": "/data"},
            "create": {"method": "POST", "path": "/things", "body": "{thing}",
              "idempotencyKey": "Idempotency-Key",
              "arguments": {"thing": {"type": "object", "required": true}},
              "records": {"at": "/thing", "shape": "single"}},
            "rate": {"method": "PUT", "path": "/things/{id}/rate", "form": {"stars": "{stars}",
              "at": "{at}", "on": "{on}", "by": "{by}", "sure": "{sure}"},
              "arguments": {"id": {"required": true}, "stars": {"type": "number", "required": true},
                "at": {"type": "timestamp"}, "on": {"type": "date"}, "by": {"type": "list"},
                "sure": {"type": "boolean"}}},
            "query": {"path": "/graphql", "graphql": {"document": "query {\\n  things { id }\\n}",
              "variables": {"first": "{first}"}, "operationName": "all"},
              "arguments": {"first": {"type": "integer", "default": 10}}, "records": "/data"},
            "head": {"method": "HEAD", "path": "/things"},
            "many": {"path": "/a/{a}/{b}/{c}/{d}/{e}/{f}/{g}/{h}/{i}", "records": "/data",
              "arguments": {"a": {"required": true}, "b": {"required": true},
                "c": {"required": true}, "d": {"required": true}, "e": {"required": true},
                "f": {"required": true}, "g": {"required": true}, "h": {"required": true},
                "i": {"required": true}, "j": {"type": "integer"}}}}}
        """,
        "PKG-4");
  }

  @Test
  void every_way_to_authenticate() throws Exception {
    agreesBy(
        """
        "authentication": [
          {"type": "bearer", "token": "{token}"},
          {"type": "apiKey", "placement": {"header": "X-Key"}, "value": "Key {key}"},
          {"type": "basic", "username": "{user}", "password": "{password}"},
          {"type": "oauth2", "grant": "clientCredentials", "clientId": "{client}",
            "clientSecret": "{clientSecret}", "tokenUrl": "https://login.acme.example/token",
            "clientAuthentication": "basic", "scopes": ["read", "write"],
            "tokenParameters": {"audience": "acme-{tenant}"}},
          {"type": "oauth2", "grant": "refreshToken", "clientId": "{app}",
            "refreshToken": "{refreshToken}", "tokenUrl": "https://login.acme.example/token",
            "refreshUrl": "https://login.acme.example/refresh"},
          {"type": "session", "login": {"path": "/login", "body": {"user": "{login}",
            "secret": "{loginSecret}"}}, "token": "/token", "lifetime": "PT1H",
            "placement": {"header": "X-Session"}, "value": "{token}"},
          {"type": "signature", "algorithm": "hmacSha256", "encoding": "hex", "key": "{signKey}",
            "signed": "{method}{path}{timestamp}", "placement": {"header": "X-Sign"},
            "value": "{signature}", "headers": {"X-Time": "{timestamp}"}},
          {"type": "awsSignature", "accessKeyId": "{accessKeyId}",
            "secretAccessKey": "{secretAccessKey}", "sessionToken": "{sessionToken}",
            "region": "{tenant}", "service": "things"}],
        """,
        """
        "things": {"title": "Things", "schema": "schemas/thing.json", "primaryKey": ["/id"],
          "operations": {"list": {"path": "/things", "records": "/data"}}}
        """,
        "PKG-4",
        "LIFE-1",
        "AUTH-1",
        "AUTH-2");
  }

  @Test
  void webhooks_that_a_shared_secret_proves_or_nothing() throws Exception {
    String events =
        """
        "deliveryId": "/id", "items": "/events", "event": "/type", "events": {
          "made": {"resource": "things", "change": "created", "key": ["/thing"]},
          "gone": {"resource": "things", "change": "deleted", "key": ["/thing"]}}},
        """;
    String things =
        """
        "things": {"title": "Things", "schema": "schemas/thing.json", "primaryKey": ["/id"],
          "operations": {"list": {"path": "/things", "records": "/data"}}}
        """;
    String shared = "{\"type\": \"sharedSecret\", \"value\": \"{key}\", \"header\": \"X-Key\"}";
    agreesBy("\"webhooks\": {\"verification\": " + shared + "," + events, things, "HOOK-1");
    agreesBy(
        "\"webhooks\": {\"verification\": {\"type\": \"unsigned\"}," + events, things, "PKG-4");
  }

  @Test
  void webhooks_whose_signature_and_time_are_fields_of_one_header() throws Exception {
    agreesBy(
        """
        "webhooks": {
          "verification": {"type": "signature", "algorithm": "hmacSha256", "key": "{key}",
            "header": "X-Signature", "field": "v1", "signed": "{timestamp}.{body}",
            "timestamp": {"at": {"header": "X-Signature", "field": "t"}, "as": "epochSeconds"}},
          "deliveryId": "/id", "event": "/type", "events": {
            "made": {"resource": "things", "change": "created", "key": ["/thing"]}}},
        """,
        """
        "things": {"title": "Things", "schema": "schemas/thing.json", "primaryKey": ["/id"],
          "operations": {"list": {"path": "/things", "records": "/data"}}}
        """,
        "HOOK-1",
        "HOOK-2");
  }

  private void agrees(String resources, String... rules) throws Exception {
    agreesBy(
        """
        "authentication": [{"type": "bearer", "token": "{token}"}],
        """,
        resources,
        rules);
  }

  private void agreesBy(String authentication, String resources, String... rules) throws Exception {
    String secret = "{\"title\": \"S\", \"secret\": true, \"required\": false}";
    String plain = secret.replace("\"secret\": true, ", "");
    String document =
        """
        {"format": 1, "name": "acme", "version": "1.0.0", "title": "Acme", "description": "Things.",
         "baseUrl": "https://api.acme.example/v1",
         "settings": {"token": SECRET, "key": SECRET, "user": PLAIN, "password": SECRET,
           "client": PLAIN, "clientSecret": SECRET, "app": PLAIN, "refreshToken": SECRET,
           "login": PLAIN, "loginSecret": SECRET, "signKey": SECRET,
           "accessKeyId": PLAIN, "secretAccessKey": SECRET, "sessionToken": SECRET,
           "tenant": {"title": "Tenant", "default": "main", "pattern": "[a-z]+"}},
         AUTHENTICATION
         "resources": {RESOURCES}}
        """
            .replace("SECRET", secret)
            .replace("PLAIN", plain)
            .replace("AUTHENTICATION", authentication)
            .replace("RESOURCES", resources);
    ConnectorSource source = source(document, Map.of("schemas/thing.json", SCHEMA));
    Compiled compiled = Compiled.in(folder, new ConnectorRenderer().render(source));

    assertThat(compiled.complaints()).isEmpty();
    Report report =
        new Conformance(Checks.all(), 4, Duration.ofMinutes(2))
            .run(
                ConnectorFolder.read(folder),
                compiled.subject(source.definition(), "dev.connector.connectors.acme"),
                Rules.load().where(it -> Set.of(rules).contains(it.id())));
    assertThat(report.broken()).as(ReportTable.of(List.of(report))).isEmpty();
    assertThat(report.findings()).as(ReportTable.of(List.of(report))).hasSize(rules.length);
  }

  /** A list of a resource, of which the rest is told in single quotes. */
  private static String list(String operation) {
    int number = operation.hashCode() & 0xffff;
    return """
        {"title": "Things", "schema": "schemas/thing.json", "primaryKey": ["/id"],
         "operations": {"list": {"path": "/r%d", %s}}}"""
        .formatted(number, operation.replace('\'', '"'));
  }

  static ConnectorSource source(String document, Map<String, String> schemas) throws Exception {
    byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
    var read = new DefinitionReader().read(bytes);
    assertThat(read.errors()).isEmpty();
    Definition definition = read.definition().orElseThrow();
    Map<String, JsonNode> parsed = new java.util.TreeMap<>();
    for (var schema : schemas.entrySet()) {
      parsed.put(schema.getKey(), Json.parse(schema.getValue()));
    }
    return new ConnectorSource(Json.parse(bytes), definition, parsed, Map.of());
  }
}
