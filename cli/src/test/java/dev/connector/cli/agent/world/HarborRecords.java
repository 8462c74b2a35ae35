package dev.connector.cli.agent.world;

import static dev.connector.cli.agent.world.Row.day;
import static dev.connector.cli.agent.world.Row.moment;
import static dev.connector.cli.agent.world.Row.one;
import static dev.connector.cli.agent.world.Row.row;
import static dev.connector.cli.agent.world.Row.rows;
import static dev.connector.cli.agent.world.Row.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** What a port knows: every record of {@link Harbor}, those deleted among them. */
final class HarborRecords {

  final List<ObjectNode> vessels = rows(60, HarborRecords::vessel);
  final List<ObjectNode> berths = rows(23, HarborRecords::berth);
  final List<ObjectNode> calls = new ArrayList<>();
  final List<ObjectNode> cargo = new ArrayList<>();
  final List<ObjectNode> customers = rows(41, HarborRecords::customer);
  final List<ObjectNode> invoices = rows(34, HarborRecords::invoice);
  final List<ObjectNode> lines = new ArrayList<>();
  final List<ObjectNode> tariffs = rows(12, HarborRecords::tariff);
  final List<ObjectNode> incidents = rows(33, HarborRecords::incident);
  final List<ObjectNode> users = rows(9, HarborRecords::user);

  HarborRecords() {
    for (int vessel = 0; vessel < 60; vessel++) {
      for (int i = 0; i < calls(vessel) && !isGone(vessel); i++) {
        call(vessel, i);
      }
    }
    for (int invoice = 0; invoice < 34; invoice++) {
      for (int i = 0; i <= invoice % 4; i++) {
        lines.add(line(invoice, i));
      }
    }
  }

  /** One vessel comes often, so that the pages of its calls turn. */
  private static int calls(int vessel) {
    return vessel == 7 ? 24 : vessel % 3;
  }

  private static boolean isGone(int i) {
    return i % 20 == 13;
  }

  private static ObjectNode vessel(int i) {
    ObjectNode vessel =
        row()
            .put("id", text("ves_%04d", i + 1))
            .put("imo_number", text("9%06d", 100_000 + i * 7919))
            .put("name", one(i, "Aurora", "Borea", "Cormorant", "Dunlin", "Eider") + " " + (i + 1))
            .put("flag", one(i, "NL", "PA", "LR", "DK", "MT"))
            .put("type", one(i, "container", "bulk", "tanker", "roro"))
            .put("gross_tonnage", text("%d.50", 8_000 + i * 731))
            .put("length_m", text("%d.00", 90 + i * 4))
            .put("owner_id", text("cus_%04d", i % 41 + 1))
            .put("created_at", "2025-11-01T08:00:00Z")
            .put("updated_at", moment(i).toString());
    return isGone(i)
        ? vessel.put("deleted_at", moment(i).toString())
        : vessel.putNull("deleted_at");
  }

  private static ObjectNode berth(int i) {
    return row()
        .put("code", text("%s-%02d", one(i, "NORTH", "SOUTH", "OIL"), i / 3 + 1))
        .put("quay", one(i, "North quay", "South quay", "Oil jetty"))
        .put("max_length_m", text("%d.00", 180 + i * 9))
        .put("max_draught_m", text("%d.50", 9 + i % 7))
        .put("status", one(i, "open", "open", "occupied", "closed"));
  }

  private void call(int vessel, int i) {
    String id = text("call_%05d", calls.size() + 1);
    ObjectNode call =
        row()
            .put("id", id)
            .put("vessel_id", text("ves_%04d", vessel + 1))
            .put("berth_code", text("%s-%02d", one(i, "NORTH", "SOUTH", "OIL"), i % 7 + 1))
            .put("status", one(i, "expected", "alongside", "departed"))
            .put("eta", moment(i).toString());
    calls.add(i % 3 == 0 ? call.putNull("ata") : call.put("ata", moment(i + 1).toString()));
    for (int item = 0; item < (vessel + i) % 3; item++) {
      cargo.add(
          row()
              .put("id", text("cgo_%06d", cargo.size() + 1))
              .put("call_id", id)
              .put("description", one(item, "Reefer containers", "Steel coils", "Fuel oil"))
              .put("hs_code", one(item, "0808", "7208", "2710"))
              .put("weight_t", text("%d.250", 12 + vessel * 3 + item))
              .put("units", 1 + i + item)
              .put("hazardous", item % 3 == 2));
    }
  }

