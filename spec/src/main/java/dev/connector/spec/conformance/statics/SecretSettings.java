package dev.connector.spec.conformance.statics;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.spec.rules.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** LIFE-3: secrets are declared as secrets, have no default, and are named for the user. */
final class SecretSettings {

  private static final Pattern CREDENTIAL =
      Pattern.compile(
          "(.*[a-z0-9_])?(token|secret|password|passphrase|credentials?"
              + "|(api|access|private|signing|consumer|encryption|auth)_?key)|key",
          Pattern.CASE_INSENSITIVE);

  private SecretSettings() {}

  static Outcome check(StaticChecks.Subject subject) {
    if (!subject.document().isObject()) {
      return new Outcome.NotChecked("connector.json is no JSON object (DATA-4)");
    }
    List<Flaw> flaws = new ArrayList<>();
    List<String> secrets = new ArrayList<>();
    String file = subject.files().shown(ConnectorFiles.DEFINITION);
    for (Map.Entry<String, JsonNode> setting : subject.document().path("settings").properties()) {
      String place = file + " /settings/" + setting.getKey().replace("~", "~0").replace("/", "~1");
      boolean secret = setting.getValue().path("secret").asBoolean();
      if (secret) {
        secrets.add(setting.getKey());
      } else if (CREDENTIAL.matcher(setting.getKey()).matches()) {
        flaws.add(
            new Flaw(place, "holds a credential and is not secret", "write \"secret\": true"));
      }
      if (secret && setting.getValue().has("default")) {
        flaws.add(new Flaw(place, "a secret has a default value", "remove \"default\""));
      }
    }
    String named = named(subject, secrets, flaws);
    return StaticChecks.outcome(
        "secrets that are declared, without a default, and named in .env.example",
        flaws,
        secrets.isEmpty() ? "no setting is secret, and none looks like it" : named);
  }

  private static String named(
      StaticChecks.Subject subject, List<String> secrets, List<Flaw> flaws) {
    String all = "secret: " + String.join(", ", secrets);
    Optional<String> example =
        subject
            .files()
            .read(ConnectorFiles.ENVIRONMENT)
            .map(content -> new String(content, StandardCharsets.UTF_8));
    if (example.isEmpty() && !subject.files().environmentExpected()) {
      return all + "; .env.example is written from this when the connector is added";
    }
    for (String variable : subject.secretVariables()) {
      if (!names(example.orElse(""), variable)) {
        flaws.add(
            new Flaw(
                subject.files().shown(ConnectorFiles.ENVIRONMENT),
                example.isEmpty() ? "is missing" : "does not name " + variable,
                "write the line " + variable + "="));
      }
    }
    return all + "; .env.example names them";
  }

  private static boolean names(String example, String variable) {
    return Pattern.compile("(?m)^[ \\t#]*(export[ \\t]+)?" + Pattern.quote(variable) + "[ \\t]*=")
        .matcher(example)
        .find();
  }
}
