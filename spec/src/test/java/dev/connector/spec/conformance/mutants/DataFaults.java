package dev.connector.spec.conformance.mutants;

import static dev.connector.spec.conformance.mutants.Edit.RUNTIME;

import java.util.List;

/** Faults in what is said of records, and in what is made of deliveries. */
final class DataFaults {

  private static final String HANDOVER = RUNTIME + "adapter/Handover.java";
  private static final String WEBHOOKS = RUNTIME + "signature/Webhooks.java";

  private DataFaults() {}

  static List<Mutant> all() {
    return List.of(
        Mutant.of("violations-dropped", "nobody is told what does not fit the schema", "DATA-1")
            .in(Showcase.CHANGING)
            .edit(HANDOVER, "= type.rules().violations(found);", "= List.of();"),
        Mutant.of("invalid-dropped", "records that do not fit are left out", "DATA-1")
            .in(Showcase.CHANGING)
            .also("DATA-2")
            .edit(
                HANDOVER,
                "List<Violation> violations = violations(found);",
                "List<Violation> violations = violations(found);"
                    + " if (!violations.isEmpty()) { return; }"),
        Mutant.of("key-not-missed", "a missing primary key is not reported", "DATA-2")
            .in(Showcase.PAGING)
            .edit(
                HANDOVER,
                "violations.add(new Violation(pointer.toString(), \"lacks the primary key\"));",
                ""),
        Mutant.of("local-times", "canonical times are as the API has them", "DATA-3")
            .in(Showcase.CHANGING)
            .edit(
                RUNTIME + "canonical/Conversion.java",
                "time(value, () -> TimeFormat.ISO8601.write(TimeFormat.read(value)))",
                "value"),
        Mutant.of("floating-point", "numbers are read as floating-point numbers", "DATA-3")
            .in(Showcase.CHANGING)
            .also("DATA-5")
            .edit(
                RUNTIME + "message/Json.java",
                ".enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)",
                ""),
        Mutant.of("personal-shown", "personal fields are not masked", "DATA-5")
            .in(Showcase.CHANGING)
            .edit(HANDOVER, "options.masked() ?", "false ?"),
        Mutant.of("signature-not-compared", "any signature will do", "HOOK-1")
            .in(Showcase.CHANGING)
            .edit(WEBHOOKS, "return signed;", "return true;"),
        Mutant.of("first-signature-alone", "of two signatures only the first counts", "HOOK-1")
            .in(Showcase.CHANGING)
            .edit(WEBHOOKS, "signature : signatures)", "signature : signatures.subList(0, 1))"),
        Mutant.of("timestamp-ignored", "a delivery may be as old as it likes", "HOOK-2")
            .in(Showcase.CHANGING)
            .edit(WEBHOOKS, "!recent(timestamp.get())", "timestamp.get().isEmpty()"),
        Mutant.of("repetition-accepted", "a delivery may come twice", "HOOK-2")
            .in(Showcase.CHANGING)
            .edit(WEBHOOKS, "seen.add(id) ?", "seen.add(id) || true ?"));
  }
}
