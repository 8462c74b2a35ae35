package dev.connector.scaffold.render;

import freemarker.core.CommonMarkupOutputFormat;
import freemarker.core.CommonTemplateMarkupOutputModel;
import freemarker.template.TemplateModelException;
import java.io.IOException;
import java.io.Writer;

/**
 * Java source. Nothing gets into it but code that was made safe, names and blanks: a text that is
 * neither makes rendering fail, so no template can forget to escape it.
 */
final class JavaOutputFormat extends CommonMarkupOutputFormat<JavaOutputFormat.Source> {

  static final JavaOutputFormat INSTANCE = new JavaOutputFormat();

  private JavaOutputFormat() {}

  /** Code, as FreeMarker sees it. */
  static final class Source extends CommonTemplateMarkupOutputModel<Source> {
    Source(String name, String code) {
      super(name, code);
    }

    @Override
    public JavaOutputFormat getOutputFormat() {
      return INSTANCE;
    }
  }

  @Override
  public String getName() {
    return "Java";
  }

  @Override
  public String getMimeType() {
    return "text/x-java-source";
  }

  @Override
  public void output(String text, Writer out) throws IOException, TemplateModelException {
    out.write(escapePlainText(text));
  }

  @Override
  public String escapePlainText(String text) {
    if (text.isBlank()) {
      return text;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // What a compiler ignores within a name, control characters, is part of no name of ours.
      boolean name = Character.isJavaIdentifierPart(c) && !Character.isIdentifierIgnorable(c);
      if (c >= 128 || (!name && c != '.')) {
        throw new IllegalArgumentException("neither code nor a name: " + text);
      }
    }
    return text;
  }

  @Override
  public boolean isLegacyBuiltInBypassed(String builtIn) {
    return false;
  }

  @Override
  protected Source newTemplateMarkupOutputModel(String plainText, String markup) {
    return new Source(plainText, markup);
  }
}
