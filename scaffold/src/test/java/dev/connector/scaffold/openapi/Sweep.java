package dev.connector.scaffold.openapi;

import dev.connector.scaffold.description.ApiDescription;
import dev.connector.scaffold.openapi.source.DescriptionSource;
import dev.connector.scaffold.openapi.source.ReadOptions;
import dev.connector.spec.ConnectorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads all documents of a list and prints what came of it: {@code Sweep LIST FOLDER [SLOW]}, where
 * the list holds paths relative to the folder and documents that take more than SLOW milliseconds
 * are named. Not a test: the documents are not ours.
 */
final class Sweep {

  private final Map<String, Integer> kinds = new TreeMap<>();
  private int read;
  private int operations;

  private Sweep() {}

  public static void main(String[] arguments) throws IOException {
    Sweep sweep = new Sweep();
    long slow = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1000;
    List<String> names = Files.readAllLines(Path.of(arguments[0]));
    for (String name : names) {
      sweep.read(Path.of(arguments[1]).resolve(name), name, slow);
    }
    System.out.printf("%d of %d read, %d operations%n", sweep.read, names.size(), sweep.operations);
    sweep.kinds.forEach((kind, count) -> System.out.printf("%6d %s%n", count, kind));
  }

  private void read(Path file, String name, long slow) {
    long start = System.nanoTime();
    try {
      ApiDescription description =
          Descriptions.read(new DescriptionSource.LocalFile(file), ReadOptions.standard())
              .description();
      long middle = System.nanoTime();
      int schemas = Visit.all(description);
      long end = System.nanoTime();
      read++;
      operations += description.operations().size();
      if ((end - start) / 1_000_000 > slow) {
        System.out.printf(
            "slow %s: read %d ms, %d schemas %d ms%n",
            name, (middle - start) / 1_000_000, schemas, (end - middle) / 1_000_000);
      }
      if (description.operations().isEmpty()) {
        System.out.println("no operations: " + name);
      }
      for (ApiDescription.Defect defect : description.defects()) {
        kinds.merge(defect.problem().replaceAll("\\{.*}|#\\S+", "…"), 1, Integer::sum);
        System.out.println("  " + name + " " + defect.place() + " " + defect.problem());
      }
    } catch (ConnectorException e) {
      System.out.println("REFUSED " + name + ": " + e.getMessage() + " (" + e.hint() + ")");
    }
  }
}
