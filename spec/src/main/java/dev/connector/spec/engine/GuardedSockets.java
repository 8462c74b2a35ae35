package dev.connector.spec.engine;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.List;
import javax.net.SocketFactory;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;

/**
 * Sockets that connect within the boundaries only. The address is looked at when it is connected
 * to: a name may mean another address by then than it did before.
 */
public final class GuardedSockets extends SocketFactory {

  private static final String REFUSED =
      "refused to connect to an address of this machine or a private network";

  private final Boundaries boundaries;

  GuardedSockets(Boundaries boundaries) {
    this.boundaries = boundaries;
  }

  /** A client that connects by such sockets, watched by these. */
  public static OkHttpClient client(Boundaries boundaries, List<Interceptor> watchers) {
    OkHttpClient.Builder client =
        new OkHttpClient.Builder().socketFactory(new GuardedSockets(boundaries));
    watchers.forEach(client::addInterceptor);
    return client.build();
  }

  /** Whether a failed call failed because such a socket refused to connect. */
  public static boolean refused(Throwable failure) {
    for (Throwable it = failure; it != null; it = it.getCause()) {
      if (REFUSED.equals(it.getMessage())) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Socket createSocket() {
    return new GuardedSocket(boundaries);
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    throw connectLater();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    throw connectLater();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    throw connectLater();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    throw connectLater();
  }

  private static SocketException connectLater() {
    return new SocketException("a socket is made first and connected then");
  }

  private static final class GuardedSocket extends Socket {

    private final Boundaries boundaries;

    GuardedSocket(Boundaries boundaries) {
      this.boundaries = boundaries;
    }

    @Override
    public void connect(SocketAddress endpoint) throws IOException {
      connect(endpoint, 0);
    }

    @Override
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
      InetAddress address = endpoint instanceof InetSocketAddress inet ? inet.getAddress() : null;
      if (address == null || !boundaries.allow(address)) {
        throw new ConnectException(REFUSED);
      }
      super.connect(endpoint, timeout);
    }
  }
}
