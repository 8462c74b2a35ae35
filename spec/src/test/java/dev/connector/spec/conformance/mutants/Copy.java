package dev.connector.spec.conformance.mutants;

import dev.connector.runtime.connector.Connector;
import dev.connector.spec.conformance.process.ProcessCommand;
import dev.connector.spec.conformance.process.ProcessConnector;
import dev.connector.spec.conformance.process.ThreadProcess;
import dev.connector.spec.engine.Engine;
import java.io.File;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All classes of this project once more, some of them changed, so that a fault is in the connector
 * alone and not in the kit that judges it. The two speak by the protocol, as with a process.
 */
final class Copy extends URLClassLoader {

  private static final String OURS = "dev.connector.";

  /**
   * A copy in which classes of these folders stand in for those of the build.
   *
   * @param changed the first that has a class decides
   */
  Copy(List<Path> changed) {
    super(
        Stream.of(
                changed.stream(),
                Stream.of(Served.class, Engine.class, Connector.class).map(Compilation::location))
            .flatMap(it -> it)
            .map(Copy::url)
            .toArray(URL[]::new),
        Copy.class.getClassLoader());
  }

  /** Starts the connector as a real process. */
  Connector startProcess(Path folder, String type, Map<String, String> environment) {
    String ours =
        Stream.of(getURLs()).map(it -> Path.of(it.getPath()).toString()).collect(joining());
    List<String> line =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            ours + File.pathSeparator + System.getProperty("java.class.path"),
            Served.class.getName(),
            folder.toString(),
            type);
    return ProcessConnector.start(ProcessCommand.of(line, folder, environment));
  }

  private static Collector<CharSequence, ?, String> joining() {
    return Collectors.joining(File.pathSeparator);
  }

  /** Starts the connector; the type is empty for the engine. */
  Connector start(Path folder, String type, Map<String, String> environment) {
    return ThreadProcess.start(
        (in, out) -> {
          Thread.currentThread().setContextClassLoader(this);
          Method serve =
              loadClass(Served.class.getName())
                  .getMethod(
                      "serve",
                      Path.class,
                      String.class,
                      Map.class,
                      InputStream.class,
                      OutputStream.class);
          serve.invoke(null, folder, type, environment, in, out);
        });
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(OURS)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? findClass(name) : loaded;
    }
  }

  @Override
  public URL getResource(String name) {
    URL own = findResource(name);
    return own == null ? super.getResource(name) : own;
  }

  private static URL url(Path folder) {
    try {
      return folder.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
