package dev.connector.cli.command;

import dev.connector.cli.agent.tool.AgentTool;
import dev.connector.cli.agent.tool.Redaction;
import dev.connector.cli.agent.tool.Sample;
import dev.connector.cli.project.ConnectorEnvironment;
import dev.connector.cli.terminal.Environment;
import dev.connector.spec.definition.Definition;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The user's credentials, as far as a run uses them; no model ever sees one. */
final class AgentSecrets {

  private static final Pattern SECRET =
      Pattern.compile("(KEY|SECRET|TOKEN|PASS|CREDENTIAL|AUTH|SIGNATURE|CERT|PRIVATE)");

  private final Environment environment;
  private final Path folder;
  private final String name;

  AgentSecrets(Environment environment, Path folder, String name) {
    this.environment = environment;
    this.folder = folder;
    this.name = name;
  }

  /** What may stand in no transcript: whatever looks like a credential by its variable's name. */
  Redaction redaction() {
    List<String> secrets = new ArrayList<>();
    Map<String, String> own =
        ConnectorEnvironment.named(name, folder, environment.variables()).variables();
    List.of(own, environment.variables())
        .forEach(
            variables ->
                variables.forEach(
                    (variable, value) -> {
                      if (SECRET.matcher(variable).find()) {
                        secrets.add(value);
                      }
                    }));
    return new Redaction(secrets);
  }

  /** The tool that reads from the API at an address. */
  AgentTool sample(URI base) {
    return new Sample(base, definition -> variables(definition, base), redaction());
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
