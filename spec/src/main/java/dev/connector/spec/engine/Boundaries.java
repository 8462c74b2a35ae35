package dev.connector.spec.engine;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;

/**
 * Which addresses of machines may be connected to, whatever name led there.
 *
 * @param loopback whether this machine may be called, without TLS too
 * @param privateNetworks whether private and link-local networks may be called
 */
public record Boundaries(boolean loopback, boolean privateNetworks) {

  /**
   * Whether who names this address means this machine. A name that merely leads here is not enough:
   * anybody's may.
   */
  public static boolean isThisMachine(URI named) {
    String host = named.getHost() == null ? "" : named.getHost().toLowerCase(Locale.ROOT);
    return host.equals("localhost")
        || host.endsWith(".localhost")
        || host.equals("[::1]")
        || host.startsWith("127.") && host.chars().allMatch(c -> c == '.' || c >= '0' && c <= '9');
  }

  /** Whether who names this address means a private network: one that is written as a number. */
  public static boolean isPrivateNetwork(URI named) {
    String host = named.getHost() == null ? "" : named.getHost();
    if (!host.matches("[0-9.]+|\\[[0-9a-fA-F:.]+]")) {
      return false;
    }
    try {
      return !new Boundaries(true, false).allow(InetAddress.getByName(host));
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** Whether a connection to this address is allowed. */
  public boolean allow(InetAddress address) {
    if (address.isLoopbackAddress()) {
      return loopback;
    }
    return privateNetworks || !isPrivate(address);
  }

  private static boolean isPrivate(InetAddress address) {
    byte[] bytes = address.getAddress();
    return address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()
        || (bytes.length == 4 && isReserved(bytes[0] & 0xff, bytes[1] & 0xff))
        || (bytes.length == 16 && isUniqueLocalOrMapped(bytes));
  }

  /** This network, carrier-grade NAT, benchmarking and what is reserved (RFC 6890). */
  private static boolean isReserved(int first, int second) {
    return first == 0
        || first >= 240
        || (first == 100 && second >= 64 && second < 128)
        || (first == 198 && (second == 18 || second == 19))
        || (first == 192 && second == 0);
  }

  /** fc00::/7, and IPv6 forms that carry an IPv4 address: 64:ff9b::/96, 2002::/16 and ::/96. */
  private static boolean isUniqueLocalOrMapped(byte[] bytes) {
    boolean zeros = true;
    for (int i = 0; i < 12; i++) {
      zeros &= bytes[i] == 0;
    }
    return (bytes[0] & 0xfe) == 0xfc
        || zeros
        || (bytes[0] == 0x20 && bytes[1] == 0x02)
        || (bytes[0] == 0 && bytes[1] == 0x64);
  }
}
