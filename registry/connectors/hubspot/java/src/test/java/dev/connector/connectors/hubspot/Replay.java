package dev.connector.connectors.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.paging.Checkpoint;
import dev.connector.runtime.message.Json;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Calls the method of the connector that a fixture is about. */
record Replay(Fixture fixture) {

  static Replay of(Fixture fixture) {
    return new Replay(fixture);
  }

  /** What the connector gives, and no more of it than the fixture has. */
  List<?> on(HubSpot hubspot) {
    String[] name = fixture.operation().split("\\.");
    switch (name[0]) {
      case "owners":
        return owners(hubspot.owners(), name[1]);
      case "associations":
        return associations(hubspot.associations(), name[1]);
      default:
        return records(resources(hubspot).get(name[0]), name[1]);
    }
  }

  private static Map<String, CrmObjects<?>> resources(HubSpot hubspot) {
    return Map.of(
        "contacts", hubspot.contacts(),
        "companies", hubspot.companies(),
        "deals", hubspot.deals(),
        "tickets", hubspot.tickets(),
        "calls", hubspot.calls(),
        "emails", hubspot.emails(),
        "meetings", hubspot.meetings(),
        "notes", hubspot.notes(),
        "tasks", hubspot.tasks());
  }

  private List<?> records(CrmObjects<?> all, String operation) {
    CrmObjects<?> objects = properties().length == 0 ? all : all.only(properties());
    switch (operation) {
      case "list":
        return take(objects.list());
      case "listArchived":
        return take(objects.listArchived());
      case "get":
        return List.of(get(objects));
      case "create":
        return List.of(objects.create(values(), links()));
      case "update":
        return List.of(objects.update(id(), values()));
      case "archive":
        objects.archive(id());
        return List.of();
      case "search":
        return take(objects.search(search()));
      case "changes":
        return changes(objects);
      default:
        throw new IllegalArgumentException(operation);
    }
  }

  private CrmRecord get(CrmObjects<?> objects) {
    String idProperty = fixture.argument("idProperty").asText();
    return idProperty.isEmpty() ? objects.get(id()) : objects.getBy(idProperty, id());
  }

  private List<?> changes(CrmObjects<?> objects) {
    Checkpoint since = Checkpoint.at(fixture.argument("cursor"));
    List<Object> records = new ArrayList<>();
    var changes = objects.changes(since);
    do {
      records.add(changes.next().record());
    } while (records.size() < fixture.records().size());
    return records;
  }

  private List<?> owners(Owners owners, String operation) {
    switch (operation) {
      case "list":
        return take(owners.list());
      case "listArchived":
        return take(owners.listArchived());
      default:
        return List.of(owners.get(fixture.argument("ownerId").asText()));
    }
  }

  private List<?> associations(Associations associations, String operation) {
    RecordId from = new RecordId(text("objectType"), text("objectId"));
    RecordId to = new RecordId(text("toObjectType"), text("toObjectId"));
    switch (operation) {
      case "of":
        return take(associations.of(from, to.type()));
      case "associate":
        associations.associate(from, to);
        return List.of();
      case "label":
        associations.label(from, to, list("types", AssociationType.class).toArray(AssociationType[]::new));
        return List.of();
      default:
        associations.remove(from, to);
        return List.of();
    }
  }

  private List<Object> take(Iterator<?> records) {
    List<Object> taken = new ArrayList<>();
    while (records.hasNext()) {
      taken.add(records.next());
      if (taken.size() == fixture.records().size()) {
        break; // the fixture may have fewer pages than the list
      }
    }
    return taken;
  }

  private String id() {
    return fixture.content().path("arguments").properties().stream()
        .filter(argument -> argument.getKey().endsWith("Id"))
        .map(argument -> argument.getValue().asText())
        .findFirst()
        .orElseThrow();
  }

  private String[] properties() {
    return StreamSupport.stream(fixture.argument("properties").spliterator(), false)
        .map(JsonNode::asText)
        .toArray(String[]::new);
  }

  private Properties values() {
    return Json.read(fixture.argument("values"), Properties.class);
  }

  private Link[] links() {
    return list("associations", Link.class).toArray(Link[]::new);
  }

  private Search search() {
    List<Search.Group> groups = list("filterGroups", Search.Group.class);
    return new Search(java.util.Optional.empty(), groups, List.of());
  }

  private String text(String argument) {
    return fixture.argument(argument).asText();
  }

  private <T> List<T> list(String argument, Class<T> type) {
    List<T> values = new ArrayList<>();
    fixture.argument(argument).forEach(value -> values.add(Json.read(value, type)));
    return values;
  }
}
