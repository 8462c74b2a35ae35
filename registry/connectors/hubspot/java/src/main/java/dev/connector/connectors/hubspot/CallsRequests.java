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

/** What is asked of the API about calls. */
final class CallsRequests {

  private static final Argument PROPERTIES =
      Argument.withDefault(
          "properties",
          JsonObject.array(
              "hs_timestamp",
              "hs_call_title",
              "hs_call_body",
              "hs_call_direction",
              "hs_call_disposition",
              "hs_call_duration",
              "hs_call_from_number",
              "hs_call_to_number",
              "hs_call_recording_url",
              "hs_call_status",
              "hs_activity_type",
              "hs_attachment_ids",
              "hubspot_owner_id",
              "hs_createdate",
              "hs_lastmodifieddate"));
  private static final List<Argument> LIST = List.of(PROPERTIES);
  private static final List<Argument> LIST_ARCHIVED = List.of(PROPERTIES);
  private static final List<Argument> GET =
      List.of(PROPERTIES, Argument.required("callId"), Argument.optional("idProperty"));
  private static final List<Argument> CREATE =
      List.of(Argument.required("values"), Argument.optional("associations"));
  private static final List<Argument> UPDATE =
      List.of(
          Argument.required("callId"),
          Argument.optional("idProperty"),
          Argument.required("values"));
  private static final List<Argument> ARCHIVE = List.of(Argument.required("callId"));
  private static final List<Argument> SEARCH =
      List.of(
          PROPERTIES,
          Argument.optional("query"),
          Argument.optional("filterGroups"),
          Argument.optional("sorts"));
  private static final List<Argument> CHANGES = List.of(PROPERTIES);
  private static final CanonicalForm FORM =
      CanonicalForm.of("activity")
          .text("/id", "/id")
          .constant("/kind", "call")
          .word(
              "/status",
              "/properties/hs_call_status",
              Map.ofEntries(
                  Map.entry("QUEUED", "planned"),
                  Map.entry("CALLING_CRM_USER", "inProgress"),
                  Map.entry("CONNECTING", "inProgress"),
                  Map.entry("RINGING", "inProgress"),
                  Map.entry("IN_PROGRESS", "inProgress"),
                  Map.entry("COMPLETED", "completed"),
                  Map.entry("CANCELED", "cancelled")))
          .text("/subject", "/properties/hs_call_title")
          .word(
              "/direction",
              "/properties/hs_call_direction",
              Map.ofEntries(Map.entry("INBOUND", "inbound"), Map.entry("OUTBOUND", "outbound")))
          .text("/outcome", "/properties/hs_call_status")
          .timestamp("/occurredAt", "/properties/hs_timestamp")
          .decimal("/duration", "/properties/hs_call_duration", 3)
          .take(
              "/attachmentIds",
              "/properties/hs_attachment_ids",
              new Conversion.Several(Optional.of(";"), new Conversion.Text()))
          .text("/ownerId", "/properties/hubspot_owner_id")
          .timestamp("/createdAt", "/createdAt")
          .timestamp("/updatedAt", "/updatedAt")
          .asItIs("/custom/hs_activity_type", "/properties/hs_activity_type")
          .asItIs("/custom/hs_call_body", "/properties/hs_call_body")
          .asItIs("/custom/hs_call_disposition", "/properties/hs_call_disposition")
          .asItIs("/custom/hs_call_from_number", "/properties/hs_call_from_number")
          .asItIs("/custom/hs_call_recording_url", "/properties/hs_call_recording_url")
          .asItIs("/custom/hs_call_to_number", "/properties/hs_call_to_number");

  Request listRequest(Arguments given) {
    Arguments with = given.orDefaults(LIST);
    return Request.get("calls.list", "/crm/objects/2026-03/calls")
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
    return Request.get("calls.listArchived", "/crm/objects/2026-03/calls")
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
    return Request.get("calls.get", "/crm/objects/2026-03/calls/{callId}")
        .variable("callId", with.text("callId"))
        .query("idProperty", with.texts("idProperty"))
        .query("properties", with.joined("properties", ","));
  }

  Request createRequest(Arguments with) {
    return Request.post("calls.create", "/crm/objects/2026-03/calls")
        .body(
            JsonObject.empty()
                .with("properties", with.json("values"))
                .with("associations", with.find("associations"))
                .json());
  }

  Request updateRequest(Arguments with) {
    return Request.patch("calls.update", "/crm/objects/2026-03/calls/{callId}")
        .variable("callId", with.text("callId"))
        .query("idProperty", with.texts("idProperty"))
        .body(JsonObject.empty().with("properties", with.json("values")).json());
  }

  Request archiveRequest(Arguments with) {
    return Request.delete("calls.archive", "/crm/objects/2026-03/calls/{callId}")
        .variable("callId", with.text("callId"));
  }

  Request searchRequest(Arguments given) {
    Arguments with = given.orDefaults(SEARCH);
    return Request.post("calls.search", "/crm/objects/2026-03/calls/search")
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
    return Request.post("calls.changes", "/crm/objects/2026-03/calls/search")
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
    return Resource.<HubSpot>of("calls", "call.json", "/id")
        .personal(
            "/properties/hs_call_body",
            "/properties/hs_call_from_number",
            "/properties/hs_call_to_number",
            "/properties/hs_call_recording_url")
        .canonical(FORM)
        .operation("list", LIST, (api, with) -> api.calls().requests().listRequest(with))
        .operation(
            "listArchived",
            LIST_ARCHIVED,
            (api, with) -> api.calls().requests().listArchivedRequest(with))
        .operation("get", GET, (api, with) -> api.calls().requests().getRequest(with))
        .operation("create", CREATE, (api, with) -> api.calls().requests().createRequest(with))
        .operation("update", UPDATE, (api, with) -> api.calls().requests().updateRequest(with))
        .operation("archive", ARCHIVE, (api, with) -> api.calls().requests().archiveRequest(with))
        .operation("search", SEARCH, (api, with) -> api.calls().requests().searchRequest(with))
        .operation("changes", CHANGES, (api, with) -> api.calls().requests().changesRequest(with))
        .readsChanges("changes", (api, with) -> api.calls().requests().reading(with));
  }
}
