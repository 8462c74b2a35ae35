package dev.connector.scaffold.description;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An API as its description has it. Fragments that cannot be read are left out and told of in
 * {@link #defects}.
 *
 * @param operations in the order of the document
 * @param schemes security schemes by name
 * @param security what operations need that say nothing themselves: alternatives, each of which is
 *     the names of schemes that are needed together; an empty alternative means that nothing is
 * @param events what the API sends by itself: webhooks and callbacks
 */
public record ApiDescription(
    Info info,
    List<Server> servers,
    List<ApiOperation> operations,
    Map<String, SecurityScheme> schemes,
    List<List<String>> security,
    List<ApiEvent> events,
    List<Defect> defects) {

  public ApiDescription {
    servers = List.copyOf(servers);
    operations = List.copyOf(operations);
    schemes = Collections.unmodifiableMap(new LinkedHashMap<>(schemes));
    security = security.stream().map(List::copyOf).toList();
    events = List.copyOf(events);
    defects = List.copyOf(defects);
  }

  /**
   * Whose API it is.
   *
   * @param documentation where it is documented, a URL; empty where the document does not say
   * @param extensions what is said in words of somebody's own, by name, as texts
   */
  public record Info(
      String title,
      String version,
      String description,
      String documentation,
      Map<String, String> extensions) {
    public Info {
      extensions = Collections.unmodifiableMap(new LinkedHashMap<>(extensions));
    }
  }

  /**
   * A fragment that could not be read.
   *
   * @param place where in the document, {@code #/paths/~1users/get}
   * @param problem what is wrong with it, a sentence without full stop
   */
  public record Defect(String place, String problem) {}
}
