package dev.connector.cli.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.OAuth2TokenFormat;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.filter.DelegatingFilterProxy;

/**
 * A vendor: Spring's authorization server, with an API that wants its tokens. A process of its own;
 * it prints its port, and ends with its input.
 */
public final class VendorServer {

  private VendorServer() {}

  /** Serves until the standard input ends. */
  public static void main(String[] arguments) throws Exception {
    AnnotationConfigWebApplicationContext spring = new AnnotationConfigWebApplicationContext();
    spring.register(Security.class);
    java.util.logging.LogManager.getLogManager().reset();
    Tomcat tomcat = new Tomcat();
    Path folder = Files.createTempDirectory("vendor");
    tomcat.setBaseDir(folder.toString());
    tomcat.setHostname("127.0.0.1");
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    Context context = tomcat.addContext("", folder.toString());
    spring.setServletContext(context.getServletContext());
    spring.refresh();
    context
        .getServletContext()
        .setAttribute(
            org.springframework.web.context.WebApplicationContext
                .ROOT_WEB_APPLICATION_CONTEXT_ATTRIBUTE,
            spring);
    FilterDef filter = new FilterDef();
    filter.setFilterName("springSecurityFilterChain");
    filter.setFilter(new DelegatingFilterProxy("springSecurityFilterChain", spring));
    context.addFilterDef(filter);
    FilterMap everything = new FilterMap();
    everything.setFilterName("springSecurityFilterChain");
    everything.addURLPattern("/*");
    context.addFilterMap(everything);
    Tomcat.addServlet(
        context, "things", new Things(spring.getBean(OAuth2AuthorizationService.class)));
    context.addServletMappingDecoded("/", "things");
    tomcat.start();
    System.out.println(tomcat.getConnector().getLocalPort());
    System.out.flush();
    while (System.in.read() >= 0) {
      // whoever started this closes the input
    }
    System.exit(0);
  }

  /** The API: one thing, for who has a token that is active. */
  private static final class Things extends jakarta.servlet.http.HttpServlet {
    private static final long serialVersionUID = 1;
    private final transient OAuth2AuthorizationService tokens;

    Things(OAuth2AuthorizationService tokens) {
      this.tokens = tokens;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      String token =
          Optional.ofNullable(request.getHeader("Authorization")).orElse("").replace("Bearer ", "");
      OAuth2Authorization known = tokens.findByToken(token, OAuth2TokenType.ACCESS_TOKEN);
      boolean active = known != null && known.getAccessToken().isActive();
      response.setStatus(active ? 200 : 401);
      response.setContentType("application/json");
      response.getWriter().write(active ? "[{\"id\":\"1\"}]" : "{}");
    }
  }

  /** Who may log in, and for which clients. */
  @Configuration
  @EnableWebSecurity
  static class Security {

    @Bean
    SecurityFilterChain chain(HttpSecurity http) {
      return http.oauth2AuthorizationServer(
              server ->
                  server.authorizationServerSettings(AuthorizationServerSettings.builder().build()))
          .authorizeHttpRequests(
              all -> all.requestMatchers("/things").permitAll().anyRequest().authenticated())
          .formLogin(Customizer.withDefaults())
          .build();
    }

    @Bean
    UserDetailsService users() {
      return new InMemoryUserDetailsManager(
          User.withUsername("jo").password("{noop}open sesame").roles("USER").build());
    }

    @Bean
    OAuth2AuthorizationService authorizations() {
      return new InMemoryOAuth2AuthorizationService();
    }

    @Bean
    RegisteredClientRepository clients() {
      return new InMemoryRegisteredClientRepository(
          client("app", false).build(), client("asking-app", true).build());
    }

    private static RegisteredClient.Builder client(String id, boolean asks) {
      return RegisteredClient.withId(id)
          .clientId(id)
          .clientSecret("{noop}" + Vendor.secret(id))
          .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
          .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
          .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
          .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
          .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
          .redirectUri("http://127.0.0.1/callback")
          .scope("things.read")
          .clientSettings(
              ClientSettings.builder()
                  .requireProofKey(true)
                  .requireAuthorizationConsent(asks)
                  .build())
          .tokenSettings(tokens(Duration.ofMinutes(30)));
    }

    /** Reference tokens, each refresh token good for one use. */
    private static TokenSettings tokens(Duration life) {
      return TokenSettings.builder()
          .accessTokenFormat(OAuth2TokenFormat.REFERENCE)
          .accessTokenTimeToLive(life)
          .reuseRefreshTokens(false)
          .build();
    }
  }
}
