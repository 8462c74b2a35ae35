package dev.connector.scaffold.infer.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.connector.scaffold.description.ApiDescription;
import dev.connector.scaffold.description.ApiOperation;
import dev.connector.scaffold.description.Server;
import dev.connector.scaffold.infer.fact.Confidence;
import dev.connector.scaffold.infer.fact.Evidence;
import dev.connector.scaffold.infer.fact.Fact;
import dev.connector.scaffold.infer.fact.Gap;
import dev.connector.scaffold.lexicon.Lexicon;
import dev.connector.spec.definition.Setting;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Infers where an API is. */
final class ServerInference {

  private static final String PLACE = "#/servers";
  private static final int MOST_HOSTS = 20;

  private final ApiDescription description;
  private final Lexicon lexicon;
  private final Optional<URI> document;
  private final Places places;
  private final ServerVariables variables;

  ServerInference(ApiDescription description, Lexicon lexicon, Optional<URI> document) {
    this.description = description;
    this.lexicon = lexicon;
    this.document = document;
    this.places = new Places(lexicon);
    this.variables = new ServerVariables(lexicon, places);
  }

  void infer(Draft draft) {
    List<ServerAddress> best =
        best(description.servers().isEmpty() ? common() : description.servers());
    Fact<String> base = base(best, draft);
    draft.put("baseUrl", json(base));
    gap(base, best, draft);
    elsewhere(base.value(), draft);
  }

