package dev.connector.connectors.hubspot;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.connector.runtime.adapter.Argument;
import dev.connector.runtime.adapter.Arguments;
import dev.connector.runtime.adapter.Reading;
import dev.connector.runtime.adapter.Resource;
import dev.connector.runtime.canonical.CanonicalForm;
import dev.connector.runtime.canonical.Conversion;
import dev.connector.runtime.message.JsonObject;
import dev.connector.runtime.message.Parameter;
import dev.connector.runtime.message.Request;
import dev.connector.runtime.message.TimeFormat;
import dev.connector.runtime.paging.Deletes;
import dev.connector.runtime.paging.Incremental;
import dev.connector.runtime.paging.Listing;
import dev.connector.runtime.paging.PageSize;
import dev.connector.runtime.paging.Pagination;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is asked of the API about emails. */
final class EmailsRequests {

  private static final Argument PROPERTIES =
      Argument.withDefault(
          "properties",
          JsonObject.array(
              "hs_timestamp",
              "hs_email_subject",
              "hs_email_text",
              "hs_email_html",
              "hs_email_direction",
              "hs_email_status",
              "hs_email_headers",
              "hs_email_from_email",
              "hs_email_to_email",
              "hs_attachment_ids",
              "hubspot_owner_id",
              "hs_createdate",
              "hs_lastmodifieddate"));
  private static final List<Argument> LIST = List.of(PROPERTIES);
  private static final List<Argument> LIST_ARCHIVED = List.of(PROPERTIES);
  private static final List<Argument> GET =
      List.of(PROPERTIES, Argument.required("emailId"), Argument.optional("idProperty"));
  private static final List<Argument> CREATE =
      List.of(Argument.required("values"), Argument.optional("associations"));
  private static final List<Argument> UPDATE =
      List.of(
          Argument.required("emailId"),
          Argument.optional("idProperty"),
          Argument.required("values"));
  private static final List<Argument> ARCHIVE = List.of(Argument.required("emailId"));
  private static final List<Argument> SEARCH =
      List.of(
          PROPERTIES,
          Argument.optional("query"),
          Argument.optional("filterGroups"),
          Argument.optional("sorts"));
  private static final List<Argument> CHANGES = List.of(PROPERTIES);
  private static final CanonicalForm FORM =
      CanonicalForm.of("message")
          .text("/id", "/id")
          .constant("/channel", "email")
          .word(
              "/direction",
              "/properties/hs_email_direction",
              Map.ofEntries(Map.entry("EMAIL", "outbound"), Map.entry("INCOMING_EMAIL", "inbound")))
          .text("/subject", "/properties/hs_email_subject")
          .text("/text", "/properties/hs_email_text")
          .text("/html", "/properties/hs_email_html")
          .text("/sender/address", "/properties/hs_email_from_email")
          .word(
              "/status",
              "/properties/hs_email_status",
              Map.ofEntries(
                  Map.entry("SCHEDULED", "queued"),
                  Map.entry("SENDING", "queued"),
                  Map.entry("SENT", "sent"),
                  Map.entry("BOUNCED", "failed"),
                  Map.entry("FAILED", "failed")))
          .timestamp("/sentAt", "/properties/hs_timestamp")
          .take(
              "/attachmentIds",
              "/properties/hs_attachment_ids",
              new Conversion.Several(Optional.of(";"), new Conversion.Text()))
          .timestamp("/createdAt", "/createdAt")
          .timestamp("/updatedAt", "/updatedAt")
          .asItIs("/custom/hs_email_to_email", "/properties/hs_email_to_email")
          .asItIs("/custom/hubspot_owner_id", "/properties/hubspot_owner_id");

  Request listRequest(Arguments given) {
    Arguments with = given.orDefaults(LIST);
    return Request.get("emails.list", "/crm/objects/2026-03/emails")
        .query("properties", with.joined("properties", ","));
  }

  Listing listPages(Arguments with) {
    return Listing.of(listRequest(with))
        .records("/results")
        .primaryKey("/id")
        .pagination(Pagination.cursor("/paging/next/after").parameter("after").size("limit", 100));
  }

  Request listArchivedRequest(Arguments given) {
    Arguments with = given.orDefaults(LIST_ARCHIVED);
    return Request.get("emails.listArchived", "/crm/objects/2026-03/emails")
        .query("archived", "true")
        .query("properties", with.joined("properties", ","));
  }

  Listing listArchivedPages(Arguments with) {
    return Listing.of(listArchivedRequest(with))
        .records("/results")
        .primaryKey("/id")
        .pagination(Pagination.cursor("/paging/next/after").parameter("after").size("limit", 100));
  }

  Request getRequest(Arguments given) {
    Arguments with = given.orDefaults(GET);
    return Request.get("emails.get", "/crm/objects/2026-03/emails/{emailId}")
        .variable("emailId", with.text("emailId"))
        .query("idProperty", with.texts("idProperty"))
        .query("properties", with.joined("properties", ","));
  }

