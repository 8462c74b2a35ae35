package dev.connector.scaffold.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.connector.runtime.schema.RecordSchema;
import dev.connector.scaffold.description.ApiDescription;
import dev.connector.scaffold.infer.Inference;
import dev.connector.scaffold.infer.assembly.InferredDefinition;
import dev.connector.scaffold.infer.assembly.Selection;
import dev.connector.scaffold.infer.fact.Gap;
import dev.connector.scaffold.lexicon.Lexicon;
import dev.connector.scaffold.openapi.OpenApiReader;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.definition.reader.DefinitionReader;
import dev.connector.spec.definition.reader.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes a definition of each of many descriptions, without rendering it, and reads it and its
 * schemas again. Arguments: the folder of the documents, a file with their paths in it, a folder
 * for what is made, then names of resources to select.
 */
public final class DefinitionSweep {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Long> millis = new ArrayList<>();
  private int definitions;
  private int statements;
  private int failures;
  private int resources;

  public static void main(String... arguments) throws IOException {
    DefinitionSweep sweep = new DefinitionSweep();
    Selection selection =
        new Selection(
            List.of(arguments).subList(3, arguments.length), List.of(), List.of(), List.of());
    for (String name : Files.readAllLines(Path.of(arguments[1]))) {
      if (!name.isBlank()) {
        sweep.make(name, Path.of(arguments[0]), Path.of(arguments[2]), selection);
      }
    }
    sweep.print();
  }

  private void make(String name, Path documents, Path made, Selection selection)
      throws IOException {
    JsonNode document = JSON.readTree(documents.resolve(name).toFile());
    long begin = System.nanoTime();
    try {
      ApiDescription description = OpenApiReader.read(document);
      InferredDefinition inferred =
          new Inference(description, Lexicon.standard()).definition(selection);
      millis.add((System.nanoTime() - begin) / 1_000_000);
      check(name, inferred);
      write(Corpus.folder(made, name), inferred);
    } catch (ConnectorException e) {
      statements++;
      System.out.println("  nothing   " + name + ": " + e.getMessage());
    } catch (RuntimeException | StackOverflowError e) {
      failures++;
      System.out.println("  FAILED    " + name + ": " + Corpus.first(e));
    }
  }

  private void check(String name, InferredDefinition inferred) throws IOException {
    List<Problem> errors =
        new DefinitionReader(inferred.schemas()::containsKey)
            .read(JSON.writeValueAsBytes(inferred.document()))
            .errors();
    errors.forEach(it -> System.out.println("  REFUSED   " + name + ": " + it));
    for (Map.Entry<String, JsonNode> schema : inferred.schemas().entrySet()) {
      RecordSchema.of(schema.getValue());
    }
    definitions++;
    resources += inferred.document().path("resources").size();
    failures += errors.isEmpty() ? 0 : 1;
  }

  private static void write(Path folder, InferredDefinition inferred) throws IOException {
    Files.createDirectories(folder.resolve("schemas"));
    write(folder.resolve("connector.json"), inferred.document());
    for (Map.Entry<String, JsonNode> schema : inferred.schemas().entrySet()) {
      write(folder.resolve(schema.getKey()), schema.getValue());
    }
    Files.write(folder.resolve("left-out.txt"), inferred.leftOut());
    List<String> gaps = new ArrayList<>();
    for (Gap gap : inferred.gaps()) {
      gaps.add(gap.subject() + ": " + gap.question() + " " + gap.alternatives() + " " + gap.edit());
    }
    Files.write(folder.resolve("gaps.txt"), gaps);
    Files.writeString(folder.resolve("explanation.txt"), inferred.explanation().toString());
  }

  private static void write(Path file, JsonNode node) throws IOException {
    Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node));
  }

  private void print() {
    System.out.printf(
        "definitions %d with %d resources, nothing to read %d, failed %d; median %d ms, most %d%n",
        definitions,
        resources,
        statements,
        failures,
        millis.stream().sorted().skip(millis.size() / 2).findFirst().orElse(0L),
        millis.stream().max(Long::compare).orElse(0L));
  }
}
