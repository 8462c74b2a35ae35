package dev.connector.cli.distribution;

public final class Training {
  public static void main(String[] a) {
    dev.connector.cli.Main.main(new String[] {"completion", "bash"});
  }
}
