package dev.connector.connectors.hubspot;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.connector.runtime.adapter.Argument;
import dev.connector.runtime.adapter.Arguments;
import dev.connector.runtime.adapter.Reading;
import dev.connector.runtime.adapter.Resource;
import dev.connector.runtime.canonical.CanonicalForm;
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

/** What is asked of the API about companies. */
final class CompaniesRequests {

  private static final Argument PROPERTIES =
      Argument.withDefault(
          "properties",
          JsonObject.array(
              "name",
              "domain",
              "website",
              "phone",
              "industry",
              "description",
              "numberofemployees",
              "annualrevenue",
              "lifecyclestage",
              "address",
              "city",
              "state",
              "zip",
              "country",
              "hubspot_owner_id",
              "createdate",
              "hs_lastmodifieddate"));
  private static final List<Argument> LIST = List.of(PROPERTIES);
  private static final List<Argument> LIST_ARCHIVED = List.of(PROPERTIES);
  private static final List<Argument> GET =
      List.of(PROPERTIES, Argument.required("companyId"), Argument.optional("idProperty"));
  private static final List<Argument> CREATE =
      List.of(Argument.required("values"), Argument.optional("associations"));
  private static final List<Argument> UPDATE =
      List.of(
          Argument.required("companyId"),
          Argument.optional("idProperty"),
          Argument.required("values"));
  private static final List<Argument> ARCHIVE = List.of(Argument.required("companyId"));
  private static final List<Argument> SEARCH =
      List.of(
          PROPERTIES,
          Argument.optional("query"),
          Argument.optional("filterGroups"),
          Argument.optional("sorts"));
  private static final List<Argument> CHANGES = List.of(PROPERTIES);
  private static final CanonicalForm FORM =
      CanonicalForm.of("company")
          .text("/id", "/id")
          .text("/name", "/properties/name")
          .text("/domain", "/properties/domain")
          .text("/industry", "/properties/industry")
          .integer("/employees", "/properties/numberofemployees")
          .decimal("/annualRevenue/amount", "/properties/annualrevenue")
          .text("/phone", "/properties/phone")
          .text("/address/street", "/properties/address")
          .text("/address/city", "/properties/city")
          .text("/address/region", "/properties/state")
          .text("/address/postalCode", "/properties/zip")
          .text("/address/country", "/properties/country")
          .text("/ownerId", "/properties/hubspot_owner_id")
          .text("/stage", "/properties/lifecyclestage")
          .timestamp("/createdAt", "/createdAt")
          .timestamp("/updatedAt", "/updatedAt")
          .asItIs("/custom/description", "/properties/description")
          .asItIs("/custom/website", "/properties/website")
          .vital("/annualRevenue/amount");

  Request listRequest(Arguments given) {
    Arguments with = given.orDefaults(LIST);
    return Request.get("companies.list", "/crm/objects/2026-03/companies")
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
    return Request.get("companies.listArchived", "/crm/objects/2026-03/companies")
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
    return Request.get("companies.get", "/crm/objects/2026-03/companies/{companyId}")
        .variable("companyId", with.text("companyId"))
        .query("idProperty", with.texts("idProperty"))
        .query("properties", with.joined("properties", ","));
  }

  Request createRequest(Arguments with) {
    return Request.post("companies.create", "/crm/objects/2026-03/companies")
        .body(
            JsonObject.empty()
                .with("properties", with.json("values"))
                .with("associations", with.find("associations"))
                .json());
  }

  Request updateRequest(Arguments with) {
    return Request.patch("companies.update", "/crm/objects/2026-03/companies/{companyId}")
        .variable("companyId", with.text("companyId"))
        .query("idProperty", with.texts("idProperty"))
        .body(JsonObject.empty().with("properties", with.json("values")).json());
  }

  Request archiveRequest(Arguments with) {
    return Request.delete("companies.archive", "/crm/objects/2026-03/companies/{companyId}")
        .variable("companyId", with.text("companyId"));
  }

  Request searchRequest(Arguments given) {
    Arguments with = given.orDefaults(SEARCH);
    return Request.post("companies.search", "/crm/objects/2026-03/companies/search")
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
    return Request.post("companies.changes", "/crm/objects/2026-03/companies/search")
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
    return Resource.<HubSpot>of("companies", "company.json", "/id")
        .canonical(FORM)
        .operation("list", LIST, (api, with) -> api.companies().requests().listRequest(with))
        .operation(
            "listArchived",
            LIST_ARCHIVED,
            (api, with) -> api.companies().requests().listArchivedRequest(with))
        .operation("get", GET, (api, with) -> api.companies().requests().getRequest(with))
        .operation("create", CREATE, (api, with) -> api.companies().requests().createRequest(with))
        .operation("update", UPDATE, (api, with) -> api.companies().requests().updateRequest(with))
        .operation(
            "archive", ARCHIVE, (api, with) -> api.companies().requests().archiveRequest(with))
        .operation("search", SEARCH, (api, with) -> api.companies().requests().searchRequest(with))
        .operation(
            "changes", CHANGES, (api, with) -> api.companies().requests().changesRequest(with))
        .readsChanges("changes", (api, with) -> api.companies().requests().reading(with));
  }
}
