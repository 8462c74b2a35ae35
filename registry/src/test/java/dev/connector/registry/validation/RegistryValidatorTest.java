package dev.connector.registry.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connector.spec.ConnectorException;
import dev.connector.spec.conformance.statics.StaticChecks;
import dev.connector.spec.rules.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryValidatorTest {

  private static final String SOURCE =
      "java/src/main/java/dev/connector/connectors/billing/Billing.java";

  @TempDir private Path temporary;
  private Path registry;

  @BeforeEach
  void make() throws IOException {
    registry = Files.createDirectory(temporary.resolve("registry"));
    connector("billing", "\"runtime\": \"^1.0.0\"");
  }

  @Test
  void aRegistryInOrderPasses() {
    RegistryReport report = validate();

    assertThat(report.problems()).isEmpty();
    assertThat(report.passed()).isTrue();
    assertThat(report.connectors()).isEqualTo(1);
  }

  @Test
  void theRegistryThatStandsBesideThisCodePasses() {
    RegistryReport report = validate(Path.of("").toAbsolutePath(), Optional.empty());

    assertThat(report.problems()).isEmpty();
    assertThat(report.connectors()).isGreaterThan(1);
    assertThat(report.runtimes()).isPositive();
    assertThat(report.lessons()).isPositive();
  }

  @Test
  void everythingIsReportedAtOnce() throws IOException {
    write("connectors/billing/java/item.json", "{ \"format\": 2, \"language\": \"java\" }");
    write("connectors/billing/pom.xml", "<project/>");
    write("connectors/billing/README.md", "# Billing\n");
    Files.delete(registry.resolve("connectors/billing/LICENSE"));
    write("connectors/billing/CHANGELOG.md", "# 0.9.0\n");
    write("connectors/billing/schemas/invoice.json", "{");
    write("connectors/Tides/connector.json", "{}");

    assertThat(lines(validate()))
        .anySatisfy(it -> assertThat(it).startsWith("connectors/Tides: its name is not lower-case"))
        .anySatisfy(it -> assertThat(it).contains("billing: pom.xml: build logic"))
        .anySatisfy(it -> assertThat(it).contains("LICENSE: is missing").endsWith("[PKG-1]"))
        .anySatisfy(it -> assertThat(it).contains("CHANGELOG.md: says nothing of version 1.0.0"))
        .anySatisfy(it -> assertThat(it).contains("README.md: does not name invoices"))
        .anySatisfy(it -> assertThat(it).contains("schemas/invoice.json").endsWith("[DATA-4]"));

    Files.delete(registry.resolve("connectors/billing/pom.xml"));
    assertThat(lines(validate()))
        .anySatisfy(it -> assertThat(it).contains("java/item.json /format: must be 1"))
        .anySatisfy(it -> assertThat(it).contains("java/item.json /sources: must name"));
  }

  @Test
  void lessonsAreCountedAndWhatIsNoneIsNamed() throws IOException {
    write("lessons/a.md", "---\ntitle: A\napplies: [errors]\n---\nText.\n");
    assertThat(validate().problems()).isEmpty();
    assertThat(validate().lessons()).isEqualTo(1);

    write(
        "lessons/b.md",
        "---\ntitle: B\napplies: [luck]\n---\n"
            + "ghp_"
            + "kT7vQ2mZ9xW4bN8rL1sD6fH3jP5cY0aE2gU4\n");
    write("lessons/notes.txt", "none");
    assertThat(lines(validate()))
        .anySatisfy(it -> assertThat(it).startsWith("lessons: b.md: applies to luck, which is no"))
        .anySatisfy(it -> assertThat(it).startsWith("lessons: notes.txt: its name is not"))
        .anySatisfy(it -> assertThat(it).startsWith("lessons/b.md: line 5: looks like"));
  }

  @Test
  void filesThatAreInNoPlaceOfTheLayoutAreNamed() throws IOException {
    write("connectors/billing/run.sh", "true");
    write("connectors/billing/python/billing.py", "");

    assertThat(lines(validate()))
        .contains(
            "connectors/billing: python/billing.py: there is no python/item.json",
            "connectors/billing: run.sh: not part of a connector");
  }

  @Test
  void aVersionThatIsNoneAndANameThatIsAnotherAreNamed() throws IOException {
    edit("connectors/billing/connector.json", "\"1.0.0\"", "\"one\"");
    assertThat(lines(validate()))
        .anySatisfy(it -> assertThat(it).contains("has the version \"one\", which is none"));

    edit("connectors/billing/connector.json", "\"name\": \"billing\"", "\"name\": \"invoicing\"");
    assertThat(lines(validate()))
        .anySatisfy(it -> assertThat(it).contains("calls itself \"invoicing\", not billing"));
  }

  @Test
  void namesThatDifferInCaseAloneAreNamed() throws IOException {
    write("connectors/Billing/connector.json", "{}");

    assertThat(lines(validate()))
        .contains("connectors/billing: the same name as Billing but for its case");
  }

  @Test
  void whatNothingServesIsNamed() throws IOException {
    connector("billing", "\"runtime\": \"^2.0.0\", \"tides\": \"^1.0.0\", \"ports\": \"^2.0.0\"");
    connector("ports", "\"runtime\": \"^1.0.0\"");

    assertThat(lines(validate()))
        .containsExactlyInAnyOrder(
            "connectors/billing: java/item.json /requires: needs ports ^2.0.0, and there is 1.0.0",
            "connectors/billing: java/item.json /requires: needs runtime ^2.0.0, and there is 1.4.0",
            "connectors/billing: java/item.json /requires: needs tides ^1.0.0, and there is no tides"
                + " for java");
    assertThat(lines(validate(registry, Optional.empty())))
        .anySatisfy(it -> assertThat(it).contains("there is no runtime for java"));
  }

  @Test
  void circlesAreNamedWhereTheyPass() throws IOException {
    connector("billing", "\"ports\": \"^1.0.0\"");
    connector("ports", "\"tides\": \"^1.0.0\"");
    connector("tides", "\"ports\": \"^1.0.0\"");

    assertThat(lines(validate()))
        .containsExactly(
            "connectors/ports: java/item.json /requires: ports needs tides needs ports",
            "connectors/tides: java/item.json /requires: tides needs ports needs tides");
  }

  @Test
  void aPackageThatIsNotItsFolderIsNamed() throws IOException {
    write(
        "connectors/billing/" + SOURCE,
        "// package dev.connector.connectors.billing;\n/* package a; */ package com.acme.other;\n");

    assertThat(lines(validate()))
        .containsExactly(
            "connectors/billing: "
                + SOURCE
                + ": declares package com.acme.other; its folder is"
                + " dev.connector.connectors.billing");
  }

  @Test
  void secretsAreFoundWhereverTheyLieAndNotRepeated() throws IOException {
    String secret = "ghp_" + "kT7vQ2mZ9xW4bN8rL1sD6fH3jP5cY0aE2gU4";
    write("ci/deploy.txt", "one\ntwo " + secret + "\n");
    write("connectors/billing/fixtures/notes.md", secret);
    write("target/deploy.txt", secret);
    write("src/DeployTest.java", secret);

    List<String> found = lines(validate());

    assertThat(found)
        .containsExactly(
            "ci/deploy.txt: line 2: looks like a GitHub token; write a placeholder; if it was real,"
                + " revoke it [PKG-5]",
            "connectors/billing: fixtures/notes.md:1: looks like a GitHub token; write a"
                + " placeholder; if it was real, revoke it [PKG-5]");
    assertThat(String.join("", found)).doesNotContain(secret);
  }

  @Test
  void aRuntimeIsCheckedToo() throws IOException {
    write("runtime/java/item.json", "{ \"format\": 1, \"language\": \"java\", \"release\": 17 }");

    RegistryReport report = validate();

    assertThat(report.runtimes()).isEqualTo(1);
    assertThat(lines(report))
        .anySatisfy(it -> assertThat(it).startsWith("runtime/java: item.json /package"));
  }

  @Test
  void nothingIsNoSuccessAndNoRegistryIsAFailure() throws IOException {
    Path empty = Files.createDirectories(temporary.resolve("empty/connectors/notes/deep"));
    assertThat(validate(temporary.resolve("empty"), Optional.empty()).passed()).isFalse();
    assertThat(
            catchThrowableOfType(ConnectorException.class, () -> validate(empty, Optional.empty())))
        .hasMessageContaining("is no registry");
    assertThat(
            catchThrowableOfType(
                ConnectorException.class,
                () -> validate(temporary.resolve("missing"), Optional.empty())))
        .hasMessageContaining("there is no folder");
  }

  private RegistryReport validate() {
    return validate(registry, Optional.of("1.4.0"));
  }

  private static RegistryReport validate(Path folder, Optional<String> runtime) {
    Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    return new RegistryValidator(new StaticChecks(Rules.load(), clock), language -> runtime)
        .validate(folder);
  }

  private static List<String> lines(RegistryReport report) {
    return report.problems().stream()
        .map(
            it ->
                it.place()
                    + ": "
                    + it.message()
                    + it.rule().map(rule -> " [" + rule + "]").orElse(""))
        .toList();
  }

  private void connector(String name, String requires) throws IOException {
    String place = "connectors/" + name + "/";
    write(
        place + "connector.json",
        """
        { "format": 1, "name": "%s", "version": "1.0.0", "title": "%s",
          "description": "Reads invoices.", "documentation": "https://example.com/docs",
          "baseUrl": "https://api.example.com",
          "resources": { "invoices": {
              "title": "Invoices", "description": "What was billed.",
              "schema": "schemas/invoice.json", "primaryKey": ["/id"],
              "operations": { "list": { "path": "/invoices", "records": "/items" } } } } }
        """
            .formatted(name, name));
    write(
        place + "schemas/invoice.json",
        "{ \"type\": \"object\", \"properties\": { \"id\": { \"type\": \"string\" } } }");
    write(place + "fixtures/notes.md", "What the fixtures are.\n");
    write(
        place + "README.md",
        "# It reads invoices\n\nNo authentication. No limit is named.\n\n```sh\nrun\n```\n");
    write(place + "CHANGELOG.md", "# 1.0.0\n");
    write(place + "LICENSE", "MIT\n");
    write(
        place + "java/item.json",
        """
        { "format": 1, "language": "java", "release": 17,
          "package": "dev.connector.connectors.%s",
          "sources": { "main": "src/main/java", "test": "src/test/java" },
          "requires": { %s }, "dependencies": [] }
        """
            .formatted(name, requires));
    String folder = "dev/connector/connectors/" + name;
    String declared = "package dev.connector.connectors." + name + ";\n";
    write(place + "java/src/main/java/" + folder + "/Billing.java", declared);
    write(place + "java/src/test/java/" + folder + "/BillingTest.java", declared);
  }

  private void write(String path, String text) throws IOException {
    Path file = registry.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void edit(String path, String from, String to) throws IOException {
    Path file = registry.resolve(path);
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
  }
}
