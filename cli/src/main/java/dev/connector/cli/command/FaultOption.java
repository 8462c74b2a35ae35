package dev.connector.cli.command;

import dev.connector.spec.ConnectorException;
import dev.connector.spec.conformance.mock.exchange.SeenRequest;
import dev.connector.spec.conformance.mock.fault.Fault;
import dev.connector.spec.conformance.mock.fault.FaultRule;
import dev.connector.spec.conformance.mock.fault.PageFault;
import dev.connector.spec.conformance.mock.fault.RecordFault;
import dev.connector.spec.conformance.mock.fault.ReplyFault;
import dev.connector.spec.conformance.mock.fault.WireFault;
import dev.connector.spec.definition.Definition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fault as it is typed: {@code status=503:2@contacts.list} answers the first two requests for
 * contacts with 503.
 */
final class FaultOption {

  private static final Pattern FORM =
      Pattern.compile(
          "(?<name>[A-Za-z]+)(=(?<value>\\d{1,6}))?(:(?<times>\\d{1,6}))?(@(?<on>.+))?");

  private static final Map<String, IntFunction<Fault>> BY_NAME = byName();

  /** What a fault with a number means where none is typed. */
  private static final Map<String, Integer> USUAL =
      Map.of("status", 500, "tooMany", 1, "hang", 60, "drip", 100);

  private FaultOption() {}

  private static Map<String, IntFunction<Fault>> byName() {
    Map<String, IntFunction<Fault>> faults = new LinkedHashMap<>();
    faults.put("status", Fault::status);
    faults.put("tooMany", seconds -> Fault.tooMany(Duration.ofSeconds(seconds)));
    faults.put("badGateway", ignored -> Fault.badGateway());
    faults.put("unavailable", ignored -> Fault.unavailable());
    faults.put("declaredError", ignored -> new ReplyFault.DeclaredError());
    faults.put("malformed", ignored -> new ReplyFault.Malformed());
    faults.put("hang", seconds -> new WireFault.Hang(Duration.ofSeconds(seconds)));
    faults.put("drip", millis -> new WireFault.Drip(Duration.ofMillis(millis)));
    faults.put("disconnect", ignored -> new WireFault.Disconnect());
    faults.put("reset", ignored -> new WireFault.Reset());
    faults.put("truncated", ignored -> new WireFault.Truncated());
    faults.put("emptyPage", ignored -> new PageFault.EmptyPage());
    faults.put("repeatedCursor", ignored -> new PageFault.RepeatedCursor());
    faults.put("repeatedPage", ignored -> new PageFault.RepeatedPage());
    faults.put("wrongType", ignored -> new RecordFault.WrongType());
    faults.put("missingField", ignored -> new RecordFault.MissingField());
    faults.put("missingKey", ignored -> new RecordFault.MissingKey());
    return faults;
  }

  /** The faults there are. */
  static Set<String> names() {
    return BY_NAME.keySet();
  }

  /**
   * The rule that was typed.
   *
   * @throws ConnectorException of kind USAGE where there is no such fault or operation
   */
  static FaultRule parse(String typed, Definition definition) {
    Matcher form = FORM.matcher(typed);
    if (!form.matches()) {
      throw usage("\"" + typed + "\" is no fault", "write one such as status=503:2@contacts.list");
    }
    String name = form.group("name");
    IntFunction<Fault> fault = BY_NAME.get(name);
    if (fault == null) {
      throw usage("there is no fault \"" + name + "\"", meant(name, BY_NAME.keySet()));
    }
    int value = number(form.group("value"), USUAL.getOrDefault(name, 0));
    if (form.group("value") != null && !USUAL.containsKey(name)) {
      throw usage("the fault " + name + " takes no number", "write --fault " + name);
    }
    if (name.equals("status") && (value < 100 || value > 599)) {
      throw usage("there is no HTTP status " + value, "use one from 100 to 599");
    }
    int times = number(form.group("times"), Integer.MAX_VALUE);
    if (times < 1) {
      throw usage("a fault happens at least once", "leave :0 out");
    }
    FaultRule rule = fault.apply(value).times(times);
    return form.group("on") == null ? rule : rule.on(operation(form.group("on"), definition));
  }

  private static String operation(String typed, Definition definition) {
    List<String> known = new ArrayList<>(List.of(SeenRequest.TOKEN));
    definition
        .resources()
        .forEach(
            (resource, it) ->
                it.operations().keySet().forEach(name -> known.add(resource + "." + name)));
    if (!known.contains(typed)) {
      throw usage("there is no operation \"" + typed + "\"", meant(typed, known));
    }
    return typed;
  }

  private static int number(String typed, int otherwise) {
    return typed == null ? otherwise : Integer.parseInt(typed);
  }

  private static String meant(String typed, Collection<String> known) {
    List<String> near = NearMatches.of(typed, known);
    return near.isEmpty()
        ? "there is " + String.join(", ", known)
        : "did you mean \"" + String.join("\" or \"", near) + "\"?";
  }

  private static ConnectorException usage(String message, String hint) {
    return new ConnectorException(ConnectorException.Kind.USAGE, message, hint);
  }
}
