package dev.connector.cli.agent.sandbox;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.stream.Stream;

/**
 * Serves a connector to many, in one JVM: each connection of the loopback is a session, which
 * begins with the variables of its environment and goes on as standard input and output of the
 * connector's program do. Runs inside a sandbox and stands on nothing but Java: it is on the side
 * of the code, and nothing that it says is believed.
 *
 * <p>Sessions share the libraries. The connector's own classes are loaded for each anew, so that
 * what one keeps in a static field is as gone in the next as it were in another process.
 */
public final class Sessions {

  private static final int WAITING = 200;

  /**
   * Of each side. The system takes twice as much, so that both together hold what a pipe holds, and
   * a session is not read ahead of whoever takes its events.
   */
  static final int BUFFER = 16 * 1024;

  private final Map<String, byte[]> own;
  private final String connector;
  private final String protocol;

  private Sessions(Map<String, byte[]> own, String connector, String protocol) {
    this.own = Map.copyOf(own);
    this.connector = connector;
    this.protocol = protocol;
  }

  /**
   * Prints the port and serves until standard input ends.
   *
   * @param arguments a jar with the connector's classes, the type that has its {@code of(Map)}, and
   *     the runtime's {@code Protocol}; what lies in or below the package of the type is its own
   */
  public static void main(String... arguments) throws IOException {
    PrintStream out = System.out;
    System.setOut(System.err);
    String type = arguments[1];
    String folder = type.substring(0, type.lastIndexOf('.') + 1);
    Sessions sessions = new Sessions(classes(arguments[0], folder), type, arguments[2]);
    ServerSocket server = new ServerSocket(0, WAITING, InetAddress.getLoopbackAddress());
    thread(() -> sessions.accept(server));
    out.println(server.getLocalPort());
    System.in.transferTo(OutputStream.nullOutputStream());
    System.exit(0);
  }

  private static Map<String, byte[]> classes(String jar, String folder) throws IOException {
    Map<String, byte[]> classes = new HashMap<>();
    try (JarInputStream in = new JarInputStream(new FileInputStream(jar))) {
      for (JarEntry entry = in.getNextJarEntry(); entry != null; entry = in.getNextJarEntry()) {
        String name = entry.getName().replace('/', '.');
        if (name.startsWith(folder) && name.endsWith(".class")) {
          classes.put(name.substring(0, name.length() - ".class".length()), in.readAllBytes());
        }
      }
    }
    return classes;
  }

  private void accept(ServerSocket server) {
    while (true) {
      try {
        Socket socket = server.accept();
        thread(() -> serve(socket));
      } catch (IOException refused) {
        // Whoever it was will notice.
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      socket.setSendBufferSize(BUFFER);
      DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
      Map<String, String> environment = environment(in);
      ClassLoader loader = new Own(own);
      Thread.currentThread().setContextClassLoader(loader);
      Method of = Class.forName(connector, true, loader).getDeclaredMethod("of", Map.class);
      of.setAccessible(true);
      Object made = of.invoke(null, environment);
      serve(loader).invoke(null, made, environment, in, socket.getOutputStream());
    } catch (IOException | ReflectiveOperationException | LinkageError broken) {
      Throwable cause =
          broken instanceof InvocationTargetException thrown ? thrown.getCause() : broken;
      cause.printStackTrace();
    }
  }

  private Method serve(ClassLoader loader) throws ClassNotFoundException {
    return Stream.of(Class.forName(protocol, true, loader).getMethods())
        .filter(it -> it.getName().equals("serve") && it.getParameterCount() == 4)
        .findFirst()
        .orElseThrow(() -> new ClassNotFoundException(protocol + " that serves two streams"));
  }

  private static Map<String, String> environment(DataInputStream in) throws IOException {
    Map<String, String> environment = new HashMap<>(System.getenv());
    for (int i = in.readInt(); i > 0; i--) {
      environment.put(text(in), text(in));
    }
    return Map.copyOf(environment);
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "session");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  /** The connector's own classes, once more. */
  private static final class Own extends ClassLoader {
    private final Map<String, byte[]> classes;

    Own(Map<String, byte[]> classes) {
      super(Sessions.class.getClassLoader());
      this.classes = classes;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      byte[] bytes = classes.get(name);
      if (bytes == null) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded != null ? loaded : defineClass(name, bytes, 0, bytes.length);
      }
    }
  }

  /** Its classes, to be given to a JVM that has nothing else of this program. */
  static Map<String, byte[]> bytes() throws IOException {
    Map<String, byte[]> bytes = new HashMap<>();
    for (Class<?> type : new Class<?>[] {Sessions.class, Own.class}) {
      String path = type.getName().replace('.', '/') + ".class";
      try (InputStream in = type.getResourceAsStream("/" + path)) {
        bytes.put(path, in.readAllBytes());
      }
    }
    return bytes;
  }
}
