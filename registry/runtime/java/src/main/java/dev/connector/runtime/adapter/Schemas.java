package dev.connector.runtime.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.message.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The schemas of a connector, which lie on the class path beside it. */
final class Schemas {

  private Schemas() {}

  /** Reads {@code /connectors/<connector>/schemas/<file>}. */
  static JsonNode read(Class<?> beside, String connector, String file) {
    String path = "/connectors/" + connector + "/schemas/" + file;
    try (InputStream in = beside.getResourceAsStream(path)) {
      if (in == null) {
        throw new ApiException(ErrorCode.UNSUPPORTED, path + " is not on the class path");
      }
      return Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new ApiException(ErrorCode.UNSUPPORTED, path + " cannot be read", e);
    }
  }
}
