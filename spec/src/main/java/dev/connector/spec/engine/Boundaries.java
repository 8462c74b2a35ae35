package dev.connector.spec.engine;

import java.net.InetAddress;

/**
 * Which addresses of machines may be connected to, whatever name led there.
 *
 * @param loopback whether this machine may be called, without TLS too
 * @param privateNetworks whether private and link-local networks may be called
 */
public record Boundaries(boolean loopback, boolean privateNetworks) {

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
