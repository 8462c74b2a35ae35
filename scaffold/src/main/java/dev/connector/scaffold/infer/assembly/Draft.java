package dev.connector.scaffold.infer.assembly;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.scaffold.description.ApiContent;
import dev.connector.scaffold.description.ApiOperation;
import dev.connector.scaffold.description.ApiSchema;
import dev.connector.scaffold.infer.canonical.MeaningInference;
import dev.connector.scaffold.infer.graph.Outline;
import dev.connector.scaffold.infer.judgement.Judgement;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.definition.Records;
import dev.connector.spec.definition.reader.DefinitionReader;
import dev.connector.spec.definition.reader.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One definition in the making. */
final class Draft {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int MOST_MENDS = 200;

  private final Assembly assembly;
  private final Selection selection;
  private final SelectedOperations selected;
  private final Bindings bindings;
  private final MeaningInference meanings;
  private final Map<String, Outline> outlines = new LinkedHashMap<>();
  private final Map<String, ObjectNode> resources = new LinkedHashMap<>();
  private final Map<String, Map<String, Binding.Question>> questions = new LinkedHashMap<>();
  private final Map<String, JsonNode> schemas = new LinkedHashMap<>();
  private final Map<List<Object>, String> schemaFiles = new LinkedHashMap<>();
  private final List<String> leftOut = new ArrayList<>();
  private final Set<String> alongside = new LinkedHashSet<>();

  Draft(Assembly assembly, Selection selection) {
    this.assembly = assembly;
    this.meanings = new MeaningInference(assembly.lexicon());
    this.selection = selection;
    List<Outline> all = assembly.outlines().resources();
    all.forEach(it -> outlines.put(it.name(), it));
    selected = new SelectedOperations(selection, all, List.copyOf(assembly.judgements().keySet()));
    Set<String> taken = new HashSet<>();
    assembly.access().members().path("settings").fieldNames().forEachRemaining(taken::add);
    bindings = new Bindings(all, assembly.judgements(), taken);
  }

  InferredDefinition definition() {
    Set<String> wanted = wanted();
    wanted.forEach(it -> questions.put(it, bindings.of(it).settings()));
    Map<String, String> asking = new UserQuestions(selection, questions, bindings).tooMany();
    asking.forEach((name, why) -> leftOut.add(told(outlines.get(name).list()) + " " + why));
    wanted.removeAll(asking.keySet());
    questions.keySet().retainAll(wanted);
    RecordNames records =
        new RecordNames(wanted.stream().map(outlines::get).toList(), assembly.judgements());
    wanted.forEach(it -> write(it, records));
    new UserQuestions(selection, questions, bindings).tooMany().forEach(this::remove);
    dropOrphans();
    ObjectNode document = mended();
    tellHomeless();
    Reasons reasons = new Reasons(assembly, bindings, document);
    schemas.keySet().retainAll(usedSchemas(document));
    return new InferredDefinition(
        document,
        schemas,
        examples(document),
        reasons.explanation(outlines, alongside),
        reasons.gaps(outlines),
        leftOut);
  }

  /** The resources asked for, and those they are read for. */
  private Set<String> wanted() {
    Set<String> asked = new LinkedHashSet<>();
    outlines.values().stream().filter(selected::wants).forEach(it -> asked.add(it.name()));
    Set<String> parents = new HashSet<>();
    asked.forEach(it -> parents.addAll(bindings.ancestors(it)));
    Set<String> wanted = new LinkedHashSet<>();
    for (String name : outlines.keySet()) {
      if (asked.contains(name) || parents.contains(name)) {
        wanted.add(name);
      }
      if (parents.contains(name) && !asked.contains(name)) {
        alongside.add(name);
      }
    }
    return wanted;
  }

  private void write(String name, RecordNames records) {
    Outline outline = outlines.get(name);
    Judgement list = assembly.judgements().get(outline.list());
    Optional<String> obstacle = ResourceWriter.obstacle(list);
    if (obstacle.isPresent()) {
      questions.remove(name);
      leftOut.add(told(outline.list()) + " " + obstacle.get());
      return;
    }
    ResourceWriter writer = new ResourceWriter(assembly, outline, bindings.of(name), taken(name));
    Set<String> operations = new LinkedHashSet<>();
    outline
        .operations()
        .forEach(
            (called, operation) -> {
              if (selected.wants(operation) && !alongside.contains(name)) {
                operations.add(called);
              }
            });
    Optional<ObjectNode> written = writer.write(schema(outline, list, records), operations);
    writer
        .unsaid()
        .forEach((called, why) -> leftOut.add(told(outline.operations().get(called)) + " " + why));
    questions.remove(name);
    written.ifPresent(
        it -> {
          MeaningWriter.write(meanings.infer(list.operation(), list.shape()), it);
          resources.put(name, it);
          questions.put(name, writer.questions());
        });
  }

  /** Names that mean something in a resource already. */
  private Set<String> taken(String name) {
    Set<String> taken = new HashSet<>();
    assembly.access().members().path("settings").fieldNames().forEachRemaining(taken::add);
    for (String ancestor : bindings.ancestors(name)) {
      taken.addAll(bindings.of(ancestor).placeholders().values());
    }
    questions.values().forEach(it -> taken.addAll(it.keySet()));
    return taken;
  }

