package dev.connector.connectors.hubspot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.signature.Delivery;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.signature.Hmac;
import dev.connector.runtime.message.Json;
import dev.connector.runtime.signature.WebhookScheme;
import dev.connector.runtime.signature.Webhooks;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Receives what HubSpot sends by itself, once it is sure that HubSpot sent it (signature v3). Keep
 * one for the life of the program: it remembers what it has seen. Safe for use by many threads.
 */
public final class HubSpotWebhooks {

  private static final String SIGNATURE = "X-HubSpot-Signature-v3";

  /** Deliveries have no id; the signature covers the time, so a copy alone has the same again. */
  private static final WebhookScheme SCHEME =
      WebhookScheme.of(Hmac.sha256Base64(), "{method}{url}{body}{timestamp}", SIGNATURE)
          .timestamp("X-HubSpot-Request-Timestamp", Duration.ofMinutes(5))
          .idInHeader(SIGNATURE);

  /** The characters that HubSpot signs as they are, however the URL has them: : / ? @ and so on. */
  private static final Pattern DECODED =
      Pattern.compile("%(3A|2F|3F|40|21|24|27|28|29|2A|2C|3B)", Pattern.CASE_INSENSITIVE);

  private final Webhooks webhooks;

  private HubSpotWebhooks(Webhooks webhooks) {
    this.webhooks = webhooks;
  }

  /** Deliveries to the app with this client secret. */
  public static HubSpotWebhooks signedWith(String clientSecret) {
    return new HubSpotWebhooks(Webhooks.of(SCHEME, clientSecret));
  }

  /**
   * The events of a delivery.
   *
   * @throws ApiException with {@link ErrorCode#FORBIDDEN} where it is not HubSpot's, too old or
   *     here for the second time, and with {@link ErrorCode#PARSING_ERROR} where it holds no events
   */
  public List<WebhookEvent> receive(Delivery delivery) {
    Webhooks.Verdict verdict = webhooks.verify(signed(delivery));
    if (!verdict.accepted()) {
      throw new ApiException(ErrorCode.FORBIDDEN, "refused a delivery: " + verdict);
    }
    try {
      JsonNode events = Json.parse(new String(delivery.body(), StandardCharsets.UTF_8));
      return List.of(Json.read(events, WebhookEvent[].class));
    } catch (JsonProcessingException e) {
      throw new ApiException(ErrorCode.PARSING_ERROR, "the delivery is not JSON", e);
    }
  }

  private static Delivery signed(Delivery delivery) {
    String url =
        DECODED
            .matcher(delivery.url())
            .replaceAll(code -> Matcher.quoteReplacement(character(code.group(1))));
    return new Delivery(delivery.method(), url, delivery.headers(), delivery.body());
  }

  private static String character(String hex) {
    return String.valueOf((char) Integer.parseInt(hex, 16));
  }
}
