package dev.connector.spec.conformance.mock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashMap;
import java.util.Map;
import javax.net.ServerSocketFactory;

/**
 * Remembers the connections of a server in the order it accepts them, which is how it numbers them,
 * so that one of them can be made to end with a reset.
 */
final class AcceptedSockets extends ServerSocketFactory {

  private final Map<Integer, Socket> open = new HashMap<>();
  private int accepted;

  /** Makes closing a connection send RST in place of FIN. */
  synchronized void resetOnClose(int connection) {
    try {
      open.get(connection).setSoLinger(true, 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized Socket remember(Socket socket) {
    open.values().removeIf(Socket::isClosed);
    open.put(accepted++, socket);
    return socket;
  }

  @Override
  public ServerSocket createServerSocket() throws IOException {
    return new ServerSocket() {
      @Override
      public Socket accept() throws IOException {
        Socket socket = super.accept();
        // Headers and body are written one by one; waiting to join them costs 40 ms an answer.
        socket.setTcpNoDelay(true);
        return remember(socket);
      }
    };
  }

  @Override
  public ServerSocket createServerSocket(int port) throws IOException {
    throw new IOException("the server binds its socket itself");
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog) throws IOException {
    return createServerSocket(port);
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog, InetAddress address)
      throws IOException {
    return createServerSocket(port);
  }
}