  /** Where the document as a whole says nothing: what most of its operations say. */
  private List<Server> common() {
    Map<List<Server>, Long> counts =
        description.operations().stream()
            .map(ApiOperation::servers)
            .filter(it -> !it.isEmpty())
            .collect(Collectors.groupingBy(it -> it, LinkedHashMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .max(Map.Entry.<List<Server>, Long>comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(List.of());
  }

  /** Those that are as good as each other, in the order of the document; best of all first. */
  private List<ServerAddress> best(List<Server> servers) {
    List<ServerAddress> addresses = new ArrayList<>();
    servers.forEach(it -> addresses.add(resolved(ServerAddress.of(it))));
    Comparator<ServerAddress> order =
        Comparator.<ServerAddress>comparingInt(it -> isReal(it) ? 0 : 1)
            .thenComparingInt(it -> -favour(it))
            .thenComparingInt(it -> isReal(it) || !it.path().isEmpty() ? 0 : 1)
            .thenComparing(ServerAddress::kind);
    List<ServerAddress> sorted = new ArrayList<>(addresses);
    sorted.removeIf(it -> it.kind() == ServerAddress.Kind.UNREADABLE);
    sorted.sort(order);
    return sorted.stream().filter(it -> order.compare(it, sorted.get(0)) == 0).toList();
  }

  /** A relative address is below the document's own. */
  private ServerAddress resolved(ServerAddress address) {
    boolean known =
        address.kind() == ServerAddress.Kind.RELATIVE
            && document.map(URI::getAuthority).filter(places::isReal).isPresent();
    return known
        ? new ServerAddress(
            address.server(),
            ServerAddress.Kind.WITHOUT_SCHEME,
            document.get().getAuthority(),
            address.path())
        : address;
  }

  private boolean isReal(ServerAddress address) {
    String host = variables.usualHost(address);
    return address.isAbsolute()
        && (places.isReal(host) || host.indexOf('{') >= 0 && host.indexOf('.') >= 0);
  }

  /** More than 0 for a server that is called the real one, less for one to try things on. */
  private int favour(ServerAddress address) {
    String host = variables.usualHost(address);
    int end = host.lastIndexOf('.');
    List<String> words = new ArrayList<>(Terms.words(end < 0 ? host : host.substring(0, end)));
    words.addAll(Terms.words(address.path()));
    words.addAll(Terms.words(Terms.quote(address.server().description())));
    int sandbox = words.stream().mapToInt(it -> lexicon.weight("sandboxWord", it)).max().orElse(0);
    int production =
        words.stream().mapToInt(it -> lexicon.weight("productionWord", it)).max().orElse(0);
    return Integer.signum(production) - 2 * Integer.signum(sandbox);
  }

  private Fact<String> base(List<ServerAddress> best, Draft draft) {
    if (best.isEmpty()) {
      ServerAddress none = ServerAddress.of(new Server("", "", Map.of()));
      return Fact.unsure(
          "https://{" + variables.unknownHost(none, draft) + "}",
          new Evidence(PLACE, "no server that can be read"));
    }
    ServerAddress first = best.get(0);
    if (first.kind() == ServerAddress.Kind.RELATIVE) {
      return Fact.unsure(
          "https://{" + variables.unknownHost(first, draft) + "}" + variables.path(first, draft),
          new Evidence(PLACE, "a path without a host: " + Terms.quote(first.server().url())));
    }
    List<String> hosts = alike(best);
    Evidence evidence = new Evidence(PLACE, "server " + Terms.quote(first.server().url()));
    if (hosts.size() > 1) {
      String host = draft.setting("host", choice(hosts, best));
      return Fact.likely("https://{" + host + "}" + variables.path(first, draft), evidence);
    }
    String whole = variables.template(first, draft);
    String template = withoutRepetition(whole, first);
    Confidence confidence =
        template.equals(whole) ? confidence(first, template) : Confidence.LIKELY;
    return new Fact<>(template, confidence, List.of(evidence), List.of());
  }

  private Confidence confidence(ServerAddress address, String template) {
    if (!isReal(address)) {
      return Confidence.UNSURE;
    }
    boolean sure =
        address.kind() == ServerAddress.Kind.SECURE
            && favour(address) >= 0
            && template.startsWith("https://" + address.authority());
    return sure ? Confidence.SURE : Confidence.LIKELY;
  }

  /** Hosts of servers that differ in nothing else. */
  private static List<String> alike(List<ServerAddress> best) {
    ServerAddress first = best.get(0);
    return best.stream()
        .filter(it -> it.path().equals(first.path()) && it.authority().indexOf('{') < 0)
        .map(ServerAddress::authority)
        .distinct()
        .limit(MOST_HOSTS)
        .toList();
  }

  private static Setting choice(List<String> hosts, List<ServerAddress> best) {
    String which =
        best.stream()
            .filter(it -> !it.server().description().isBlank())
            .map(it -> it.authority() + " is " + Terms.quote(it.server().description()))
            .limit(MOST_HOSTS)
            .collect(Collectors.joining("; "));
    return new Setting(
        "Host",
        "Which of the API's servers to call." + (which.isEmpty() ? "" : " " + which),
        false,
        false,
        Optional.of(hosts.get(0)),
        Optional.empty(),
        hosts);
  }

  /** Some documents have the path of the server in the paths of the operations again. */
  private String withoutRepetition(String template, ServerAddress address) {
    String path = address.path();
    boolean repeated =
        !path.isEmpty()
            && template.endsWith(path)
            && !description.operations().isEmpty()
            && description.operations().stream().allMatch(it -> it.path().startsWith(path + "/"));
    return repeated ? template.substring(0, template.length() - path.length()) : template;
  }

  private void gap(Fact<String> base, List<ServerAddress> best, Draft draft) {
    if (base.confidence() == Confidence.SURE) {
      return;
    }
    List<String> others =
        description.servers().stream()
            .map(it -> Terms.quote(it.url()))
            .filter(it -> !it.isEmpty())
            .distinct()
            .limit(MOST_HOSTS)
            .toList();
    draft.gap(
        new Gap(
            "baseUrl",
            question(best),
            others,
            new Gap.Edit("/baseUrl", TextNode.valueOf(base.value()).toString()),
            base.evidence()));
  }

  private String question(List<ServerAddress> best) {
    if (best.isEmpty() || !isReal(best.get(0))) {
      return "The document names no server that can be reached; the setting for the host says where"
          + " the API is.";
    }
    ServerAddress first = best.get(0);
    if (favour(first) < 0) {
      return "The document names servers for tests alone; where is the real one?";
    }
    if (alike(best).size() > 1) {
      return "The document names several servers and prefers none; the first is used unless the"
          + " setting for the host says another.";
    }
    if (first.kind() == ServerAddress.Kind.PLAIN) {
      return "The document gives the server with plain HTTP, which is never used; does it answer"
          + " HTTPS?";
    }
    return "The document's server is not a complete https URL; is this what is meant?";
  }

  private void elsewhere(String base, Draft draft) {
    for (ApiOperation operation : description.operations()) {
      List<ServerAddress> best = best(operation.servers());
      if (operation.servers().isEmpty() || best.isEmpty() || !isReal(best.get(0))) {
        continue;
      }
      Draft apart = new Draft();
      String template = new ServerVariables(lexicon, places).template(best.get(0), apart);
      if (!template.equals(base) && !draft.knowsSettingsOf(apart)) {
        draft.gap(unknownParts(operation, template, best.get(0)));
      } else if (!template.equals(base)) {
        draft.elsewhere(operation, template);
        draft.found(
            "/baseUrl",
            Fact.likely(
                TextNode.valueOf(template),
                new Evidence(
                    operation.place() + "/servers",
                    "this operation is elsewhere: " + Terms.quote(best.get(0).server().url()))));
      }
    }
  }

  /** A setting that is of use to this operation alone would be one too many for the others. */
  private static Gap unknownParts(ApiOperation operation, String template, ServerAddress address) {
    return new Gap(
        "baseUrl",
        operation.method()
            + " "
            + Terms.quote(operation.path())
            + " is at a server of its own, parts of which only a setting could tell.",
        List.of(Terms.quote(template)),
        new Gap.Edit("/custom", "[\"Code calls some operations at servers of their own.\"]"),
        List.of(
            new Evidence(
                operation.place() + "/servers", "server " + Terms.quote(address.server().url()))));
  }

  private static Fact<JsonNode> json(Fact<String> fact) {
    return new Fact<>(
        TextNode.valueOf(fact.value()), fact.confidence(), fact.evidence(), List.of());
  }
}