  Request createRequest(Arguments with) {
    return Request.post("emails.create", "/crm/objects/2026-03/emails")
        .body(
            JsonObject.empty()
                .with("properties", with.json("values"))
                .with("associations", with.find("associations"))
                .json());
  }

  Request updateRequest(Arguments with) {
    return Request.patch("emails.update", "/crm/objects/2026-03/emails/{emailId}")
        .variable("emailId", with.text("emailId"))
        .query("idProperty", with.texts("idProperty"))
        .body(JsonObject.empty().with("properties", with.json("values")).json());
  }

  Request archiveRequest(Arguments with) {
    return Request.delete("emails.archive", "/crm/objects/2026-03/emails/{emailId}")
        .variable("emailId", with.text("emailId"));
  }

  Request searchRequest(Arguments given) {
    Arguments with = given.orDefaults(SEARCH);
    return Request.post("emails.search", "/crm/objects/2026-03/emails/search")
        .body(
            JsonObject.empty()
                .with("query", with.find("query"))
                .with("filterGroups", with.find("filterGroups"))
                .with("sorts", with.find("sorts"))
                .with("properties", with.json("properties"))
                .json())
        .safe();
  }

  Listing searchPages(Arguments with) {
    return Listing.of(searchRequest(with))
        .records("/results")
        .primaryKey("/id")
        .pagination(
            Pagination.cursor("/paging/next/after")
                .parameter(Parameter.body("/after"))
                .size(new PageSize(Parameter.body("/limit"), 200)))
        .window(10_000);
  }

  Request changesRequest(Arguments given) {
    Arguments with = given.orDefaults(CHANGES).or("cursor", "0");
    return Request.post("emails.changes", "/crm/objects/2026-03/emails/search")
        .body(
            JsonObject.empty()
                .with(
                    "filterGroups",
                    JsonObject.array(
                        JsonObject.empty()
                            .with(
                                "filters",
                                JsonObject.array(
                                    JsonObject.empty()
                                        .with("propertyName", "hs_lastmodifieddate")
                                        .with("operator", "GTE")
                                        .with("value", with.json("cursor"))))))
                .with(
                    "sorts",
                    JsonObject.array(
                        JsonObject.empty()
                            .with("propertyName", "hs_lastmodifieddate")
                            .with("direction", "ASCENDING")))
                .with("properties", with.json("properties"))
                .json())
        .safe();
  }

  Listing changesPages(Arguments with) {
    return Listing.of(changesRequest(with))
        .records("/results")
        .primaryKey("/id")
        .pagination(
            Pagination.cursor("/paging/next/after")
                .parameter(Parameter.body("/after"))
                .size(new PageSize(Parameter.body("/limit"), 200)))
        .window(10_000);
  }

  /** How only what changed is read. */
  Incremental incremental(Arguments with) {
    return Incremental.byTime(
            "/properties/hs_lastmodifieddate",
            Parameter.by((request, cursor) -> changesRequest(with.with("cursor", cursor.asText()))))
        .format(TimeFormat.EPOCH_MILLIS)
        .from(TextNode.valueOf("1970-01-01T00:00:00Z"))
        .rolling()
        .lookback(Duration.ofMinutes(5))
        .deletes(Deletes.listed(listArchivedPages(with)));
  }

  /** How the resource is read. */
  Reading reading(Arguments with) {
    return Reading.changes(changesPages(with), incremental(with)).wholly(() -> listPages(with));
  }

  /** The resource by the names of the definition. */
  static Resource<HubSpot> resource() {
    return Resource.<HubSpot>of("emails", "email.json", "/id")
        .personal(
            "/properties/hs_email_html",
            "/properties/hs_email_text",
            "/properties/hs_email_headers",
            "/properties/hs_email_from_email",
            "/properties/hs_email_to_email")
        .canonical(FORM)
        .operation("list", LIST, (api, with) -> api.emails().requests().listRequest(with))
        .operation(
            "listArchived",
            LIST_ARCHIVED,
            (api, with) -> api.emails().requests().listArchivedRequest(with))
        .operation("get", GET, (api, with) -> api.emails().requests().getRequest(with))
        .operation("create", CREATE, (api, with) -> api.emails().requests().createRequest(with))
        .operation("update", UPDATE, (api, with) -> api.emails().requests().updateRequest(with))
        .operation("archive", ARCHIVE, (api, with) -> api.emails().requests().archiveRequest(with))
        .operation("search", SEARCH, (api, with) -> api.emails().requests().searchRequest(with))
        .operation("changes", CHANGES, (api, with) -> api.emails().requests().changesRequest(with))
        .readsChanges("changes", (api, with) -> api.emails().requests().reading(with));
  }
}
