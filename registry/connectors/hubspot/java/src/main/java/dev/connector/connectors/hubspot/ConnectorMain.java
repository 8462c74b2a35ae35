package dev.connector.connectors.hubspot;

import dev.connector.runtime.connector.Protocol;

/** The connector as a process: commands on standard input, events on standard output. */
public final class ConnectorMain {

  private ConnectorMain() {}

  public static void main(String... arguments) {
    Protocol.serve(HubSpotConnector::of);
  }
}
