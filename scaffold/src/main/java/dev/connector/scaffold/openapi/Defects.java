package dev.connector.scaffold.openapi;

import dev.connector.scaffold.description.ApiDescription.Defect;
import dev.connector.scaffold.openapi.document.Limits;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What cannot be read of a description: each once, and not without end. */
final class Defects {

  private final Set<Defect> defects = new LinkedHashSet<>();
  private int more;

  void add(String place, String problem) {
    Defect defect = new Defect(place, problem);
    if (defects.size() < Limits.MOST_DEFECTS) {
      defects.add(defect);
    } else if (!defects.contains(defect)) {
      more++;
    }
  }

  List<Defect> all() {
    List<Defect> all = new ArrayList<>(defects);
    if (more > 0) {
      all.add(new Defect("#", "has " + more + " more defects"));
    }
    return List.copyOf(all);
  }
}
