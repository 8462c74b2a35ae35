package dev.connector.spec.conformance.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.runtime.message.Cancellation;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.Operation;
import dev.connector.spec.definition.OperationName;
import dev.connector.spec.definition.reader.ConnectorFolder;
import dev.connector.spec.engine.Engine;
import dev.connector.spec.rules.CheckKind;
import dev.connector.spec.rules.Finding;
import dev.connector.spec.rules.Identity;
import dev.connector.spec.rules.Report;
import dev.connector.spec.rules.Rule;
import dev.connector.spec.rules.Rules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Holds a definition against the API that it is about. Nothing is sent but operations marked safe,
 * and what a token takes; writes only where they are allowed in so many words.
 *
 * @param environment the connector's variables, credentials among them
 */
public record Verification(ConnectorFolder folder, Map<String, String> environment, Scope scope) {

  /**
   * What is asked for.
   *
   * @param resources by name; all where none is named
   * @param arguments what resources need to be told, by name
   * @param most the longest it may take
   * @param writing whether records are made and taken away; empty where nothing may be changed
   */
  public record Scope(
      Set<String> resources,
      Map<String, JsonNode> arguments,
      Bounds bounds,
      Duration most,
      Optional<Writing> writing) {
    public Scope {
      resources = Set.copyOf(resources);
      arguments = Map.copyOf(arguments);
    }

    /** All resources, with the standard bounds, in ten minutes at most. */
    public static Scope all() {
      return new Scope(
          Set.of(), Map.of(), Bounds.standard(), Duration.ofMinutes(10), Optional.empty());
    }
  }

  /**
   * That records may be made and taken away.
   *
   * @param body what to make; empty where the least that a schema takes will do
   */
  public record Writing(Optional<ObjectNode> body) {}

  public Verification {
    environment = Map.copyOf(environment);
  }

  /**
   * Goes through the rules; what was found so far where it is cancelled.
   *
   * @param progress told what is being looked at
   * @throws dev.connector.runtime.message.ApiException where a setting is missing or malformed
   */
  public Verified run(Cancellation cancellation, Consumer<String> progress) {
    Definition definition = folder.definition();
    Secrets secrets = new Secrets(CredentialPlaces.of(definition.authentication()), secretValues());
    Wire wire = new Wire(this::isSafe, secrets);
    try (Stop stop = new Stop(cancellation, scope.most());
        Engine engine = new Engine(definition, folder.schemas(), environment, List.of(wire))) {
      Session session =
          new Session(
              definition,
              engine,
              wire,
              new Session.Terms(scope.bounds(), environment.keySet(), scope.arguments(), stop));
      Course course =
          new Course(
              session, folder.schemas(), claims(), other -> session.with(engine.with(other)));
      course.run(progress);
      course.write(scope.writing(), progress);
      return verified(course, new Telling(secrets), wire.sent());
    }
  }

  private Verified verified(Course course, Telling telling, int requests) {
    List<Finding> findings = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    course
        .rules()
        .forEach(
            (id, part) -> {
              Rule rule = Rules.load().rule(id);
              findings.add(new Finding(rule, part.steps().outcome(telling), part.took()));
              part.steps().open(telling).forEach(it -> notes.add(id + " " + it));
            });
    List<Rule> rules = Rules.load().where(it -> it.check() == CheckKind.LIVE);
    Identity identity =
        new Identity(folder.definition().name(), folder.definition().version(), "engine");
    Report report = Report.on(rules, identity, Instant.now(), findings);
    return new Verified(report, notes, requests, course.closed());
  }

  private List<Claim> claims() {
    return folder.definition().resources().entrySet().stream()
        .filter(it -> scope.resources().isEmpty() || scope.resources().contains(it.getKey()))
        .map(it -> Claim.of(it.getKey(), it.getValue()))
        .toList();
  }

  private boolean isSafe(String operation) {
    OperationName name = OperationName.parse(operation);
    return Optional.ofNullable(folder.definition().resources().get(name.resource()))
        .map(it -> it.operations().get(name.operation()))
        .map(Operation::effect)
        .filter(Operation.Effect::safe)
        .isPresent();
  }

  private Set<String> secretValues() {
    Definition definition = folder.definition();
    return definition.settings().entrySet().stream()
        .filter(it -> it.getValue().secret())
        .map(it -> environment.get(definition.variable(it.getKey())))
        .filter(it -> it != null && !it.isBlank())
        .map(String::strip)
        .collect(Collectors.toSet());
  }

  /** Names no value: they may be secret. */
  @Override
  public String toString() {
    return "Verification of " + folder.definition().name();
  }
}
