/** The connector as a process: commands on standard input, events on standard output. */
public final class ConnectorMain {

  private ConnectorMain() {}

  public static void main(String... arguments) {
    Protocol.serve(${it.name()}::of);
  }
}
