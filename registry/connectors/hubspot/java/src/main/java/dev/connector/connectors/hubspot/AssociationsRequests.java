package dev.connector.connectors.hubspot;

import dev.connector.runtime.adapter.Argument;
import dev.connector.runtime.adapter.Arguments;
import dev.connector.runtime.adapter.Resource;
import dev.connector.runtime.message.Request;
import dev.connector.runtime.paging.Listing;
import dev.connector.runtime.paging.Pagination;
import java.util.List;

/** What is asked of the API about associations. */
final class AssociationsRequests {

  private static final List<Argument> OF =
      List.of(
          Argument.required("objectType"),
          Argument.required("objectId"),
          Argument.required("toObjectType"));
  private static final List<Argument> ASSOCIATE =
      List.of(
          Argument.required("objectType"),
          Argument.required("objectId"),
          Argument.required("toObjectType"),
          Argument.required("toObjectId"));
  private static final List<Argument> LABEL =
      List.of(
          Argument.required("objectType"),
          Argument.required("objectId"),
          Argument.required("toObjectType"),
          Argument.required("toObjectId"),
          Argument.required("types"));
  private static final List<Argument> REMOVE =
      List.of(
          Argument.required("objectType"),
          Argument.required("objectId"),
          Argument.required("toObjectType"),
          Argument.required("toObjectId"));

  Request ofRequest(Arguments with) {
    return Request.get(
            "associations.of",
            "/crm/objects/2026-03/{objectType}/{objectId}/associations/{toObjectType}")
        .variable("objectType", with.text("objectType"))
        .variable("objectId", with.text("objectId"))
        .variable("toObjectType", with.text("toObjectType"));
  }

  Listing ofPages(Arguments with) {
    return Listing.of(ofRequest(with))
        .records("/results")
        .primaryKey("/toObjectId")
        .pagination(Pagination.cursor("/paging/next/after").parameter("after").size("limit", 500));
  }

  Request associateRequest(Arguments with) {
    return Request.put(
            "associations.associate",
            "/crm/objects/2026-03/{objectType}/{objectId}/associations/default/{toObjectType}/{toObjectId}")
        .variable("objectType", with.text("objectType"))
        .variable("objectId", with.text("objectId"))
        .variable("toObjectType", with.text("toObjectType"))
        .variable("toObjectId", with.text("toObjectId"));
  }

  Request labelRequest(Arguments with) {
    return Request.put(
            "associations.label",
            "/crm/objects/2026-03/{objectType}/{objectId}/associations/{toObjectType}/{toObjectId}")
        .variable("objectType", with.text("objectType"))
        .variable("objectId", with.text("objectId"))
        .variable("toObjectType", with.text("toObjectType"))
        .variable("toObjectId", with.text("toObjectId"))
        .body(with.json("types"));
  }

  Request removeRequest(Arguments with) {
    return Request.delete(
            "associations.remove",
            "/crm/objects/2026-03/{objectType}/{objectId}/associations/{toObjectType}/{toObjectId}")
        .variable("objectType", with.text("objectType"))
        .variable("objectId", with.text("objectId"))
        .variable("toObjectType", with.text("toObjectType"))
        .variable("toObjectId", with.text("toObjectId"));
  }

  /** The resource by the names of the definition. */
  static Resource<HubSpot> resource() {
    return Resource.<HubSpot>of("associations", "association.json", "/toObjectId")
        .operation("of", OF, (api, with) -> api.associations().requests().ofRequest(with))
        .operation(
            "associate",
            ASSOCIATE,
            (api, with) -> api.associations().requests().associateRequest(with))
        .operation("label", LABEL, (api, with) -> api.associations().requests().labelRequest(with))
        .operation(
            "remove", REMOVE, (api, with) -> api.associations().requests().removeRequest(with));
  }
}
