${it.javadoc()}public final class ${it.name()} implements AutoCloseable {

${it.constants()}
<#if it.rates()?has_content>

  /** What the API allows; the rates for all of it can be replaced by a setting. */
${it.rates()}
</#if>

  private final ApiClient client;
  private final ${it.settings()} settings;

  private ${it.name()}(ApiClient client, ${it.settings()} settings) {
    this.client = client;
    this.settings = settings;
  }

  /** Makes a connection; nothing is sent yet. */
  public static ${it.name()} connect(${it.settings()} settings) {
    return connect(settings, attempt -> {});
  }

  /** A connection that tells of every request. */
  static ${it.name()} connect(${it.settings()} settings, AttemptListener attempts) {
${it.connect()}
  }

  ApiClient client() {
    return client;
  }

  ${it.settings()} settings() {
    return settings;
  }
<#list it.accessors() as method>

${method.javadoc()}${method.head()} {
${method.body()}
  }
</#list>

  /** Waits for requests in flight, up to a deadline; closing twice is harmless. */
  @Override
  public void close() {
    client.close();
  }
<#list it.authentication() as method>

${method.javadoc()}${method.head()} {
${method.body()}
  }
</#list>
}
