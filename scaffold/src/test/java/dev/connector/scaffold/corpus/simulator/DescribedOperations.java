package dev.connector.scaffold.corpus.simulator;

import dev.connector.scaffold.description.ApiDescription;
import dev.connector.scaffold.description.ApiOperation;
import dev.connector.spec.definition.RequestTemplate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which operation of a description a request of a definition asks. */
record DescribedOperations(ApiDescription description) {

  private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)\\}");

  /** Empty where the description has no such operation. */
  Optional<ApiOperation> of(RequestTemplate request) {
    String path = shape(request.path().text());
    return description.operations().stream()
        .filter(it -> it.method().equals(request.method()))
        .filter(it -> shape(bare(it)).equals(path))
        .findFirst();
  }

  /** The description's names of a request's variables in the path, by the definition's names. */
  Map<String, String> variables(RequestTemplate request) {
    Map<String, String> names = new LinkedHashMap<>();
    Matcher ours = VARIABLE.matcher(request.path().text());
    Matcher theirs = VARIABLE.matcher(of(request).map(DescribedOperations::bare).orElse(""));
    while (ours.find() && theirs.find()) {
      names.put(ours.group(1), theirs.group(1));
    }
    return names;
  }

  private static String shape(String path) {
    return VARIABLE.matcher(path).replaceAll("{}");
  }

  private static String bare(ApiOperation operation) {
    return operation.path().replaceFirst("[?#].*", "");
  }
}
