package dev.connector.cli.agent.docs;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bytes as text, whatever their sender says of them. */
final class Decoding {

  private static final Pattern META =
      Pattern.compile("<meta[^>]{0,200}?charset\\s*=\\s*[\"']?\\s*([\\w.:-]{2,40})", 2);
  private static final Charset WINDOWS =
      charset("windows-1252").orElse(StandardCharsets.ISO_8859_1);
  private static final int SNIFFED = 2048;

  private Decoding() {}

  /**
   * The text; empty where the bytes are none. UTF-8 where they are valid as such, since other
   * encodings hardly ever are; else what was declared, by the server before the page itself.
   *
   * @param declared the server's charset, as it is written; may be empty
   */
  static Optional<String> text(byte[] bytes, String declared) {
    Optional<Charset> mark = byteOrderMark(bytes);
    if (mark.isPresent()) {
      return plausible(new String(bytes, mark.get()));
    }
    Charset said = charset(declared).or(() -> meta(bytes)).orElse(StandardCharsets.UTF_8);
    boolean sevenBits = said.name().startsWith("ISO-2022") || said.name().startsWith("UTF-16");
    if (!sevenBits) {
      Optional<String> utf8 = utf8(bytes);
      if (utf8.isPresent()) {
        return plausible(utf8.get());
      }
    }
    return plausible(new String(bytes, said.equals(StandardCharsets.UTF_8) ? WINDOWS : said));
  }

  /** Text has no zeros, and few control characters. */
  private static Optional<String> plausible(String text) {
    long odd = text.chars().filter(c -> c < ' ' && " \t\n\r\f\u001b".indexOf(c) < 0).count();
    boolean binary = text.indexOf('\0') >= 0 || odd * 50 > text.length();
    return binary ? Optional.empty() : Optional.of(text);
  }

  private static Optional<Charset> byteOrderMark(byte[] bytes) {
    int first = bytes.length > 1 ? (bytes[0] & 0xff) << 8 | bytes[1] & 0xff : 0;
    if (first == 0xfeff) {
      return Optional.of(StandardCharsets.UTF_16BE);
    }
    return first == 0xfffe ? Optional.of(StandardCharsets.UTF_16LE) : Optional.empty();
  }

  /** The bytes as UTF-8; the end of a text that was cut within a character is forgiven. */
  private static Optional<String> utf8(byte[] bytes) {
    for (int cut = 0; cut < 4 && cut <= bytes.length; cut++) {
      try {
        ByteBuffer part = ByteBuffer.wrap(bytes, 0, bytes.length - cut);
        return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(part).toString());
      } catch (CharacterCodingException e) {
        if (cut < bytes.length && bytes[bytes.length - 1 - cut] >= 0) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Charset> meta(byte[] bytes) {
    int length = Math.min(bytes.length, SNIFFED);
    Matcher meta = META.matcher(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
    return meta.find() ? charset(meta.group(1)) : Optional.empty();
  }

  private static Optional<Charset> charset(String name) {
    try {
      return name.isEmpty() ? Optional.empty() : Optional.of(Charset.forName(name));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }
}
