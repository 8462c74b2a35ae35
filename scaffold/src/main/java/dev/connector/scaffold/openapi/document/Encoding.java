package dev.connector.scaffold.openapi.document;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Text made of bytes: UTF-8, UTF-16 and UTF-32, with or without a byte order mark. What is none of
 * them is taken for Windows-1252, in which every byte means something.
 */
final class Encoding {

  private Encoding() {}

  /**
   * @param note what is to be said of the encoding, if anything is
   */
  record Decoded(String text, Optional<String> note) {}

  static Decoded decode(byte[] bytes) {
    Charset charset = detect(bytes);
    try {
      String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new Decoded(withoutMark(text), Optional.empty());
    } catch (CharacterCodingException e) {
      return new Decoded(
          new String(bytes, Charset.forName("windows-1252")),
          Optional.of("is not " + charset.name() + "; read as Windows-1252"));
    }
  }

  private static String withoutMark(String text) {
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  private static Charset detect(byte[] bytes) {
    int first = at(bytes, 0);
    int second = at(bytes, 1);
    int third = at(bytes, 2);
    int fourth = at(bytes, 3);
    if (first == 0 && second == 0 && (third == 0xfe && fourth == 0xff || third == 0)) {
      return Charset.forName("UTF-32BE");
    }
    if (first == 0xff && second == 0xfe && third == 0 && fourth == 0
        || first != 0 && second == 0 && third == 0 && bytes.length > 3) {
      return Charset.forName("UTF-32LE");
    }
    if (first == 0xfe && second == 0xff || first == 0 && second > 0) {
      return StandardCharsets.UTF_16BE;
    }
    if (first == 0xff && second == 0xfe || first > 0 && second == 0) {
      return StandardCharsets.UTF_16LE;
    }
    return StandardCharsets.UTF_8;
  }

  private static int at(byte[] bytes, int index) {
    return index < bytes.length ? bytes[index] & 0xff : -1;
  }
}
