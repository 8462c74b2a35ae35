package dev.connector.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connector.runtime.message.ApiException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;

/**
 * Against the signatures that AWS publishes: the "Signature Version 4 test suite" and the worked
 * example of the AWS General Reference (IAM, ListUsers), the examples of "Signature Calculations
 * for the Authorization Header" of the Amazon S3 API Reference.
 */
class AwsSignatureTest {

  private static final String SUITE_SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
  private static final AwsSignature SUITE =
      AwsSignature.of(key(Optional.empty()), "us-east-1", "service")
          .clock(at("2015-08-30T12:36:00Z"));
  private static final AwsSignature STORAGE =
      AwsSignature.of(
              new AwsSignature.Key(
                  "AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", Optional.empty()),
              "us-east-1",
              "s3")
          .clock(at("2013-05-24T00:00:00Z"));
  private static final String UNRESERVED =
      "-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  @Test
  void theWholeHeaderIsTheOneOfTheSuite() {
    okhttp3.Request signed = SUITE.authorize(get("https://example.amazonaws.com/"));
    assertThat(signed.header("X-Amz-Date")).isEqualTo("20150830T123600Z");
    assertThat(signed.header("Authorization"))
        .isEqualTo(
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request,"
                + " SignedHeaders=host;x-amz-date,"
                + " Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31");
  }

  @Test
  void queriesAreSignedInOneOrderAndOneEncoding() {
    assertThat(suite("?Param2=value2&Param1=value1"))
        .isEqualTo("b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500");
    assertThat(suite("?" + UNRESERVED + "=" + UNRESERVED))
        .isEqualTo("9c3e54bfcdf0b19771a7f523ee5669cdf59bc7cc0884027167c21bb143a40197");
    assertThat(suite("?ሴ=bar"))
        .isEqualTo("2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04");
    assertThat(suite("?a=*%20/&a=%2B&b"))
        .isEqualTo(suite("?b=&a=%2b&a=%2A+%2F"))
        .isNotEqualTo(suite("?a=* /&a=+&b"));
  }

  @Test
  void pathsAreSignedAsTheSuiteHasThem() {
    assertThat(suite(UNRESERVED))
        .isEqualTo("07ef7494c76fa4850883e2b006601f940f8a34d404d0cfa977f52a65bbf5f24f");
    assertThat(suite("/example//"))
        .isEqualTo("9a624bd73a37c9a373b5312afbebe7a714a789de108f0bdfe846570885f57e84");
    assertThat(suite("example/..")).isEqualTo(suite(""));
  }

  @Test
  void whatIsEncodedInAPathIsEncodedOnceMoreSaveForStorage() {
    okhttp3.Request request = get("https://example.amazonaws.com/things/a%2Fb%20c:d(e)/");
    assertThat(new CanonicalRequest(request, "", false).text())
        .startsWith("GET\n/things/a%252Fb%2520c%3Ad%28e%29/\n\nhost:");
    assertThat(new CanonicalRequest(request, "", true).text())
        .startsWith("GET\n/things/a%2Fb%20c%3Ad%28e%29/\n\nhost:");
  }

  @Test
  void bodiesAndTheirTypeAreSigned() {
    assertThat(signature(SUITE.authorize(post("", null))))
        .isEqualTo("5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b");
    assertThat(
            signature(SUITE.authorize(post("Param1=value1", "application/x-www-form-urlencoded"))))
        .isEqualTo("ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a");
  }

  @Test
  void aTypeWithoutABodyIsSignedAsTheWorkedExampleHasIt() {
    AwsSignature iam =
        AwsSignature.of(key(Optional.empty()), "us-east-1", "iam")
            .clock(at("2015-08-30T12:36:00Z"));
    okhttp3.Request request =
        get("https://iam.amazonaws.com/?Version=2010-05-08&Action=ListUsers")
            .newBuilder()
            .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
            .build();
    assertThat(signature(iam.authorize(request)))
        .isEqualTo("5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7");
  }

