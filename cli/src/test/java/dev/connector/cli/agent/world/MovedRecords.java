package dev.connector.cli.agent.world;

import static dev.connector.cli.agent.world.Row.moment;
import static dev.connector.cli.agent.world.Row.one;
import static dev.connector.cli.agent.world.Row.row;
import static dev.connector.cli.agent.world.Row.rows;
import static dev.connector.cli.agent.world.Row.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What a parcel service knows: every record of {@link Moved}, as version 2 writes it. */
final class MovedRecords {

  static final int DEPOTS = 24;

  final List<ObjectNode> customers = rows(130, MovedRecords::customer);
  final List<ObjectNode> parcels = rows(240, MovedRecords::parcel);
  final List<ObjectNode> depots = rows(DEPOTS, MovedRecords::depot);
  final List<ObjectNode> drivers = rows(41, MovedRecords::driver);
  final List<ObjectNode> routes = rows(60, MovedRecords::route);

  private static ObjectNode customer(int i) {
    return row()
        .put("id", text("c%04d", i + 1))
        .put("name", one(i, "Brook", "Hill", "Marsh") + " Trading " + (i + 1))
        .put("email", "post" + (i + 1) + "@trading.example");
  }

  private static ObjectNode parcel(int i) {
    return row()
        .put("id", text("p%05d", i + 1))
        .put("tracking_code", text("WP%06dNL", 31_000 + i * 17))
        .put("customer_id", text("c%04d", i % 130 + 1))
        .put("depot_id", text("d%02d", i % DEPOTS + 1))
        .put("status", one(i, "announced", "at_depot", "on_the_way", "delivered"))
        .put("weight_grams", 200 + i * 13)
        .put("updated_at", moment(i).toString());
  }

  private static ObjectNode depot(int i) {
    return row()
        .put("id", text("d%02d", i + 1))
        .put(
            "city",
            one(i, "Arnhem", "Breda", "Delft", "Emmen", "Gouda", "Hoorn") + " " + (i / 6 + 1))
        .put("capacity", 400 + i * 50);
  }

  private static ObjectNode driver(int i) {
    return row()
        .put("id", text("k%03d", i + 1))
        .put("name", one(i, "Jo", "Kim", "Lou", "Max") + " " + one(i / 4, "Bakker", "Vos", "Kok"))
        .put("depot_id", text("d%02d", i % DEPOTS + 1))
        .put("licence", text("NL-%05d", 90_000 + i * 31));
  }

  private static ObjectNode route(int i) {
    return row()
        .put("id", text("r%03d", i + 1))
        .put("depot_id", text("d%02d", i % DEPOTS + 1))
        .put("weekday", one(i, "mon", "tue", "wed", "thu", "fri"))
        .put("stops", 8 + i % 9);
  }
}
