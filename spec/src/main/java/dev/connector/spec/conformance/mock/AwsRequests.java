package dev.connector.spec.conformance.mock;

import dev.connector.spec.definition.AuthenticationScheme;
import dev.connector.spec.definition.Placement;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lets requests in that are signed by AWS Signature Version 4, judged from what arrived, with
 * nothing of what connectors sign theirs with: what both had wrong would look right.
 */
record AwsRequests(Filled settings) {

  private static final Duration TOLERANCE = Duration.ofMinutes(5);
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");
  private static final Pattern CREDENTIAL =
      Pattern.compile(
          "AWS4-HMAC-SHA256 Credential=([^, ]+), ?SignedHeaders=([a-z0-9;-]+),"
              + " ?Signature=([0-9a-f]{64})");
  private static final Set<String> STORAGE =
      Set.of("s3", "s3express", "s3-outposts", "s3-object-lambda");
  private static final String ALWAYS_PLAIN =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-~.";

  boolean admits(AuthenticationScheme.AwsSignature scheme, Incoming request) {
    Matcher sent = CREDENTIAL.matcher(header(request, "Authorization"));
    String time = header(request, "X-Amz-Date");
    if (!sent.matches() || !isRecent(time)) {
      return false;
    }
    String service = settings.text(scheme.service());
    String scope =
        time.substring(0, 8)
            + "/"
            + settings.text(scheme.region())
            + "/"
            + service
            + "/aws4_request";
    List<String> signed = Arrays.asList(sent.group(2).split(";"));
    String text =
        "AWS4-HMAC-SHA256\n"
            + time
            + "\n"
            + scope
            + "\n"
            + hash(canonical(request, signed, STORAGE.contains(service)));
    return sent.group(1).equals(settings.text(scheme.accessKeyId()) + "/" + scope)
        && signed.equals(signed.stream().sorted().toList())
        && signed.containsAll(owed(request))
        && keepsToken(scheme, request)
        && keepsHash(request, STORAGE.contains(service))
        && sent.group(3).equals(signature(settings.text(scheme.secretAccessKey()), scope, text));
  }

  /**
   * The headers that have to be signed: those that say where it goes, what it is, and AWS's own.
   */
  private static List<String> owed(Incoming request) {
    return request.seen().headers().names().stream()
        .map(it -> it.toLowerCase(Locale.ROOT))
        .filter(it -> it.equals("host") || it.equals("content-type") || it.startsWith("x-amz-"))
        .toList();
  }

  /** A key that lasts needs none; a token that is sent has to be the one there is. */
  private boolean keepsToken(AuthenticationScheme.AwsSignature scheme, Incoming request) {
    String token = header(request, "X-Amz-Security-Token");
    return token.isEmpty()
        || scheme.sessionToken().map(settings::text).filter(token::equals).isPresent();
  }

  private static boolean keepsHash(Incoming request, boolean wanted) {
    String sent = header(request, "X-Amz-Content-Sha256");
    return sent.isEmpty() ? !wanted : sent.equals(hash(request.seen().body()));
  }

  private static String canonical(Incoming request, List<String> signed, boolean storage) {
    StringBuilder text = new StringBuilder(request.seen().method()).append('\n');
    text.append(path(request.seen().url().encodedPath(), storage)).append('\n');
    text.append(query(request.seen().url().encodedQuery())).append('\n');
    for (String name : signed) {
      String values =
          request.seen().headers().values(name).stream()
              .map(it -> it.strip().replaceAll("\\s+", " "))
              .collect(Collectors.joining(","));
      text.append(name).append(':').append(values).append('\n');
    }
    return text.append('\n')
        .append(String.join(";", signed))
        .append('\n')
        .append(hash(request.seen().body()))
        .toString();
  }

  private static String path(String sent, boolean storage) {
    String path = storage ? sent : sent.replaceAll("/+", "/");
    List<String> segments = new ArrayList<>();
    for (String segment : path.split("/", -1)) {
      segments.add(escaped(storage ? unescaped(segment) : segment));
    }
    return String.join("/", segments);
  }

  private static String query(String sent) {
    if (sent == null || sent.isEmpty()) {
      return "";
    }
    return Arrays.stream(sent.split("&"))
        .map(it -> it.replace("+", "%20").split("=", 2))
        .map(
            it ->
                new String[] {
                  escaped(unescaped(it[0])), it.length < 2 ? "" : escaped(unescaped(it[1]))
                })
        .sorted(Arrays::compare)
        .map(it -> it[0] + "=" + it[1])
        .collect(Collectors.joining("&"));
  }

  private static String unescaped(String text) {
    StringBuilder bytes = new StringBuilder();
    byte[] from = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < from.length; i++) {
      boolean escape = from[i] == '%' && i + 2 < from.length;
      bytes.append((char) (escape ? HexFormat.fromHexDigits(text, i + 1, i + 3) : from[i] & 0xff));
      i += escape ? 2 : 0;
    }
    return new String(
        bytes.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (byte it : text.getBytes(StandardCharsets.UTF_8)) {
      escaped.append(
          ALWAYS_PLAIN.indexOf(it) < 0 ? "%%%02X".formatted(it) : String.valueOf((char) it));
    }
    return escaped.toString();
  }

  private static boolean isRecent(String time) {
    try {
      Duration since =
          Duration.between(LocalDateTime.parse(time, STAMP), LocalDateTime.now(ZoneOffset.UTC));
      return since.abs().compareTo(TOLERANCE) <= 0;
    } catch (DateTimeException malformed) {
      return false;
    }
  }

  private static String header(Incoming request, String name) {
    return request.at(new Placement.Header(name)).orElse("");
  }

  private static String signature(String secret, String scope, String text) {
    byte[] key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
    for (String part : scope.split("/")) {
      key = mac(key, part);
    }
    return HexFormat.of().formatHex(mac(key, text));
  }

  private static byte[] mac(byte[] key, String text) {
    try {
      javax.crypto.Mac mac = javax.crypto.Mac.getInstance("HmacSHA256");
      mac.init(new javax.crypto.spec.SecretKeySpec(key, "RAW"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
    }
  }

  private static String hash(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
