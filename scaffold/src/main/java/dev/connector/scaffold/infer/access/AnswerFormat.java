package dev.connector.scaffold.infer.access;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.connector.scaffold.description.ApiContent;
import dev.connector.scaffold.description.ApiDescription;
import dev.connector.scaffold.description.ApiOperation;
import dev.connector.scaffold.description.ApiResponse;
import dev.connector.scaffold.infer.fact.Evidence;
import dev.connector.scaffold.infer.fact.Fact;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Infers what to ask for where answers are JSON by a name of their own, such as {@code
 * application/hal+json}: a server that is strict refuses whoever asks for plain JSON alone.
 */
final class AnswerFormat {

  private static final String PLAIN = "application/json";
  private static final List<String> PLAIN_TOO = List.of(PLAIN, "application/*", "*/*");
  private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z]{1,20}/[a-z0-9!#$&^_.+-]{1,100}");

  private final ApiDescription description;

  AnswerFormat(ApiDescription description) {
    this.description = description;
  }

  void infer(Draft draft) {
    Map<ApiOperation, String> types = new LinkedHashMap<>();
    Map<String, Integer> uses = new LinkedHashMap<>();
    for (ApiOperation operation : description.operations()) {
      type(operation)
          .ifPresent(
              it -> {
                types.put(operation, it);
                uses.merge(it, 1, Integer::sum);
              });
    }
    String usual = PLAIN;
    for (var each : uses.entrySet()) {
      if (each.getValue() > uses.getOrDefault(usual, 0)) {
        usual = each.getKey();
      }
    }
    if (!usual.equals(PLAIN)) {
      write(usual, uses.get(usual), types, draft);
    }
    for (var each : types.entrySet()) {
      if (!each.getValue().equals(usual)) {
        draft.accepts(each.getKey(), asked(each.getValue()));
      }
    }
  }

  private static void write(String usual, int uses, Map<ApiOperation, String> types, Draft draft) {
    String text = asked(usual);
    draft.member("headers").put("Accept", text);
    ApiOperation first =
        types.entrySet().stream()
            .filter(it -> it.getValue().equals(usual))
            .findFirst()
            .orElseThrow()
            .getKey();
    draft.found(
        "/headers/Accept",
        Fact.sure(
            TextNode.valueOf(text),
            new Evidence(
                first.success().map(ApiResponse::place).orElse(first.place()),
                "answers in "
                    + usual
                    + ", as "
                    + uses
                    + " of "
                    + types.size()
                    + " operations do that answer in JSON")));
  }

  /** Descriptions are at times stricter than servers, so that plain JSON will do, too. */
  private static String asked(String type) {
    return type.equals(PLAIN) ? PLAIN : type + ", " + PLAIN + ";q=0.5";
  }

  /** Plain JSON where it is to be had; empty where an answer is no JSON, or none is described. */
  private static Optional<String> type(ApiOperation operation) {
    List<String> types =
        operation.success().map(ApiResponse::contents).orElse(List.of()).stream()
            .filter(ApiContent::isJson)
            .map(AnswerFormat::bare)
            .filter(it -> PLAIN_TOO.contains(it) || MEDIA_TYPE.matcher(it).matches())
            .toList();
    return types.stream()
        .filter(PLAIN_TOO::contains)
        .findFirst()
        .map(it -> PLAIN)
        .or(() -> types.stream().findFirst());
  }

  /** Without parameters, which say how it is written and rarely matter. */
  private static String bare(ApiContent content) {
    int end = content.type().indexOf(';');
    return (end < 0 ? content.type() : content.type().substring(0, end))
        .strip()
        .toLowerCase(Locale.ROOT);
  }
}
