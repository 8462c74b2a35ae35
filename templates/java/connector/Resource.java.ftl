${it.javadoc()}public final class ${it.name()} {

  private final ApiClient client;
  private final ${it.requests()} requests;

  ${it.name()}(ApiClient client, ${it.requests()} requests) {
    this.client = client;
    this.requests = requests;
  }

  ${it.requests()} requests() {
    return requests;
  }
<#list it.methods() as method>

${method.javadoc()}${method.head()} {
${method.body()}
  }
</#list>
<#list it.options() as option>

${option.javadoc()}  public static final class ${option.name()} {

    private final Arguments arguments;

    private ${option.name()}(Arguments arguments) {
      this.arguments = arguments;
    }

    /** Nothing in particular. */
    public static ${option.name()} none() {
      return new ${option.name()}(Arguments.none());
    }
<#list option.methods() as method>

${method.javadoc()}${method.head()} {
${method.body()}
    }
</#list>
  }
</#list>
}
