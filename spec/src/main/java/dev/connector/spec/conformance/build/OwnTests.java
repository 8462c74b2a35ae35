package dev.connector.spec.conformance.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** How many tests ran, and how many of them did not pass; from the build's own reports. */
record OwnTests(int ran, int skipped, int failed) {

  private static final OwnTests NONE = new OwnTests(0, 0, 0);

  /** The tests of a package, from reports that were written after others of it were removed. */
  static OwnTests of(Path reports, String name) {
    return files(reports, name).stream().map(OwnTests::read).reduce(NONE, OwnTests::plus);
  }

  /** Takes earlier reports away, which would be taken for those of this run. */
  static void forget(Path reports, String name) {
    for (Path file : files(reports, name)) {
      try {
        Files.delete(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static List<Path> files(Path reports, String name) {
    if (!Files.isDirectory(reports)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(reports)) {
      return files
          .filter(it -> it.getFileName().toString().startsWith("TEST-" + name + "."))
          .filter(it -> it.getFileName().toString().endsWith(".xml"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static OwnTests read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      XMLInputFactory factory = XMLInputFactory.newFactory();
      factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
      XMLStreamReader xml = factory.createXMLStreamReader(in);
      xml.nextTag();
      return new OwnTests(
          number(xml, "tests"),
          number(xml, "skipped"),
          number(xml, "failures") + number(xml, "errors"));
    } catch (IOException | XMLStreamException | NumberFormatException e) {
      throw new IllegalStateException(file + " is no report of tests", e);
    }
  }

  private static int number(XMLStreamReader xml, String name) {
    String value = xml.getAttributeValue(null, name);
    return value == null ? 0 : Integer.parseInt(value);
  }

  private OwnTests plus(OwnTests other) {
    return new OwnTests(ran + other.ran, skipped + other.skipped, failed + other.failed);
  }
}
