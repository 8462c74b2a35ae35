package dev.connector.scaffold.infer.assembly;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.scaffold.description.ApiOperation;
import dev.connector.scaffold.description.ApiParameter;
import dev.connector.scaffold.description.ApiSchema;
import dev.connector.scaffold.infer.access.Access;
import dev.connector.scaffold.infer.fact.Confidence;
import dev.connector.scaffold.infer.fact.Fact;
import dev.connector.scaffold.infer.graph.Outline;
import dev.connector.scaffold.infer.graph.PathTemplate;
import dev.connector.scaffold.infer.judgement.Judgement;
import dev.connector.scaffold.infer.paging.ChangeFilter;
import dev.connector.scaffold.lexicon.Lexicon;
import dev.connector.spec.definition.Incremental;
import dev.connector.spec.definition.Pagination;
import dev.connector.spec.definition.Placement;
import dev.connector.spec.definition.Records;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes one resource of a definition. */
final class ResourceWriter {

  private static final List<String> PAGING =
      List.of(
          "cursorParameter",
          "backwardParameter",
          "pageParameter",
          "offsetParameter",
          "sizeParameter");
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Map<ApiOperation, Judgement> judgements;
  private final Access.Operations access;
  private final Lexicon lexicon;
  private final Outline outline;
  private final Binding binding;
  private final Scope scope;
  private final Map<String, Binding.Question> questions = new LinkedHashMap<>();
  private final Map<String, String> unsaid = new LinkedHashMap<>();

  /**
   * @param inherited placeholders that the parents' parents bind
   */
  ResourceWriter(Assembly assembly, Outline outline, Binding binding, Set<String> inherited) {
    this.judgements = assembly.judgements();
    this.access = assembly.access().operations();
    this.lexicon = assembly.lexicon();
    this.outline = outline;
    this.binding = binding;
    this.scope = scope(inherited);
    questions.putAll(binding.settings());
  }

  /** Settings the resource needs, by name. */
  Map<String, Binding.Question> questions() {
    return questions;
  }

  /** Operations that could not be written, and why. */
  Map<String, String> unsaid() {
    return unsaid;
  }

  private Scope scope(Set<String> inherited) {
    PathTemplate path = PathTemplate.of(outline.list().path());
    Map<String, String> placeholders = new LinkedHashMap<>(binding.placeholders());
    for (PathTemplate.Variable variable : path.variables()) {
      String placeholder = placeholders.remove(variable.name());
      if (placeholder != null) {
        placeholders.put(path.key(variable.segment() + 1), placeholder);
      }
    }
    Set<String> taken = new HashSet<>(inherited);
    taken.addAll(binding.placeholders().values());
    return new Scope(placeholders, taken);
  }

  /**
   * The resource as the definition has it.
   *
   * @param schema the file of its schema
   * @param wanted the operations to write besides the list
   * @return empty where its list cannot be written; {@link #unsaid} says why
   */
  Optional<ObjectNode> write(String schema, Set<String> wanted) {
    Judgement list = judgements.get(outline.list());
    Optional<ChangeFilter> filter = filter(list);
    Optional<ObjectNode> read = operation(Outline.LIST, outline.list(), filter);
    if (read.isEmpty()) {
      return Optional.empty();
    }
    ObjectNode resource = JSON.objectNode();
    resource.put(
        "title",
        Prose.title(String.join(" ", dev.connector.scaffold.infer.graph.Words.of(outline.name()))));
    String says = recordDescription(list);
    if (!says.isEmpty()) {
      resource.put("description", says);
    }
    resource.put("schema", schema);
    List<JsonPointer> key = primaryKey(list);
    if (!key.isEmpty()) {
      ArrayNode written = resource.putArray("primaryKey");
      key.forEach(it -> written.add(it.toString()));
    }
    binding
        .parent()
        .ifPresent(
            parent -> {
              ObjectNode written = resource.putObject("parent").put("resource", parent.resource());
              ObjectNode bind = written.putObject("bind");
              parent.bind().forEach((name, field) -> bind.put(name, field.toString()));
            });
    filter.ifPresent(it -> resource.set("incremental", incremental(it)));
    ObjectNode operations = resource.putObject("operations");
    operations.set(Outline.LIST, read.get());
    DeletesWriter.write(list, filter, resource);
    outline
        .operations()
        .forEach(
            (name, operation) -> {
              if (!name.equals(Outline.LIST) && wanted.contains(name)) {
                operation(name, operation, Optional.empty())
                    .ifPresent(it -> operations.set(name, it));
              }
            });
    return Optional.of(resource);
  }

