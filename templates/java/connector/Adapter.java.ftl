${it.javadoc()}public final class ${it.name()} implements Adapter<${it.client()}> {

  private ${it.name()}() {}

  /** The connector for an environment; nothing is checked or sent yet. */
  public static Connector of(Map<String, String> environment) {
    return new ClientConnector<>(new ${it.name()}(), environment);
  }

  @Override
  public String name() {
    return ${it.client()}.NAME;
  }

  @Override
  public String version() {
    return ${it.client()}.VERSION;
  }

  @Override
  public List<Setting<?>> settings() {
    return ${it.settings()}.DECLARED;
  }

  @Override
  public Policy policy(Map<String, String> environment) {
    return ${it.settings()}.policy(environment);
  }
<#if it.rates()>

  @Override
  public List<RateLimit> rates() {
    return ${it.client()}.RATES;
  }
</#if>

  @Override
  public List<Resource<${it.client()}>> resources() {
${it.resources()}
  }

  @Override
  public ${it.client()} connect(Map<String, String> environment, AttemptListener attempts) {
    return ${it.client()}.connect(${it.settings()}.fromEnvironment(environment), attempts);
  }

  @Override
  public ApiClient http(${it.client()} client) {
    return client.client();
  }

  @Override
  public Reading check(${it.client()} client) {
${it.check()}
  }
<#if it.webhooks()?has_content>

  @Override
  public Optional<Function<Map<String, String>, Function<Delivery, DeliveryResult>>> webhooks() {
    return Optional.of(environment -> ${it.webhooks()}.from(environment)::judge);
  }
</#if>
}
