package dev.connector.scaffold.render.model;

import dev.connector.scaffold.render.code.Code;
import dev.connector.scaffold.render.code.Javadoc;

/** What a connector's package says of itself. */
public final class PackageInfo {

  private final JavaConnector connector;

  public PackageInfo(JavaConnector connector) {
    this.connector = connector;
  }

  public String packageName() {
    return connector.packageName();
  }

  public Code javadoc() {
    String description = connector.definition().description();
    String title = connector.definition().title();
    return Javadoc.of(description.isBlank() ? title : title + ": " + description)
        .paragraph(
            "Depends on the connector runtime and on nothing else. Start at "
                + connector.client()
                + ".")
        .at(0);
  }
}
