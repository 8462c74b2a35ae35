<#macro type it>
${it.javadoc()}${it.head()} {<#if !it.constructor()?has_content && !it.nested()?has_content>}
<#else>


<#if it.constructor()?has_content>
${it.constructorHead()} {
${it.constructor()}
${it.margin(true)}}
</#if>
<#list it.nested() as inner>
<#if inner?index gt 0 || it.constructor()?has_content>

</#if>
<@type inner/>
</#list>
${it.margin(false)}}
</#if>
</#macro>
<@type it/>
