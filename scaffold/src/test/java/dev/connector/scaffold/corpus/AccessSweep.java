package dev.connector.scaffold.corpus;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.scaffold.description.ApiDescription;
import dev.connector.scaffold.infer.access.Access;
import dev.connector.scaffold.infer.access.AccessInference;
import dev.connector.scaffold.lexicon.Lexicon;
import dev.connector.scaffold.openapi.OpenApiReader;
import dev.connector.spec.definition.reader.DefinitionReader;
import dev.connector.spec.definition.reader.ReadResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Prints what is inferred outside of resources, by kind and confidence. Arguments: the folder of
 * the documents, a file that lists some of them; {@code --all} prints each document's.
 */
public final class AccessSweep {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, Integer> counts = new TreeMap<>();

  public static void main(String... arguments) throws IOException {
    AccessSweep sweep = new AccessSweep();
    boolean all = arguments.length > 2 && arguments[2].equals("--all");
    Lexicon lexicon = Lexicon.standard();
    long inferring = 0;
    for (String document : Files.readAllLines(Path.of(arguments[1]))) {
      ApiDescription description =
          OpenApiReader.read(
              JSON.readTree(Path.of(arguments[0]).resolve(document.strip()).toFile()));
      long start = System.nanoTime();
      Access access = new AccessInference(description, lexicon).infer();
      long took = System.nanoTime() - start;
      inferring += took;
      if (took > 30_000_000) {
        System.out.println("SLOW " + document + " " + took / 1_000_000 + " ms");
      }
      sweep.count(document, description, access);
      if (all) {
        print(document, access);
      }
    }
    sweep.counts.forEach((kind, count) -> System.out.printf("%5d  %s%n", count, kind));
    System.out.println("inferring took " + inferring / 1_000_000 + " ms");
  }

  private void count(String document, ApiDescription description, Access access) {
    for (Access.Finding finding : access.findings()) {
      String member = finding.pointer().split("/")[1];
      add("found " + member + " " + finding.fact().confidence());
    }
    access.gaps().forEach(gap -> add("gap " + gap.subject() + ": " + gap.question()));
    access
        .members()
        .path("authentication")
        .forEach(it -> add("scheme " + it.path("type").asText() + " " + it.path("grant").asText()));
    ReadResult read = new DefinitionReader().read(complete(access));
    read.problems()
        .forEach(
            it -> {
              add("problem");
              System.out.println("PROBLEM " + document + ": " + it);
            });
    if (description.operations().isEmpty()) {
      add("document without operations");
    }
  }

  private void add(String kind) {
    counts.merge(kind, 1, Integer::sum);
  }

  private static ObjectNode complete(Access access) {
    ObjectNode definition = JSON.createObjectNode();
    definition.put("format", 1).put("name", "acme").put("version", "1.0.0");
    definition.put("title", "Acme").put("description", "Acme.");
    definition.setAll(access.members());
    definition
        .putObject("resources")
        .putObject("things")
        .put("title", "Things")
        .put("description", "Things.")
        .put("schema", "schemas/thing.json")
        .putObject("operations")
        .putObject("list")
        .put("description", "All.")
        .put("path", "/things")
        .put("records", "");
    return definition;
  }

  private static void print(String document, Access access) {
    System.out.println("=== " + document);
    System.out.println(access.members().toPrettyString());
    access
        .findings()
        .forEach(
            it ->
                System.out.println(
                    "  "
                        + it.pointer()
                        + " "
                        + it.fact().confidence()
                        + " "
                        + it.fact().evidence()));
    access
        .gaps()
        .forEach(
            it ->
                System.out.println(
                    "  GAP "
                        + it.subject()
                        + ": "
                        + it.question()
                        + " "
                        + it.alternatives()
                        + " "
                        + it.edit()));
  }
}
