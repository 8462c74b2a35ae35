package dev.connector.scaffold.infer.assembly;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.scaffold.description.ApiOperation;
import dev.connector.scaffold.description.ApiParameter;
import dev.connector.scaffold.infer.fact.Confidence;
import dev.connector.scaffold.infer.graph.Outline;
import dev.connector.scaffold.infer.graph.Parentage;
import dev.connector.scaffold.infer.graph.PathTemplate;
import dev.connector.scaffold.infer.graph.Words;
import dev.connector.scaffold.infer.judgement.Judgement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides for each resource whose records it is read for, and what is left for the user to say. A
 * resource has one parent, so that of several the one is taken that, with its own parents, gives
 * most.
 */
final class Bindings {

  private final Map<String, Outline> outlines = new LinkedHashMap<>();
  private final Map<ApiOperation, Outline> owners = new HashMap<>();
  private final Map<ApiOperation, Judgement> judgements;
  private final Map<String, Binding> known = new LinkedHashMap<>();
  private final Set<String> open = new HashSet<>();
  private final Set<String> settings = new HashSet<>();

  /**
   * @param settings names that are taken
   */
  Bindings(List<Outline> outlines, Map<ApiOperation, Judgement> judgements, Set<String> settings) {
    this.judgements = judgements;
    this.settings.addAll(settings);
    for (Outline outline : outlines) {
      this.outlines.put(outline.name(), outline);
      outline.operations().values().forEach(it -> owners.put(it, outline));
    }
  }

  Binding of(String resource) {
    Binding binding = known.get(resource);
    if (binding == null) {
      open.add(resource);
      binding = bind(outlines.get(resource));
      open.remove(resource);
      known.put(resource, binding);
    }
    return binding;
  }

  /** A resource's parents, the nearest first. */
  List<String> ancestors(String resource) {
    List<String> ancestors = new ArrayList<>();
    Optional<Binding.Parent> parent = of(resource).parent();
    while (parent.isPresent()) {
      ancestors.add(parent.get().resource());
      parent = of(parent.get().resource()).parent();
    }
    return ancestors;
  }

  private Parentage parentage(Outline outline) {
    return judgements.get(outline.list()).parentage().value();
  }

  private Binding bind(Outline outline) {
    Map<String, Parentage.Source> usable = new LinkedHashMap<>();
    parentage(outline)
        .bound()
        .forEach(
            (name, source) -> {
              Outline owner = owners.get(source.list());
              if (source.confidence() != Confidence.UNSURE
                  && owner != null
                  && !owner.equals(outline)
                  && !open.contains(owner.name())) {
                usable.put(name, source);
              }
            });
    Optional<String> parent = parent(usable);
    Map<String, String> placeholders = new LinkedHashMap<>();
    Map<String, JsonPointer> bind = new LinkedHashMap<>();
    Map<Given, String> given = parent.map(this::given).orElse(Map.of());
    Set<String> taken = new HashSet<>(given.values());
    usable.forEach(
        (name, source) -> {
          String owner = owners.get(source.list()).name();
          String inherited = given.get(new Given(owner, source.field()));
          if (parent.filter(owner::equals).isPresent()) {
            String placeholder = free(boundName(name, outline, owner), taken);
            placeholders.put(name, placeholder);
            bind.put(placeholder, source.field());
          } else if (inherited != null) {
            placeholders.put(name, inherited);
          }
        });
    Map<String, Binding.Question> asked = new LinkedHashMap<>();
    needs(outline)
        .forEach(
            name -> {
              if (!placeholders.containsKey(name)) {
                String setting = settingName(name, outline);
                String free = taken.contains(setting) ? setting + "Setting" : setting;
                placeholders.put(name, free);
                asked.put(free, question(name, outline));
              }
            });
    return new Binding(parent.map(it -> new Binding.Parent(it, bind)), placeholders, asked);
  }

  private Set<String> needs(Outline outline) {
    Set<String> needs = new LinkedHashSet<>(parentage(outline).bound().keySet());
    needs.addAll(parentage(outline).configured());
    return needs;
  }

  /** A value of a resource's records. */
  private record Given(String resource, JsonPointer field) {}

  /** What has a value where a resource is the parent, by where it comes from. */
  private Map<Given, String> given(String parent) {
    Map<Given, String> given = new LinkedHashMap<>();
    Optional<Binding.Parent> next = of(parent).parent();
    while (next.isPresent()) {
      String resource = next.get().resource();
      next.get().bind().forEach((name, field) -> given.put(new Given(resource, field), name));
      next = of(resource).parent();
    }
    return given;
  }

  private Optional<String> parent(Map<String, Parentage.Source> usable) {
    Optional<String> best = Optional.empty();
    int most = 0;
    for (Parentage.Source candidate : usable.values()) {
      String resource = owners.get(candidate.list()).name();
      Map<Given, String> given = given(resource);
      int covers = 0;
      for (Parentage.Source source : usable.values()) {
        String owner = owners.get(source.list()).name();
        if (owner.equals(resource) || given.containsKey(new Given(owner, source.field()))) {
          covers++;
        }
      }
      // Of equals the surer one, and of these the last, which is the nearest in the path.
      int score = 2 * covers + (candidate.confidence() == Confidence.SURE ? 1 : 0);
      if (score >= most) {
        most = score;
        best = Optional.of(resource);
      }
    }
    return best;
  }

  private static String boundName(String name, Outline outline, String parent) {
    return Names.camel(Names.isGeneric(name) ? thing(name, outline, parent) + " " + name : name);
  }

  private static String settingName(String name, Outline outline) {
    return Names.setting(Names.camel(title(name, outline)));
  }

  /** The words for a value, with those for the thing where the name does not say it. */
  private static String title(String name, Outline outline) {
    return Names.isGeneric(name)
        ? thing(name, outline, outline.name()) + " " + name
        : String.join(" ", Words.of(Names.spoken(name)));
  }

  /** What a variable is of: the word before it in the path. */
  private static String thing(String name, Outline outline, String otherwise) {
    PathTemplate path = PathTemplate.of(outline.list().path());
    return path.variables().stream()
        .filter(it -> it.name().equals(name))
        .findFirst()
        .map(it -> Names.one(path.noun(it.segment())))
        .filter(it -> !it.isEmpty())
        .orElseGet(() -> Names.one(otherwise));
  }

  private String free(String wanted, Set<String> taken) {
    String free = wanted;
    for (int i = 2; taken.contains(free) || settings.contains(free); i++) {
      free = wanted + i;
    }
    taken.add(free);
    return free;
  }

  private static Binding.Question question(String name, Outline outline) {
    Optional<ApiParameter> parameter =
        outline.list().parameters().stream().filter(it -> it.name().equals(name)).findFirst();
    List<String> values =
        parameter.stream()
            .flatMap(it -> it.schema().values().stream())
            .filter(JsonNode::isValueNode)
            .map(JsonNode::asText)
            .filter(it -> !it.isBlank())
            .distinct()
            .toList();
    return new Binding.Question(
        Prose.title(title(name, outline)),
        parameter.map(it -> Prose.sentence(it.description())).orElse(""),
        values);
  }
}
