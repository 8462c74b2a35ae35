package dev.connector.runtime.auth;

import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.message.TimeFormat;
import dev.connector.runtime.signature.Hmac;
import dev.connector.runtime.signature.SignedContent;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Signs each request over a declared part of it: immutable, so each method returns a changed copy.
 *
 * @param hmac how the signature is computed and written
 * @param secret the key
 * @param signed what is covered
 * @param placement where the signature goes
 * @param stamps what is sent along to make each signature a new one
 * @param clock gives the time stamp
 */
public record RequestSignature(
    Hmac hmac, String secret, SignedContent signed, Placement placement, Stamps stamps, Clock clock)
    implements Authentication {

  /**
   * What makes each signature a new one.
   *
   * @param timestampHeader carries the time, where the API wants it
   * @param timeFormat how the time is written, in the header and in what is signed
   * @param nonceHeader carries a random value, where the API wants it
   */
  public record Stamps(
      Optional<String> timestampHeader, TimeFormat timeFormat, Optional<String> nonceHeader) {
    static final Stamps NONE =
        new Stamps(Optional.empty(), TimeFormat.EPOCH_SECONDS, Optional.empty());
  }

  public RequestSignature {
    if (secret.isEmpty()) {
      throw new ApiException(ErrorCode.INVALID_CONFIG, "a signature needs a secret");
    }
  }

  /** A signature over a template, see {@link SignedContent}. */
  public static RequestSignature of(
      Hmac hmac, String secret, String template, Placement placement) {
    return new RequestSignature(
        hmac, secret, SignedContent.of(template), placement, Stamps.NONE, Clock.systemUTC());
  }

  public RequestSignature timestamp(String header, TimeFormat format) {
    return stamps(new Stamps(Optional.of(header), format, stamps.nonceHeader()));
  }

  public RequestSignature nonce(String header) {
    return stamps(new Stamps(stamps.timestampHeader(), stamps.timeFormat(), Optional.of(header)));
  }

  public RequestSignature clock(Clock changed) {
    return new RequestSignature(hmac, secret, signed, placement, stamps, changed);
  }

  @Override
  public okhttp3.Request authorize(okhttp3.Request request) {
    String timestamp = stamps.timeFormat().write(clock.instant()).asText();
    String nonce = UUID.randomUUID().toString();
    okhttp3.Request.Builder stamped = request.newBuilder();
    stamps.timestampHeader().ifPresent(header -> stamped.header(header, timestamp));
    stamps.nonceHeader().ifPresent(header -> stamped.header(header, nonce));
    Map<String, byte[]> values =
        new HashMap<>(SignedContent.values(request.method(), request.url()));
    values.put("body", CanonicalRequest.body(request));
    values.put("timestamp", timestamp.getBytes(StandardCharsets.UTF_8));
    values.put("nonce", nonce.getBytes(StandardCharsets.UTF_8));
    return placement.put(stamped.build(), hmac.sign(secret, signed.fill(values)));
  }

  @Override
  public Set<String> secrets() {
    return Set.of(secret);
  }

  private RequestSignature stamps(Stamps changed) {
    return new RequestSignature(hmac, secret, signed, placement, changed, clock);
  }

  @Override
  public String toString() {
    return "RequestSignature[" + hmac + ", " + placement + "]";
  }
}
