package dev.connector.connectors.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.runtime.adapter.Adapter;
import dev.connector.runtime.adapter.Argument;
import dev.connector.runtime.adapter.Arguments;
import dev.connector.runtime.adapter.ClientConnector;
import dev.connector.runtime.adapter.Reading;
import dev.connector.runtime.adapter.Resource;
import dev.connector.runtime.connector.Connector;
import dev.connector.runtime.connector.DeliveryResult;
import dev.connector.runtime.http.ApiClient;
import dev.connector.runtime.http.AttemptListener;
import dev.connector.runtime.message.Json;
import dev.connector.runtime.settings.RateLimit;
import dev.connector.runtime.settings.Setting;
import dev.connector.runtime.signature.Delivery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** HubSpot by the names of its definition: for whoever does not know its types. */
public final class HubSpotConnector implements Adapter<HubSpot> {

  private static final Argument VALUES = Argument.required("values");
  private static final Argument ID_PROPERTY = Argument.optional("idProperty");
  private static final List<Argument> FROM =
      List.of(Argument.required("objectType"), Argument.required("objectId"));
  private static final Argument TO_TYPE = Argument.required("toObjectType");
  private static final Argument TO_ID = Argument.required("toObjectId");

  private HubSpotConnector() {}

  /** The connector for an environment; nothing is checked or sent yet. */
  public static Connector of(Map<String, String> environment) {
    return new ClientConnector<>(new HubSpotConnector(), environment);
  }

  @Override
  public String name() {
    return HubSpot.NAME;
  }

  @Override
  public String version() {
    return HubSpot.VERSION;
  }

  @Override
  public List<Setting<?>> settings() {
    return HubSpotSettings.DECLARED;
  }

  @Override
  public List<RateLimit> rates() {
    return HubSpot.RATES;
  }

  @Override
  public List<Resource<HubSpot>> resources() {
    List<Resource<HubSpot>> resources = new ArrayList<>();
    CrmType.ALL.forEach(type -> resources.add(records(type)));
    resources.add(owners());
    resources.add(associations());
    return resources;
  }

  private static Resource<HubSpot> records(CrmType<?> type) {
    Argument id = Argument.required(type.idVariable());
    Argument properties = Argument.withDefault("properties", Json.write(type.properties()));
    return Resource.<HubSpot>of(type.plural(), type.singular() + ".json", "/id")
        .personal(type.personal().stream().map(it -> "/properties/" + it).toArray(String[]::new))
        .canonical(type.form())
        .operation("list", List.of(properties), (api, with) -> objects(api, type, with).listRequest())
        .operation(
            "listArchived",
            List.of(properties),
            (api, with) -> objects(api, type, with).listArchivedRequest())
        .operation(
            "get",
            List.of(properties, id, ID_PROPERTY),
            (api, with) ->
                objects(api, type, with).getRequest(with.text(id.name()), idProperty(with)))
        .operation(
            "create",
            List.of(VALUES, Argument.optional("associations")),
            (api, with) -> api.objects(type).createRequest(with.json("values"), with.find("associations")))
        .operation(
            "update",
            List.of(id, ID_PROPERTY, VALUES),
            (api, with) ->
                api.objects(type)
                    .updateRequest(with.text(id.name()), idProperty(with), with.json("values")))
        .operation(
            "archive",
            List.of(id),
            (api, with) -> api.objects(type).archiveRequest(with.text(id.name())))
        .operation(
            "search",
            List.of(
                properties,
                Argument.optional("query"),
                Argument.optional("filterGroups"),
                Argument.optional("sorts")),
            (api, with) -> objects(api, type, with).searchRequest(search(with)))
        .operation(
            "changes", List.of(properties), (api, with) -> objects(api, type, with).changesRequest())
        .readsChanges("changes", (api, with) -> objects(api, type, with).reading());
  }

  private static Resource<HubSpot> owners() {
    Argument id = Argument.required("ownerId");
    return Resource.<HubSpot>of("owners", "owner.json", "/id")
        .personal("/email", "/firstName", "/lastName")
        .canonical(CanonicalForms.OWNER)
        .operation("list", (api, with) -> Owners.listRequest())
        .operation("listArchived", (api, with) -> Owners.listArchivedRequest())
        .operation("get", List.of(id), (api, with) -> Owners.getRequest(with.text("ownerId")))
        .reads("list", (api, with) -> Owners.reading());
  }

  private static Resource<HubSpot> associations() {
    List<Argument> both = List.of(FROM.get(0), FROM.get(1), TO_TYPE, TO_ID);
    return Resource.<HubSpot>of("associations", "association.json", "/toObjectId")
        .operation(
            "of",
            List.of(FROM.get(0), FROM.get(1), TO_TYPE),
            (api, with) -> Associations.ofRequest(from(with), with.text("toObjectType")))
        .operation(
            "associate", both, (api, with) -> Associations.associateRequest(from(with), to(with)))
        .operation(
            "label",
            List.of(FROM.get(0), FROM.get(1), TO_TYPE, TO_ID, Argument.required("types")),
            (api, with) ->
                Associations.labelRequest(from(with), to(with), with.json("types")))
        .operation(
            "remove", both, (api, with) -> Associations.removeRequest(from(with), to(with)));
  }

  @Override
  public HubSpot connect(Map<String, String> environment, AttemptListener attempts) {
    return HubSpot.connect(HubSpotSettings.fromEnvironment(environment), HubSpot.RATES, attempts);
  }

  @Override
  public ApiClient http(HubSpot client) {
    return client.client();
  }

  @Override
  public Reading check(HubSpot client) {
    return Owners.reading();
  }

  @Override
  public Optional<Function<Map<String, String>, Function<Delivery, DeliveryResult>>> webhooks() {
    return Optional.of(
        environment -> HubSpotWebhooks.signedWith(HubSpotSettings.clientSecret(environment))::judge);
  }

  private static CrmObjects<?> objects(HubSpot api, CrmType<?> type, Arguments with) {
    return api.objects(type).only(with.texts("properties").toArray(String[]::new));
  }

  private static Optional<String> idProperty(Arguments with) {
    return with.find("idProperty").map(JsonNode::asText);
  }

  private static ObjectNode search(Arguments with) {
    ObjectNode search = JsonNodeFactory.instance.objectNode();
    for (String part : List.of("query", "filterGroups", "sorts")) {
      with.find(part).ifPresent(value -> search.set(part, value));
    }
    return search;
  }

  private static RecordId from(Arguments with) {
    return new RecordId(with.text("objectType"), with.text("objectId"));
  }

  private static RecordId to(Arguments with) {
    return new RecordId(with.text("toObjectType"), with.text("toObjectId"));
  }
}