  private static ObjectNode customer(int i) {
    ObjectNode customer =
        row()
            .put("id", text("cus_%04d", i + 1))
            .put("name", one(i, "Lighter", "Mooring", "Pilot", "Tug") + " Lines " + (i + 1))
            .put("vat_number", text("NL%09dB01", 100_000 + i))
            .put("email", "office" + (i + 1) + "@lines.example")
            .put("country", one(i, "NL", "DE", "BE", "DK"))
            .put("credit_limit", text("%d.00", 10_000 + i * 500))
            .put("updated_at", moment(i).toString());
    return isGone(i)
        ? customer.put("deleted_at", moment(i).toString())
        : customer.putNull("deleted_at");
  }

  private static ObjectNode invoice(int i) {
    return row()
        .put("id", text("inv_%05d", i + 1))
        .put("number", text("2026-%04d", i + 1))
        .put("customer_id", text("cus_%04d", i % 41 + 1))
        .put("status", one(i, "draft", "open", "paid", "void"))
        .put("currency", "EUR")
        .put("total", text("%d.40", 900 + i * 37))
        .put("issued_on", day(i))
        .put("due_on", day(i + 1))
        .put("updated_at", moment(i).toString());
  }

  private static ObjectNode line(int invoice, int i) {
    return row()
        .put("invoice_id", text("inv_%05d", invoice + 1))
        .put("line_no", i + 1)
        .put("tariff_id", text("trf_%03d", (invoice + i) % 12 + 1))
        .put("text", one(i, "Quay dues", "Pilotage", "Mooring", "Fresh water"))
        .put("quantity", text("%d.000", 1 + i))
        .put("unit_price", text("%d.20", 40 + invoice))
        .put("amount", text("%d.%02d", (1 + i) * (40 + invoice), (1 + i) * 20));
  }

  private static ObjectNode tariff(int i) {
    ObjectNode tariff =
        row()
            .put("id", text("trf_%03d", i + 1))
            .put("code", one(i, "QD", "PI", "MO", "FW") + (i / 4 + 1))
            .put("description", one(i, "Quay dues", "Pilotage", "Mooring", "Fresh water"))
            .put("unit", one(i, "gross ton", "movement", "movement", "cubic metre"))
            .put("price", text("%d.1250", 1 + i))
            .put("valid_from", text("%d-01-01", 2024 + i / 4));
    return i < 8
        ? tariff.put("valid_to", text("%d-12-31", 2024 + i / 4))
        : tariff.putNull("valid_to");
  }

  private static ObjectNode incident(int i) {
    ObjectNode incident =
        row()
            .put("id", 7001 + i)
            .put("severity", one(i, "low", "medium", "high"))
            .put(
                "summary",
                one(i, "Line parted", "Oil sheen", "Fender damaged") + ", no. " + (i + 1))
            .put("occurred_at", moment(i).minusSeconds(5400).toEpochMilli())
            .put("updated_at", moment(i).toEpochMilli());
    return i % 4 == 3
        ? incident.putNull("vessel_id")
        : incident.put("vessel_id", text("ves_%04d", i + 1));
  }

  private static ObjectNode user(int i) {
    ObjectNode user =
        row()
            .put("id", text("usr_%03d", i + 1))
            .put(
                "name",
                one(i, "Ada", "Bram", "Cato") + " " + one(i / 3, "Visser", "Dekker", "Smit"))
            .put("email", "user" + (i + 1) + "@port.example")
            .put("role", one(i, "planner", "finance", "admin"));
    return i % 3 == 2
        ? user.putNull("last_login_at")
        : user.put("last_login_at", moment(i).toString());
  }
}
