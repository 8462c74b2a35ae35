<#macro type it tab>
${it.javadoc()}${it.head()} {<#if !it.constructor()?has_content && !it.nested()?has_content>}
<#else>


<#if it.constructor()?has_content>
${tab}  public ${it.name()} {
${it.constructor()}
${tab}  }
</#if>
<#list it.nested() as inner>
<#if inner?index gt 0 || it.constructor()?has_content>

</#if>
<@type inner tab + "  "/>
</#list>
${tab}}
</#if>
</#macro>
<@type it ""/>
