${it.javadoc()}${it.head()} {
<#if it.constants()?has_content>

${it.constants()}
</#if>

  /** All that is the connector's own; the policy comes beside it. */
${it.declared()}
<#list it.methods() as method>

${method.javadoc()}${method.head()} {
${method.body()}
  }
</#list>
<#if it.keepsTokens()>

  /** Tokens in the file that is named, or for as long as the process lives. */
  private static Function<String, TokenStore> kept(Settings settings) {
    return audience ->
        settings
            .find(TOKEN_STORE)
            .map(file -> TokenStore.file(Path.of(file), audience))
            .orElseGet(TokenStore::inMemory);
  }
</#if>
}
