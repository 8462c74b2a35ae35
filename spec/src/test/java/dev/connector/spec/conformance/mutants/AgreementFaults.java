package dev.connector.spec.conformance.mutants;

import static dev.connector.spec.conformance.mutants.Edit.CONNECTORS;
import static dev.connector.spec.conformance.mutants.Edit.RUNTIME;

import java.util.List;

/** Faults in which definition, code and the vendor do not agree. */
final class AgreementFaults {

  private static final String HUBSPOT =
      CONNECTORS + "hubspot/java/src/main/java/dev/connector/connectors/hubspot/";
  private static final String FRANKFURTER =
      CONNECTORS + "frankfurter/java/src/main/java/dev/connector/connectors/frankfurter/";

  private AgreementFaults() {}

  static List<Mutant> all() {
    return List.of(
        Mutant.of("resource-missing", "describe leaves a resource out", "PKG-4")
            .in(Showcase.PAGING)
            .edit(
                RUNTIME + "adapter/ClientConnector.java",
                ".map(it -> it.description(resources))",
                ".skip(1).map(it -> it.description(resources))"),
        Mutant.of("code-lacks-resource", "the code has no owners", "PKG-4")
            .in(Showcase.HUBSPOT_CODE)
            .edit(HUBSPOT + "HubSpotConnector.java", "OwnersRequests.resource(),", ""),
        Mutant.of(
                "code-names-base-otherwise", "the code asks for a base by another name", "TRUTH-1")
            .in(Showcase.FRANKFURTER_CODE)
            .also("PKG-4")
            .edit(
                FRANKFURTER + "LatestRequests.java",
                ".query(\"base\", settings.base())",
                ".query(\"from\", settings.base())"),
        Mutant.of("code-filters-otherwise", "the code asks for what is later alone", "TRUTH-1")
            .in(Showcase.HUBSPOT_CODE)
            .also("PKG-4")
            .edit(HUBSPOT + "ContactsRequests.java", "\"GTE\"", "\"GT\""),
        Mutant.of("shared-cursor-name", "definition and mock share a wrong cursor name", "TRUTH-1")
            .in(Showcase.PAGING)
            .beside("PAGE", "PKG")
            .edit(
                "spec/src/test/resources/connectors/paging/connector.json",
                "{\"type\": \"cursor\", \"parameter\": \"after\", \"next\": \"/next\","
                    + " \"size\": {\"parameter\": \"limit\", \"value\": 100}}",
                "{\"type\": \"cursor\", \"parameter\": \"from\", \"next\": \"/next\","
                    + " \"size\": {\"parameter\": \"limit\", \"value\": 100}}"),
        Mutant.of("shared-base-name", "definition and mock share a wrong parameter", "TRUTH-1")
            .in(Showcase.FRANKFURTER)
            .beside("PAGE", "INC", "DATA", "PKG")
            .edit(
                CONNECTORS + "frankfurter/connector.json",
                "\"path\": \"/latest\",\n          \"query\": { \"base\":",
                "\"path\": \"/latest\",\n          \"query\": { \"from\":"));
  }
}