  /** The file of a resource's schema; resources with the same records share one. */
  private String schema(Outline outline, Judgement list, RecordNames records) {
    List<JsonPointer> key = ResourceWriter.primaryKey(list);
    Optional<ApiSchema> record = list.shape().record();
    Optional<Records.Entries> entries =
        list.shape()
            .records()
            .value()
            .map(Records::shape)
            .filter(Records.Entries.class::isInstance)
            .map(Records.Entries.class::cast);
    List<Object> same = records.kind(outline);
    String file = schemaFiles.get(same);
    if (file == null) {
      String noun = records.noun(outline);
      file = "schemas/" + Names.camel(noun) + ".json";
      for (int i = 2; schemas.containsKey(file); i++) {
        file = "schemas/" + Names.camel(noun) + i + ".json";
      }
      schemaFiles.put(same, file);
      ObjectNode schema = RecordSchemas.write(record, Prose.title(noun), key);
      entries.ifPresent(it -> named(schema, it));
      schemas.put(file, schema);
    }
    return file;
  }

  /** What a member's name and value become in its record is part of it. */
  private static void named(ObjectNode schema, Records.Entries entries) {
    ObjectNode properties = schema.withObjectProperty("properties");
    String name = entries.key().getMatchingProperty();
    if (entries.key().tail().matches() && properties.path(name).isEmpty()) {
      properties
          .putObject(name)
          .put("description", "The name under which the answer has the record.")
          .put("type", "string");
    }
    if (!entries.value().matches() && !properties.has(entries.value().getMatchingProperty())) {
      properties.putObject(entries.value().getMatchingProperty());
    }
  }

  private void remove(String name, String why) {
    if (resources.remove(name) != null) {
      questions.remove(name);
      leftOut.add(told(outlines.get(name).list()) + " " + why);
    }
  }

  /** A resource is nothing without the parent it is read for. */
  private void dropOrphans() {
    boolean again = true;
    while (again) {
      again = false;
      for (String name : List.copyOf(resources.keySet())) {
        Optional<String> parent =
            bindings
                .of(name)
                .parent()
                .map(Binding.Parent::resource)
                .filter(it -> !resources.containsKey(it));
        if (parent.isPresent()) {
          remove(name, "is read for each of " + parent.get() + ", which is left out");
          again = true;
        }
      }
    }
  }

  /** The document without what its reader refuses, which a hostile document may bring about. */
  private ObjectNode mended() {
    DefinitionReader reader = new DefinitionReader();
    DocumentWriter writer = new DocumentWriter(assembly);
    for (int i = 0; i < MOST_MENDS; i++) {
      if (resources.isEmpty()) {
        throw nothing();
      }
      ObjectNode document = writer.write(resources, questions);
      List<Problem> errors = reader.read(document).errors();
      if (errors.isEmpty()) {
        return document;
      }
      for (Problem error : errors) {
        String[] steps = error.pointer().split("/");
        if (steps.length > 2 && steps[1].equals("resources")) {
          remove(steps[2], "cannot be said: " + error.cause());
        } else {
          writer.without(steps.length > 1 ? steps[1] : "", error.cause(), leftOut);
        }
      }
      dropOrphans();
    }
    throw nothing();
  }

  private ConnectorException nothing() {
    int operations = assembly.judgements().size();
    String title = Prose.sentence(assembly.description().info().title());
    if (operations == 0) {
      return new ConnectorException(
          ConnectorException.Kind.FAILED,
          "\"" + title + "\" describes no operation",
          "check that it is the description itself: connector new --from-openapi <file>");
    }
    return new ConnectorException(
        ConnectorException.Kind.FAILED,
        "\""
            + title
            + "\" has nothing that can be read: of its "
            + operations
            + (operations == 1 ? " operation" : " operations")
            + (selection.equals(Selection.everything()) ? "" : ", those selected among them,")
            + " none returns a collection of records"
            + (leftOut.isEmpty() ? "" : " that a definition can describe; " + leftOut.get(0)),
        "describe a resource by hand: connector new <name>");
  }

  private void tellHomeless() {
    assembly
        .outlines()
        .homeless()
        .forEach(
            (operation, why) -> {
              if (selected.wants(operation) && selection.resources().isEmpty()) {
                leftOut.add(told(operation) + " " + why);
              }
            });
  }

  private static String told(ApiOperation operation) {
    return operation.method() + " " + operation.path();
  }

  private static Set<String> usedSchemas(ObjectNode document) {
    Set<String> used = new HashSet<>();
    document.path("resources").forEach(it -> used.add(it.path("schema").asText()));
    return used;
  }

  private Map<String, ApiContent.Example> examples(ObjectNode document) {
    Map<String, ApiContent.Example> examples = new LinkedHashMap<>();
    document
        .path("resources")
        .properties()
        .forEach(
            resource ->
                resource
                    .getValue()
                    .path("operations")
                    .fieldNames()
                    .forEachRemaining(
                        name ->
                            example(operation(outlines.get(resource.getKey()), name))
                                .ifPresent(
                                    it -> examples.put(resource.getKey() + "." + name, it))));
    return examples;
  }

  /** What the list of deleted records asks is the list, asked in another way. */
  static ApiOperation operation(Outline outline, String name) {
    return outline.operations().getOrDefault(name, outline.list());
  }

  private static Optional<ApiContent.Example> example(ApiOperation operation) {
    return operation
        .success()
        .flatMap(it -> it.json())
        .flatMap(
            content ->
                content.examples().stream()
                    .findFirst()
                    .or(
                        () ->
                            content
                                .schema()
                                .flatMap(
                                    schema ->
                                        schema
                                            .example()
                                            .map(
                                                it ->
                                                    new ApiContent.Example(
                                                        schema.place() + "/example", it)))));
  }
}
