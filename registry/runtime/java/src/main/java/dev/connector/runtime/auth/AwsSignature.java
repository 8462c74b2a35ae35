package dev.connector.runtime.auth;

import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs each request by AWS Signature Version 4: method, path, query, body, the host and the
 * headers that matter, with a key made for one day, region and service. An attempt made again is
 * signed again, with a time of its own.
 *
 * @param key whose signature it is
 * @param region that is called, such as {@code us-east-1}
 * @param service by the name it signs with, which the host often begins with
 * @param clock gives the time stamp
 */
public record AwsSignature(Key key, String region, String service, Clock clock)
    implements Authentication {

  private static final String ALGORITHM = "AWS4-HMAC-SHA256";
  private static final String LAST = "aws4_request";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /** Services that encode a path once and want the hash of the body in a header. */
  private static final Set<String> STORAGE =
      Set.of("s3", "s3express", "s3-outposts", "s3-object-lambda");

  /**
   * An access key.
   *
   * @param id says whose key it is; no secret
   * @param secret what is signed with, never sent
   * @param sessionToken of a key that is good for a while
   */
  public record Key(String id, String secret, Optional<String> sessionToken) {
    public Key {
      if (id.isBlank() || secret.isBlank() || sessionToken.filter(String::isBlank).isPresent()) {
        throw new ApiException(ErrorCode.INVALID_CONFIG, "no part of an access key is blank");
      }
    }

    @Override
    public String toString() {
      return "Key[" + id + "]";
    }
  }

  public AwsSignature {
    if (region.isBlank() || service.isBlank()) {
      throw new ApiException(
          ErrorCode.INVALID_CONFIG, "a signature is for a region and a service of it");
    }
  }

  /** Signs with the time of this computer. */
  public static AwsSignature of(Key key, String region, String service) {
    return new AwsSignature(key, region, service, Clock.systemUTC());
  }

  public AwsSignature clock(Clock changed) {
    return new AwsSignature(key, region, service, changed);
  }

  @Override
  public okhttp3.Request authorize(okhttp3.Request request) {
    String time = TIME.format(clock.instant());
    String date = time.substring(0, 8);
    boolean storage = STORAGE.contains(service);
    String payload = CanonicalRequest.hash(CanonicalRequest.body(request));
    okhttp3.Request.Builder stamped = request.newBuilder().header("X-Amz-Date", time);
    key.sessionToken().ifPresent(token -> stamped.header("X-Amz-Security-Token", token));
    if (storage) {
      stamped.header("X-Amz-Content-Sha256", payload);
    }
    CanonicalRequest canonical = new CanonicalRequest(stamped.build(), payload, storage);
    String scope = String.join("/", date, region, service, LAST);
    String text = String.join("\n", ALGORITHM, time, scope, canonical.hash());
    String signature = HexFormat.of().formatHex(hmac(dayKey(date), text));
    String credential =
        "%s Credential=%s/%s, SignedHeaders=%s, Signature=%s"
            .formatted(ALGORITHM, key.id(), scope, canonical.signedHeaders(), signature);
    return stamped.header("Authorization", credential).build();
  }

  @Override
  public Set<String> secrets() {
    Set<String> secrets = new LinkedHashSet<>(Set.of(key.secret()));
    key.sessionToken().ifPresent(secrets::add);
    return secrets;
  }

  /** The key of a day, which is of no use on another, elsewhere or for another service. */
  private byte[] dayKey(String date) {
    byte[] made = ("AWS4" + key.secret()).getBytes(StandardCharsets.UTF_8);
    for (String part : new String[] {date, region, service, LAST}) {
      made = hmac(made, part);
    }
    return made;
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
    }
  }

  @Override
  public String toString() {
    return "AwsSignature[" + key.id() + ", " + region + ", " + service + "]";
  }
}
