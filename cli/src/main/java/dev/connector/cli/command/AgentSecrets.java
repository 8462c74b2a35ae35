package dev.connector.cli.command;

import dev.connector.cli.agent.tool.AgentTool;
import dev.connector.cli.agent.tool.Redaction;
import dev.connector.cli.agent.tool.Sample;
import dev.connector.cli.project.ConnectorEnvironment;
import dev.connector.cli.project.DotEnv;
import dev.connector.cli.terminal.Environment;
import dev.connector.spec.definition.Definition;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The user's credentials, as far as a run uses them; no model ever sees one. */
final class AgentSecrets {

  private static final Pattern SECRET =
      Pattern.compile(
          "(KEY|SECRET|TOKEN|PASS|PWD|CREDENTIAL|AUTH|SIGNATURE|CERT|PRIVATE)",
          Pattern.CASE_INSENSITIVE);

  /** A URL that holds a password. */
  private static final Pattern WITH_PASSWORD = Pattern.compile("://[^/@\\s]*:([^/@\\s]+)@");

  private final Environment environment;
  private final Path folder;
  private final String name;

  AgentSecrets(Environment environment, Path folder, String name) {
    this.environment = environment;
    this.folder = folder;
    this.name = name;
  }

  /**
   * What may stand in no transcript: whatever looks like a credential by its variable's name, in
   * the environment and in the project's {@code .env}, be it the connector's or not.
   */
  Redaction redaction() {
    return new Redaction(secrets());
  }

  private List<String> secrets() {
    List<String> secrets = new ArrayList<>();
    List.of(DotEnv.read(folder), environment.variables())
        .forEach(variables -> variables.forEach((name, value) -> secrets(name, value, secrets)));
    return secrets;
  }

  private static void secrets(String variable, String value, List<String> secrets) {
    if (SECRET.matcher(variable).find()) {
      secrets.add(value);
    }
    Matcher url = WITH_PASSWORD.matcher(value);
    while (url.find()) {
      secrets.add(url.group(1));
    }
  }

  /**
   * The tool that reads from the API at an address. Its answers may echo what was sent, under names
   * that a definition chooses; so none of the connector's own variables may stand in them.
   */
  AgentTool sample(URI base) {
    List<String> sent = new ArrayList<>(secrets());
    ConnectorEnvironment.named(name, folder, environment.variables()).variables().values().stream()
        .filter(value -> !value.contains("://"))
        .forEach(sent::add);
    return new Sample(base, definition -> variables(definition, base), new Redaction(sent));
  }

  private Map<String, String> variables(Definition definition, URI base) {
    ConnectorEnvironment with =
        ConnectorEnvironment.of(definition, folder, environment.variables())
            .with(definition.variable("baseUrl"), base.toString());
    return (AgentOptions.isLoopback(base.getHost())
            ? with.with(definition.variable("allowLoopback"), "true")
            : with)
        .variables();
  }
}
