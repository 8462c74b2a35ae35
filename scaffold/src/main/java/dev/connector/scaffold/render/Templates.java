package dev.connector.scaffold.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import freemarker.cache.ClassTemplateLoader;
import freemarker.cache.ConditionalTemplateConfigurationFactory;
import freemarker.cache.FileNameGlobMatcher;
import freemarker.core.TemplateClassResolver;
import freemarker.core.TemplateConfiguration;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One folder of templates. What goes into those whose names end in {@code .ftlx} is escaped as XML;
 * what goes into those that end in {@code .java.ftl} is code or a name, or fails. A template can
 * call nothing but what its model holds.
 */
final class Templates {

  private static final String ROOT = "/dev/connector/templates/";

  private final String folder;
  private final Configuration configuration;

  Templates(String folder) {
    this.folder = ROOT + folder;
    configuration = new Configuration(Configuration.VERSION_2_3_34);
    configuration.setTemplateLoader(new ClassTemplateLoader(Templates.class, this.folder));
    configuration.setDefaultEncoding("UTF-8");
    configuration.setRecognizeStandardFileExtensions(true);
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    configuration.setLocalizedLookup(false);
    configuration.setObjectWrapper(new CodeWrapper());
    configuration.setRegisteredCustomOutputFormats(List.of(JavaOutputFormat.INSTANCE));
    TemplateConfiguration java = new TemplateConfiguration();
    java.setOutputFormat(JavaOutputFormat.INSTANCE);
    configuration.setTemplateConfigurations(
        new ConditionalTemplateConfigurationFactory(new FileNameGlobMatcher("*.java.ftl"), java));
  }

  /** What is rendered from what: a file's path to the name of its template, in order. */
  Map<String, String> layout() {
    try (InputStream in = Templates.class.getResourceAsStream(folder + "/layout.json")) {
      Map<String, String> layout = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> file :
          new ObjectMapper().readTree(in).path("files").properties()) {
        layout.put(file.getKey(), file.getValue().asText());
      }
      return layout;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String render(String template, Map<String, Object> model) {
    StringWriter text = new StringWriter();
    try {
      configuration.getTemplate(template).process(model, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (TemplateException e) {
      throw new IllegalStateException(e.getMessageWithoutStackTop(), e);
    }
    return text.toString();
  }
}