  private static String recordDescription(Judgement list) {
    return list.shape()
        .record()
        .map(it -> Prose.sentence(it.description()))
        .filter(it -> !it.isEmpty())
        .orElseGet(
            () ->
                Prose.title(
                    Prose.withoutVerb(
                        Prose.sentence(
                            list.operation().words().summary(),
                            list.operation().words().description()))));
  }

  /** What is sure enough to be used. */
  static List<JsonPointer> primaryKey(Judgement list) {
    Fact<List<JsonPointer>> key = list.shape().primaryKey();
    boolean places = key.value().stream().noneMatch(JsonPointer::matches);
    return key.isUnsure() || !places ? List.of() : key.value();
  }

  private static Optional<Pagination> pagination(Judgement judgement) {
    return judgement.pagination().isUnsure() ? Optional.empty() : judgement.pagination().value();
  }

  /** The filter, where it is sure enough and can be said. */
  private static Optional<ChangeFilter> filter(Judgement list) {
    return list.incremental().isUnsure()
        ? Optional.empty()
        : list.incremental()
            .value()
            .filter(it -> it.field().filter(field -> !field.matches()).isPresent())
            .filter(it -> parameter(list.operation(), it).isPresent())
            .filter(
                it ->
                    pagination(list)
                        .filter(pages -> filled(pages).contains(it.parameter()))
                        .isEmpty());
  }

  private static Optional<String> parameter(ApiOperation operation, ChangeFilter filter) {
    String name = filter.parameter();
    int bracket = name.indexOf('[');
    String bare = bracket > 0 ? name.substring(0, bracket) : name;
    return operation.parameters().stream()
        .map(it -> it.name())
        .filter(it -> it.equals(name) || it.equals(bare))
        .findFirst();
  }

  private static boolean isHeader(ApiOperation operation, ChangeFilter filter) {
    return operation.parameter(ApiParameter.In.HEADER, filter.parameter()).isPresent()
        && operation.parameter(ApiParameter.In.QUERY, filter.parameter()).isEmpty();
  }

  private static ObjectNode incremental(ChangeFilter filter) {
    ObjectNode node = JSON.objectNode();
    node.put("cursor", filter.field().orElseThrow().toString());
    if (filter.value().type() != Incremental.Type.TIMESTAMP) {
      node.put("type", DefinitionJson.word(filter.value().type()));
    }
    filter.value().format().ifPresent(it -> node.put("format", DefinitionJson.word(it)));
    if (!filter.inclusive()) {
      node.put("filter", "exclusive");
    }
    return node;
  }

