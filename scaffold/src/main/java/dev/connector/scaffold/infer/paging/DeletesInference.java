package dev.connector.scaffold.infer.paging;

import com.fasterxml.jackson.core.JsonPointer;
import dev.connector.scaffold.description.ApiOperation;
import dev.connector.scaffold.description.ApiSchema;
import dev.connector.scaffold.infer.fact.Confidence;
import dev.connector.scaffold.infer.fact.Evidence;
import dev.connector.scaffold.infer.fact.Fact;
import dev.connector.scaffold.infer.shape.Collection;
import dev.connector.scaffold.lexicon.Lexicon;
import dev.connector.spec.definition.Placement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Infers whether a list tells of records that are deleted. */
public final class DeletesInference {

  private final Lexicon lexicon;

  public DeletesInference(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** Empty where a deleted record is not heard of again. */
  public Fact<Optional<DeletedRecords>> infer(ApiOperation operation, Collection collection) {
    Optional<Map.Entry<String, ApiSchema>> mark =
        collection
            .record()
            .flatMap(it -> it.properties().entrySet().stream().filter(this::marks).findFirst());
    Optional<JsonPointer> field =
        mark.map(
            it -> JsonPointer.compile("/" + it.getKey().replace("~", "~0").replace("/", "~1")));
    Optional<Input> asked =
        Input.of(operation).stream()
            .filter(it -> it.placement() instanceof Placement.Query)
            .filter(this::asks)
            .findFirst();
    if (asked.isEmpty()) {
      return unasked(operation, mark, field);
    }
    Input input = asked.get();
    boolean only = lexicon.phrase("onlyDeleted", input.text()).isPresent();
    boolean included = !only && isIncluded(input);
    boolean alone = only && !lexicon.knows("includeDeleted", input.name());
    DeletedRecords deleted =
        new DeletedRecords(
            Optional.of(new DeletedRecords.Switch(input.name(), "true")), alone, field);
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(new Evidence(input.place(), input.title() + " asks for deleted records"));
    mark.ifPresent(
        it -> evidence.add(new Evidence(it.getValue().place(), it.getKey() + " marks them")));
    boolean deletes = lexicon.weight("deletedParameter", input.name()) > 1;
    boolean usable = (alone || included) && field.isPresent() || alone && deletes;
    Confidence confidence =
        !usable ? Confidence.UNSURE : deletes ? Confidence.SURE : Confidence.LIKELY;
    return new Fact<>(Optional.of(deleted), confidence, evidence, List.of());
  }

  private Fact<Optional<DeletedRecords>> unasked(
      ApiOperation operation,
      Optional<Map.Entry<String, ApiSchema>> mark,
      Optional<JsonPointer> field) {
    return mark.map(
            it ->
                Fact.unsure(
                    Optional.of(new DeletedRecords(Optional.empty(), false, field)),
                    new Evidence(
                        it.getValue().place(),
                        it.getKey()
                            + " may mark deleted records; whether the list has them is not said")))
        .orElseGet(
            () ->
                Fact.likely(
                    Optional.empty(),
                    new Evidence(operation.place(), "nothing is said of deleted records")));
  }

  private boolean marks(Map.Entry<String, ApiSchema> property) {
    Set<String> types = property.getValue().types();
    return lexicon.knows("deletedField", property.getKey())
        && (types.isEmpty() || !types.contains("array") && !types.contains("object"));
  }

  private boolean asks(Input input) {
    Set<String> types = input.schema().types();
    return lexicon.knows("deletedParameter", input.name())
        && (types.contains("boolean") || types.isEmpty() || saysTrue(input));
  }

  private static boolean saysTrue(Input input) {
    return input.schema().values().stream().anyMatch(it -> it.asText().equals("true"))
        || input.text().contains("true");
  }

  /** By its name or by what is said; taken for that by mistake, the other records were lost. */
  private boolean isIncluded(Input input) {
    return lexicon.knows("includeDeleted", input.name())
        || lexicon.phrase("includingDeleted", input.text()).isPresent();
  }
}
