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
import java.util.Map;

/** What a nursery knows: every record of {@link Gappy}. */
final class GappyRecords {

  private final List<ObjectNode> orders = rows(40, GappyRecords::order);
  private final Map<String, List<ObjectNode>> lists =
      Map.of(
          "plants", rows(130, GappyRecords::plant),
          "beds", rows(18, GappyRecords::bed),
          "suppliers", rows(27, GappyRecords::company),
          "customers", rows(58, GappyRecords::company),
          "orders", orders,
          "lines", lines(),
          "deliveries", rows(33, GappyRecords::delivery),
          "sensors", rows(26, GappyRecords::sensor));

  /** All records of a list; none where there is no such list. */
  List<ObjectNode> list(String name) {
    return lists.getOrDefault(name, List.of());
  }

  boolean has(String name) {
    return lists.containsKey(name);
  }

  private static ObjectNode plant(int i) {
    return row()
        .put("sku", text("PL-%03d", i + 1))
        .put("latin_name", one(i, "Salvia nemorosa", "Geum rivale", "Acer campestre"))
        .put("common_name", one(i, "Sage", "Avens", "Maple") + " " + (i + 1))
        .put("price_cents", 250 + i * 5)
        .put("hardy", i % 3 != 0)
        .put("changed", moment(i).toString());
  }

  private static ObjectNode bed(int i) {
    return row()
        .put("bed_no", 100 + i)
        .put("house", one(i, "North", "South", "Frame"))
        .put("area_m2", 4.5 + i);
  }

  private static ObjectNode company(int i) {
    return row()
        .put("id", 1 + i)
        .put("name", one(i, "Green", "Stone", "Field") + " & Co " + (i + 1))
        .put("email", "garden" + (i + 1) + "@green.example")
        .put("changed", moment(i).toString());
  }

  private static ObjectNode order(int i) {
    return row()
        .put("number", text("O-%d", 1001 + i))
        .put("customer_id", 1 + i % 58)
        .put("state", one(i, "new", "packed", "sent"))
        .put("total_cents", 1200 + i * 310)
        .put("ordered_on", day(i))
        .put("changed", moment(i).toString());
  }

  private List<ObjectNode> lines() {
    List<ObjectNode> lines = new ArrayList<>();
    for (int order = 0; order < orders.size(); order++) {
      for (int i = 0; i < 1 + order % 3; i++) {
        lines.add(
            row()
                .put("line_id", 5001 + lines.size())
                .put("order_number", text("O-%d", 1001 + order))
                .put("sku", text("PL-%03d", (order * 3 + i) % 130 + 1))
                .put("quantity", 1 + i * 2));
      }
    }
    return lines;
  }

  private static ObjectNode delivery(int i) {
    ObjectNode delivery =
        row()
            .put("id", 301 + i)
            .put("order_number", text("O-%d", 1001 + i))
            .put("carrier", one(i, "van", "post"));
    return i % 5 == 4 ? delivery.putNull("delivered_on") : delivery.put("delivered_on", day(i + 2));
  }

  private static ObjectNode sensor(int i) {
    return row()
        .put("serial", text("SN%05d", 4000 + i * 13))
        .put("bed_no", 100 + i % 18)
        .put("kind", one(i, "moisture", "light"))
        .put("battery", (i % 10) / 10.0);
  }
}
