package dev.connector.spec.engine;

import dev.connector.runtime.auth.RequestSignature;
import dev.connector.runtime.message.TimeFormat;
import dev.connector.spec.definition.AuthenticationScheme;
import dev.connector.spec.definition.Placement;
import dev.connector.spec.definition.Template;
import java.util.Map;

/** Turns the signing of requests into the runtime's. */
record SignatureTranslation(Values settings) {

  RequestSignature translated(AuthenticationScheme.Signature declared) {
    RequestSignature signature =
        RequestSignature.of(
            AuthenticationTranslation.hmac(declared.signing()),
            settings.text(declared.key()),
            signed(declared.signed()),
            AuthenticationTranslation.placement(
                declared.placement(), declared.value(), "signature"));
    for (Map.Entry<String, Template> extra : declared.extras().entrySet()) {
      String value = extra.getValue().text();
      if (value.equals("{timestamp}")) {
        signature = signature.timestamp(extra.getKey(), format(declared));
      } else {
        Unsupported.when(!value.equals("{nonce}"), "a value sent along as " + value);
        signature = signature.nonce(extra.getKey());
      }
    }
    Unsupported.when(declared.placement() instanceof Placement.Body, "signatures in the body");
    return signature;
  }

  /** Settings are filled in now; what a request brings stays a placeholder. */
  private String signed(Template template) {
    String text = template.text();
    for (String name : template.placeholders()) {
      if (settings.known().containsKey(name)) {
        text = text.replace("{" + name + "}", settings.known().get(name).asText());
      }
    }
    return text;
  }

  private static TimeFormat format(AuthenticationScheme.Signature declared) {
    switch (declared.timestampFormat()) {
      case EPOCH_SECONDS:
        return TimeFormat.EPOCH_SECONDS;
      case EPOCH_MILLIS:
        return TimeFormat.EPOCH_MILLIS;
      case ISO8601:
        return TimeFormat.ISO8601;
      default:
        throw Unsupported.feature("time stamps written as " + declared.timestampFormat());
    }
  }
}
