package dev.connector.connectors.hubspot;

import dev.connector.runtime.adapter.Argument;
import dev.connector.runtime.adapter.Arguments;
import dev.connector.runtime.adapter.Reading;
import dev.connector.runtime.adapter.Resource;
import dev.connector.runtime.canonical.CanonicalForm;
import dev.connector.runtime.message.Request;
import dev.connector.runtime.paging.Deletes;
import dev.connector.runtime.paging.Listing;
import dev.connector.runtime.paging.Pagination;
import java.util.List;
import java.util.Map;

/** What is asked of the API about owners. */
final class OwnersRequests {

  private static final List<Argument> GET = List.of(Argument.required("ownerId"));
  private static final CanonicalForm FORM =
      CanonicalForm.of("user")
          .text("/id", "/id")
          .text("/givenName", "/firstName")
          .text("/familyName", "/lastName")
          .text("/email", "/email")
          .flag(
              "/active",
              "/archived",
              Map.ofEntries(Map.entry("false", "true"), Map.entry("true", "false")))
          .timestamp("/createdAt", "/createdAt")
          .timestamp("/updatedAt", "/updatedAt")
          .asItIs("/custom/teams", "/teams")
          .asItIs("/custom/type", "/type")
          .asItIs("/custom/userId", "/userId");

  Request listRequest(Arguments with) {
    return Request.get("owners.list", "/crm/owners/2026-03");
  }

  Listing listPages(Arguments with) {
    return Listing.of(listRequest(with))
        .records("/results")
        .primaryKey("/id")
        .pagination(Pagination.cursor("/paging/next/after").parameter("after").size("limit", 100));
  }

  Request listArchivedRequest(Arguments with) {
    return Request.get("owners.listArchived", "/crm/owners/2026-03").query("archived", "true");
  }

  Listing listArchivedPages(Arguments with) {
    return Listing.of(listArchivedRequest(with))
        .records("/results")
        .primaryKey("/id")
        .pagination(Pagination.cursor("/paging/next/after").parameter("after").size("limit", 100));
  }

  Request getRequest(Arguments with) {
    return Request.get("owners.get", "/crm/owners/2026-03/{ownerId}")
        .variable("ownerId", with.text("ownerId"));
  }

  /** How the resource is read. */
  Reading reading(Arguments with) {
    return Reading.all(listPages(with)).deletes(Deletes.listed(listArchivedPages(with)));
  }

  /** The resource by the names of the definition. */
  static Resource<HubSpot> resource() {
    return Resource.<HubSpot>of("owners", "owner.json", "/id")
        .personal("/email", "/firstName", "/lastName")
        .canonical(FORM)
        .operation("list", (api, with) -> api.owners().requests().listRequest(with))
        .operation("listArchived", (api, with) -> api.owners().requests().listArchivedRequest(with))
        .operation("get", GET, (api, with) -> api.owners().requests().getRequest(with))
        .reads("list", (api, with) -> api.owners().requests().reading(with));
  }
}