  @Test
  void aSessionTokenIsSentAndSigned() {
    String token =
        "AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQWLWsKWHGBuFqwAeMicRXmxfp"
            + "SPfIeoIYRqTflfKD8YUuwthAx7mSEI/qkPpKPi/kMcGdQrmGdeehM4IC1NtBmUpp2wUE8phUZampKsburEDy0K"
            + "PkyQDYwT7WZ0wq5VSXDvp75YU9HFvlRd8Tx6q6fE8YQcHNVXAkiY9q6d+xo0rKwT38xVqr7ZD0u0iPPkUL64lI"
            + "ZbqBAz+scqKmlzm8FDrypNC9Yjc8fPOLn9FX9KSYvKTr4rvx3iSIlTJabIQwj2ICCR/oLxBA==";
    AwsSignature temporary =
        AwsSignature.of(key(Optional.of(token)), "us-east-1", "service")
            .clock(at("2015-08-30T12:36:00Z"));
    okhttp3.Request signed = temporary.authorize(post("", null));
    assertThat(signed.header("X-Amz-Security-Token")).isEqualTo(token);
    assertThat(signature(signed))
        .isEqualTo("85d96828115b5dc0cfc3bd16ad9e210dd772bbebba041836c64533a82be05ead");
    assertThat(temporary.secrets()).containsExactlyInAnyOrder(SUITE_SECRET, token);
  }

  @Test
  void storageHasTheHashOfTheBodyInAHeader() {
    okhttp3.Request list =
        STORAGE.authorize(get("https://examplebucket.s3.amazonaws.com/?max-keys=2&prefix=J"));
    assertThat(list.header("X-Amz-Content-Sha256"))
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assertThat(signature(list))
        .isEqualTo("34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7");
    assertThat(
            signature(STORAGE.authorize(get("https://examplebucket.s3.amazonaws.com/?lifecycle"))))
        .isEqualTo("fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543");
  }

  @Test
  void whatIsMeantForTheServiceIsSignedAndAPortIsPartOfTheHost() {
    okhttp3.Request request =
        get("http://[::1]:8080/")
            .newBuilder()
            .header("User-Agent", "any")
            .addHeader("X-Amz-Target", " Some.  Thing ")
            .addHeader("x-amz-target", "Other")
            .build();
    assertThat(new CanonicalRequest(request, "none", false).text())
        .isEqualTo(
            "GET\n/\n\nhost:[::1]:8080\nx-amz-target:Some. Thing,Other\n\nhost;x-amz-target\nnone");
  }

  @Test
  void anAttemptMadeAgainIsSignedAnew() {
    okhttp3.Request first = SUITE.authorize(get("https://example.amazonaws.com/"));
    okhttp3.Request second = SUITE.clock(at("2015-08-31T00:00:01Z")).authorize(first);
    assertThat(second.headers("Authorization")).hasSize(1);
    assertThat(second.headers("X-Amz-Date")).containsExactly("20150831T000001Z");
    assertThat(second.header("Authorization")).contains("/20150831/us-east-1/service/");
    assertThat(signature(second)).isNotEqualTo(signature(first));
  }

  @Test
  void nothingShowsTheSecretAndNothingIsSignedWithoutOne() {
    assertThat(STORAGE + "" + SUITE.key() + key(Optional.of("t0ken")))
        .doesNotContain("wJalrX")
        .doesNotContain("t0ken");
    assertThatThrownBy(() -> new AwsSignature.Key("id", " ", Optional.empty()))
        .isInstanceOf(ApiException.class);
    assertThatThrownBy(() -> AwsSignature.of(SUITE.key(), "", "service"))
        .isInstanceOf(ApiException.class);
  }

  private static AwsSignature.Key key(Optional<String> token) {
    return new AwsSignature.Key("AKIDEXAMPLE", SUITE_SECRET, token);
  }

  private static String suite(String target) {
    return signature(SUITE.authorize(get("https://example.amazonaws.com/" + target)));
  }

  private static okhttp3.Request get(String url) {
    return new okhttp3.Request.Builder().url(url).build();
  }

  private static okhttp3.Request post(String body, String type) {
    MediaType media = type == null ? null : MediaType.get(type);
    return new okhttp3.Request.Builder()
        .url("https://example.amazonaws.com/")
        .post(RequestBody.create(body.getBytes(StandardCharsets.UTF_8), media))
        .build();
  }

  private static String signature(okhttp3.Request signed) {
    String header = signed.header("Authorization");
    return header.substring(header.indexOf("Signature=") + "Signature=".length());
  }

  private static Clock at(String time) {
    return Clock.fixed(Instant.parse(time), ZoneOffset.UTC);
  }
}
