package dev.connector.scaffold.render.model;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** The types that rendered code may import, in full by their simple names. */
public final class Types {

  private static final Map<String, String> KNOWN = new TreeMap<>();

  static {
    add("com.fasterxml.jackson.annotation", "JsonAnyGetter JsonAnySetter JsonProperty");
    add("com.fasterxml.jackson.databind", "JsonNode");
    add("com.fasterxml.jackson.databind.node", "NullNode TextNode");
    add(
        "dev.connector.runtime.adapter",
        "Adapter Argument Arguments ClientConnector Parent Reading Resource WebhookEvents");
    add(
        "dev.connector.runtime.auth",
        "Audience Authentication AwsSignature OAuth2 OAuthClient Placement RequestSignature SessionLogin TokenEndpoint"
            + " TokenStore Ways");
    add("dev.connector.runtime.canonical", "CanonicalForm Conversion");
    add("dev.connector.runtime.connector", "Connector DeliveryResult Protocol");
    add(
        "dev.connector.runtime.http",
        "ApiClient ApiClientBuilder AttemptListener ErrorRule RateLimitHeaders");
    add(
        "dev.connector.runtime.message",
        "ApiException Content Copies ErrorCode Json JsonObject Parameter Request ResponseValue"
            + " TimeFormat");
    add(
        "dev.connector.runtime.paging",
        "ChangeStream Checkpoint Deletes End Incremental Listing PageSize Pagination RecordStream"
            + " NextLink Records");
    add(
        "dev.connector.runtime.settings",
        "Addresses Policy RateLimit Secret Setting Settings Shape");
    add("dev.connector.runtime.signature", "Delivery Hmac WebhookScheme Webhooks");
    add("java.math", "BigDecimal BigInteger");
    add("java.nio.file", "Path");
    add("java.time", "Duration Instant LocalDate");
    add(
        "java.util",
        "ArrayList Collections LinkedHashMap LinkedHashSet List Map Objects Optional Set");
    add("java.util.function", "Function");
    add("java.util.regex", "Pattern");
    add("java.util.stream", "Stream");
    add("okhttp3", "HttpUrl");
  }

  private Types() {}

  /** In full by simple names; none of the simple names may be that of another type. */
  public static Map<String, String> known() {
    return Collections.unmodifiableMap(KNOWN);
  }

  private static void add(String packageName, String simpleNames) {
    for (String name : simpleNames.split(" ")) {
      KNOWN.put(name, packageName + "." + name);
    }
  }
}
