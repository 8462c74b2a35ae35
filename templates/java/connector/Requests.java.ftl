${it.javadoc()}final class ${it.name()} {
<#if it.constants()?has_content>

${it.constants()}
</#if>
<#if it.configured()>

  private final ${it.settings()} settings;

  ${it.name()}(${it.settings()} settings) {
    this.settings = settings;
  }
</#if>
<#list it.methods() as method>

${method.javadoc()}${method.head()} {
${method.body()}
  }
</#list>
}
