package dev.connector.runtime.settings;

import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import okhttp3.HttpUrl;

/** The ways in which a secret is written on its way through HTTP. */
final class SecretForms {

  private static final Pattern ESCAPE = Pattern.compile("%[0-9A-F]{2}");

  private SecretForms() {}

  static Stream<String> of(String secret) {
    if (secret.isBlank()) {
      return Stream.empty();
    }
    Set<String> forms = new LinkedHashSet<>();
    forms.add(secret);
    addUrlForms(secret, forms);
    addBase64Forms(secret, forms);
    String quoted = TextNode.valueOf(secret).toString();
    forms.add(quoted.substring(1, quoted.length() - 1));
    return forms.stream();
  }

  private static void addUrlForms(String secret, Set<String> forms) {
    String form = URLEncoder.encode(secret, StandardCharsets.UTF_8);
    String strict = form.replace("+", "%20").replace("*", "%2A").replace("%7E", "~");
    HttpUrl lenient =
        new HttpUrl.Builder().scheme("https").host("h").addQueryParameter(secret, null).build();
    forms.add(form);
    forms.add(strict);
    forms.add(lowerCaseEscapes(form));
    forms.add(lowerCaseEscapes(strict));
    forms.add(lenient.encodedQuery());
  }

  private static String lowerCaseEscapes(String encoded) {
    return ESCAPE.matcher(encoded).replaceAll(escape -> escape.group().toLowerCase(Locale.ROOT));
  }

  /**
   * Inside a longer text, such as {@code user:password}, a secret gives one of three base64 texts,
   * by where it starts; the characters at its ends depend on the neighbours and are left out.
   */
  private static void addBase64Forms(String secret, Set<String> forms) {
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    for (int before = 0; before < 3 && bytes.length >= 6; before++) {
      byte[] shifted = new byte[before + bytes.length];
      System.arraycopy(bytes, 0, shifted, before, bytes.length);
      String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
      int from = (before * 8 + 5) / 6;
      int to = shifted.length * 8 / 6;
      String certain = encoded.substring(from, to);
      forms.add(certain);
      forms.add(certain.replace('+', '-').replace('/', '_'));
    }
  }
}
