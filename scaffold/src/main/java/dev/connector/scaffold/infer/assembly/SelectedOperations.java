package dev.connector.scaffold.infer.assembly;

import dev.connector.scaffold.description.ApiOperation;
import dev.connector.scaffold.infer.graph.Outline;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.NearMatch;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells which operations a selection wants. */
final class SelectedOperations {

  private final Selection selection;
  private final List<Pattern> include;
  private final List<Pattern> exclude;

  /**
   * @throws ConnectorException where the selection names what is not there
   */
  SelectedOperations(Selection selection, List<Outline> outlines, List<ApiOperation> operations) {
    this.selection = selection;
    include = selection.include().stream().map(SelectedOperations::pattern).toList();
    exclude = selection.exclude().stream().map(SelectedOperations::pattern).toList();
    Set<String> names = new LinkedHashSet<>();
    outlines.forEach(it -> names.add(it.name()));
    selection.resources().forEach(it -> require("resource", it, names));
    Set<String> tags = new LinkedHashSet<>();
    operations.forEach(it -> tags.addAll(it.words().tags()));
    selection.tags().forEach(it -> require("tag", it, tags));
    for (Pattern each : include) {
      if (operations.stream().noneMatch(it -> fits(each, it))) {
        throw new ConnectorException(
            ConnectorException.Kind.USAGE,
            "no path or operationId fits \""
                + each.pattern().replace("\\E.*\\Q", "*").replaceAll("\\\\[QE]", "")
                + "\"",
            "write a path such as \"/users*\", with * for anything");
      }
    }
  }

  boolean wants(Outline resource) {
    return (selection.resources().isEmpty() || selection.resources().contains(resource.name()))
        && wants(resource.list());
  }

  boolean wants(ApiOperation operation) {
    boolean tagged =
        selection.tags().isEmpty()
            || operation.words().tags().stream().anyMatch(selection.tags()::contains);
    boolean included = include.isEmpty() || include.stream().anyMatch(it -> fits(it, operation));
    return tagged && included && exclude.stream().noneMatch(it -> fits(it, operation));
  }

  private static boolean fits(Pattern pattern, ApiOperation operation) {
    return pattern.matcher(operation.path()).matches()
        || (!operation.words().id().isEmpty() && pattern.matcher(operation.words().id()).matches());
  }

  private static Pattern pattern(String glob) {
    return Pattern.compile("\\Q" + glob.replace("\\E", "").replace("*", "\\E.*\\Q") + "\\E");
  }

  private static void require(String kind, String name, Set<String> known) {
    if (!known.contains(name)) {
      throw new ConnectorException(
          ConnectorException.Kind.USAGE,
          "the description has no " + kind + " \"" + name + "\"",
          NearMatch.of(name, known)
              .map(near -> "did you mean \"" + near + "\"?")
              .orElseGet(() -> "there are " + shortened(known)));
    }
  }

  private static String shortened(Set<String> names) {
    String first = String.join(", ", names.stream().limit(20).toList());
    return names.size() > 20 ? first + " and " + (names.size() - 20) + " more" : first;
  }
}
