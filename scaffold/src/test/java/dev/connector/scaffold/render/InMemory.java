package dev.connector.scaffold.render;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/** Sources and classes that are on no disk; libraries are where they always are. */
final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {

  private final Map<String, ByteArrayOutputStream> classes = new LinkedHashMap<>();

  InMemory(JavaFileManager libraries) {
    super(libraries);
  }

  JavaFileObject source(String path, byte[] content) {
    String text = new String(content, StandardCharsets.UTF_8);
    return new SimpleJavaFileObject(URI.create("rendered:///" + path), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }

  /** What was compiled, by the names of classes. */
  Map<String, byte[]> classes() {
    Map<String, byte[]> bytes = new LinkedHashMap<>();
    classes.forEach((name, content) -> bytes.put(name, content.toByteArray()));
    return bytes;
  }

  /** The file manager below is used again, and must not be closed by one compilation. */
  @Override
  public void close() {}

  @Override
  public JavaFileObject getJavaFileForOutput(
      Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
    return new SimpleJavaFileObject(URI.create("rendered:///" + name.replace('.', '/')), kind) {
      @Override
      public OutputStream openOutputStream() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        synchronized (classes) {
          classes.put(name, out);
        }
        return out;
      }
    };
  }
}
