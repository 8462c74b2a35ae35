package dev.connector.registry.contribute;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.connector.registry.source.Item;
import dev.connector.registry.workspace.Lock;
import dev.connector.registry.workspace.change.Change;
import dev.connector.spec.ConnectorException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What can be told from a contribution's files alone, without running anything. */
public final class Gates {

  private static final String LICENCE = "LICENSE";

  /** What the folder of all connectors in a user's project is called. */
  private static final String CONNECTORS = ".connectors.";

  /** Shorter values are words that may stand anywhere. */
  private static final int SECRET = 6;

  private Gates() {}

  /**
   * Looks at a contribution.
   *
   * @param secrets the values of the user's own secrets by the names of their variables
   */
  public static List<Gate> of(
      Contribution contribution, Lock.Entry entry, Map<String, String> secrets) {
    List<Gate> gates = new ArrayList<>();
    gates.add(
        new Gate(
            "maps back to the registry", contribution.problems(), "change that by hand first"));
    gates.add(layout(contribution));
    gates.add(licence(contribution));
    gates.add(secrets(contribution, secrets));
    gates.add(ownCode(contribution, entry));
    contribution.taught().map(Taught::gate).ifPresent(gates::add);
    return List.copyOf(gates);
  }

  private static Gate layout(Contribution contribution) {
    List<String> problems = new ArrayList<>();
    try {
      Item.requireReadable(contribution.name(), contribution.files());
    } catch (ConnectorException refused) {
      problems.add(refused.getMessage());
    }
    return new Gate(
        "files are where a connector has them",
        problems,
        "move what is not part of the connector out of its folders");
  }

  private static Gate licence(Contribution contribution) {
    byte[] text = contribution.files().get(LICENCE);
    boolean there = text != null && !new String(text, UTF_8).isBlank();
    return new Gate(
        "licence",
        there ? List.of() : List.of("there is no " + LICENCE + ", or nothing in it"),
        "write the licence you give it under into .connectors/"
            + contribution.name()
            + "/"
            + LICENCE);
  }

  private static Gate secrets(Contribution contribution, Map<String, String> secrets) {
    List<String> problems = new ArrayList<>();
    List<Change> changes = new ArrayList<>(contribution.changes());
    contribution.taught().map(Taught::change).ifPresent(changes::add);
    for (Change change : changes) {
      String text = change.after().map(content -> new String(content, UTF_8)).orElse("");
      secrets.forEach(
          (variable, value) -> {
            if (value.length() >= SECRET && text.contains(value)) {
              problems.add(change.path() + ": holds the value of " + variable);
            }
          });
    }
    return new Gate("no secret of yours", problems, "take it out, and have it renewed");
  }

  private static Gate ownCode(Contribution contribution, Lock.Entry entry) {
    Set<String> roots = new TreeSet<>();
    for (String name : entry.packages().values()) {
      int end = name.indexOf(CONNECTORS);
      if (end > 0 && entry.packages().keySet().stream().noneMatch(it -> within(it, name, end))) {
        roots.add(name.substring(0, end));
      }
    }
    List<String> problems = new ArrayList<>();
    for (Change change : contribution.changes()) {
      String text = change.after().map(content -> new String(content, UTF_8)).orElse("");
      for (String root : roots) {
        if (change.path().endsWith(".java") && naming(root).matcher(text).find()) {
          problems.add(change.path() + ": names " + root + ", which is your own code");
        }
      }
    }
    return new Gate(
        "stands on nothing of your project", problems, "move what it needs into the connector");
  }

  /** Whether the registry's own packages begin as the user's do, so that nothing can be told. */
  private static boolean within(String registrys, String users, int end) {
    return (registrys + ".").startsWith(users.substring(0, end) + ".");
  }

  private static Pattern naming(String root) {
    return Pattern.compile("(?<![\\w.])" + Pattern.quote(root) + "\\.\\w");
  }
}
