${it.javadoc()}public final class ${it.name()} {
<#if it.supported()>

${it.constants()}

  private final Webhooks webhooks;

  private ${it.name()}(Webhooks webhooks) {
    this.webhooks = webhooks;
  }

<#if it.proven()>
  /** Deliveries that this secret proves. */
  public static ${it.name()} signedWith(String secret) {
    return new ${it.name()}(Webhooks.of(SCHEME, secret));
  }

  /** The same with the secret that the environment has. */
  static ${it.name()} from(Map<String, String> environment) {
${it.secret()}
  }
<#else>
  /** Deliveries, which anybody could have sent: each is a reason to read, and no more. */
  public static ${it.name()} unproven() {
    return new ${it.name()}(Webhooks.of(SCHEME));
  }

  static ${it.name()} from(Map<String, String> environment) {
    return unproven();
  }
</#if>

  /** What a delivery tells to have changed, if it is to be believed. */
  public DeliveryResult judge(Delivery delivery) {
    return EVENTS.judge(webhooks, delivery);
  }
<#else>

  private ${it.name()}() {}

  static ${it.name()} from(Map<String, String> environment) {
    return new ${it.name()}();
  }

  /** What a delivery tells to have changed, if it is to be believed. */
  public DeliveryResult judge(Delivery delivery) {
${it.refused()}
  }
</#if>
}
