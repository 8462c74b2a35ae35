package dev.connector.scaffold.render;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Map;

/** The classes of one rendered connector, with its resources; everything else is this process's. */
final class RenderedClasses extends URLClassLoader {

  private final Map<String, byte[]> classes;

  RenderedClasses(Map<String, byte[]> classes, Path resources) throws MalformedURLException {
    super(new URL[] {resources.toUri().toURL()}, RenderedClasses.class.getClassLoader());
    this.classes = Map.copyOf(classes);
  }

  Class<?> type(String name) {
    try {
      return loadClass(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] content = classes.get(name);
    if (content == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, content, 0, content.length);
  }
}
