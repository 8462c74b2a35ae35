package dev.connector.registry.workspace.build;

import java.util.List;
import java.util.Optional;

/**
 * An element of an XML file and where it stands there.
 *
 * @param start the offset of its opening bracket
 * @param contentStart behind its start tag; {@code end} for an element without content
 * @param contentEnd before its end tag
 * @param end behind its end tag
 * @param text its own text without comments, trimmed
 */
record XmlElement(
    String name,
    int start,
    int contentStart,
    int contentEnd,
    int end,
    String text,
    List<XmlElement> children) {

  XmlElement {
    children = List.copyOf(children);
  }

  /** The first child of a name. */
  Optional<XmlElement> child(String wanted) {
    return children.stream().filter(child -> child.name().equals(wanted)).findFirst();
  }

  /** The element at the end of a path of names. */
  Optional<XmlElement> at(String... path) {
    Optional<XmlElement> element = Optional.of(this);
    for (String step : path) {
      element = element.flatMap(parent -> parent.child(step));
    }
    return element;
  }

  /** All children of a name of the element at a path. */
  List<XmlElement> all(String parent, String wanted) {
    return child(parent).stream()
        .flatMap(element -> element.children().stream())
        .filter(element -> element.name().equals(wanted))
        .toList();
  }

  /** The text of a child; empty where there is no such child or no text in it. */
  Optional<String> value(String wanted) {
    return child(wanted).map(XmlElement::text).filter(value -> !value.isEmpty());
  }
}