  private Optional<ObjectNode> operation(
      String name, ApiOperation operation, Optional<ChangeFilter> filter) {
    Judgement judgement = judgements.get(operation);
    boolean reads = name.equals(Outline.LIST);
    boolean collection = outline.asking().contains(name);
    Set<String> skipped = new HashSet<>();
    Optional<Pagination> pagination = collection ? pagination(judgement) : Optional.empty();
    pagination.ifPresent(it -> skipped.addAll(filled(it)));
    if (pagination.isPresent()) {
      operation.parameters().stream()
          .filter(it -> !it.required() && scope.placeholder(it.name()).isEmpty())
          .map(ApiParameter::name)
          .filter(this::pages)
          .forEach(skipped::add);
    }
    filter.flatMap(it -> parameter(operation, it)).ifPresent(skipped::add);
    Requests.Result result = Requests.write(operation, access, scope, skipped, reads);
    if (result instanceof Requests.Unsaid why) {
      unsaid.put(name, why.why());
      return Optional.empty();
    }
    Requests.Written written = (Requests.Written) result;
    if (!collection && answersOtherThanJson(operation)) {
      unsaid.put(name, "answers with something other than JSON");
      return Optional.empty();
    }
    if (reads) {
      questions.putAll(written.questions());
    }
    ObjectNode request = written.request();
    ObjectNode node = JSON.objectNode();
    String says = Prose.sentence(operation.words().summary(), operation.words().description());
    if (!says.isEmpty()) {
      node.put("description", says);
    }
    filter.ifPresent(
        it -> {
          String place = isHeader(operation, it) ? "headers" : "query";
          JsonNode values = request.path(place);
          ObjectNode with = values.isObject() ? (ObjectNode) values : JSON.objectNode();
          with.put(it.parameter(), "{cursor}");
          request.set(place, with);
        });
    for (String member :
        List.of("method", "path", "query", "headers", "body", "form", "arguments")) {
      if (request.has(member)) {
        node.set(member, request.get(member));
      }
    }
    boolean asksByPost = collection && !operation.method().equals("GET");
    if (asksByPost) {
      node.put("safe", true);
    } else if (request.has("idempotencyKey")) {
      node.set("idempotencyKey", request.get("idempotencyKey"));
    }
    if (asksByPost && !node.has("body") && !node.has("form") && !takesList(operation)) {
      node.putObject("body");
    }
    records(judgement, collection).ifPresent(it -> node.set("records", DefinitionJson.records(it)));
    pagination.ifPresent(it -> node.set("pagination", DefinitionJson.pagination(it)));
    return Optional.of(node);
  }

  private Optional<Records> records(Judgement judgement, boolean collection) {
    Optional<Records> records = judgement.shape().records().value();
    if (collection) {
      return records;
    }
    boolean same =
        judgement.shape().record().isPresent()
            && judgement.shape().record().equals(judgements.get(outline.list()).shape().record());
    boolean get = judgement.operation().equals(outline.operations().get("get"));
    return records.filter(it -> it.shape() instanceof Records.Single).filter(it -> same || get);
  }

  private static boolean takesList(ApiOperation operation) {
    return operation
        .body()
        .flatMap(it -> it.json())
        .flatMap(it -> it.schema())
        .filter(Requests::isList)
        .isPresent();
  }

  private static boolean answersOtherThanJson(ApiOperation operation) {
    return operation
        .success()
        .filter(it -> !it.contents().isEmpty() && it.json().isEmpty())
        .isPresent();
  }

  /** Whether it is for paging, so that a caller who set it would break what reads all pages. */
  private boolean pages(String parameter) {
    return PAGING.stream().anyMatch(it -> lexicon.weight(it, parameter) > 0);
  }

  /** The parameters that paging fills. */
  private static Set<String> filled(Pagination pagination) {
    Set<String> names = new HashSet<>();
    pagination.size().flatMap(Pagination.Size::parameter).ifPresent(it -> name(it, names));
    if (pagination instanceof Pagination.Page page) {
      name(page.parameter(), names);
    } else if (pagination instanceof Pagination.Offset offset) {
      name(offset.parameter(), names);
    } else if (pagination instanceof Pagination.Cursor cursor) {
      name(cursor.parameter(), names);
    } else if (pagination instanceof Pagination.Keyset keyset) {
      name(keyset.parameter(), names);
    }
    return names;
  }

  private static void name(Placement placement, Set<String> names) {
    if (placement instanceof Placement.Query query) {
      names.add(query.name());
    } else if (placement instanceof Placement.Header header) {
      names.add(header.name());
    } else if (placement instanceof Placement.Body body) {
      names.add(body.pointer().getMatchingProperty());
    }
  }

  /** Why a resource cannot be read by its list; empty where it can. */
  static Optional<String> obstacle(Judgement list) {
    if (list.shape().collection().confidence() == Confidence.UNSURE) {
      return Optional.of("may return records, or may not");
    }
    if (list.shape().records().value().isEmpty()) {
      return Optional.of("returns records, but the document does not say where they are");
    }
    return list.shape().record().filter(ResourceWriter::isPlain).isPresent()
        ? Optional.of("returns plain values, which are no records")
        : Optional.empty();
  }

  private static boolean isPlain(ApiSchema record) {
    return !record.isObject()
        && !record.types().isEmpty()
        && record.properties().isEmpty()
        && record.alternatives().isEmpty();
  }
}
