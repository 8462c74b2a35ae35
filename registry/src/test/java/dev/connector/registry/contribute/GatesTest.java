package dev.connector.registry.contribute;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatesTest {

  private static final String CLIENT = "src/main/java/com/acme/app/connectors/billing/Client.java";

  @TempDir Path root;
  private UserProject project;

  @BeforeEach
  void addAConnector() {
    project = UserProject.in(root).add(UserProject.item(UserProject.billing()), "com.acme.app");
  }

  @Test
  void allIsInOrderWhereNothingIsWrong() {
    project.edit(CLIENT, "return 10;", "return com.acme.app.connectors.runtime.Limits.TEN;");
    assertThat(gates(Map.of("BILLING_TOKEN", "t0ken-0f-mine"))).hasSize(5).allMatch(Gate::passed);
  }

  @Test
  void filesThatAreNoPartOfAConnectorAreNamed() {
    project.write(".connectors/billing/notes.txt", "mine\n");
    assertThat(failing()).containsExactly("files are where a connector has them");
    assertThat(gates(Map.of()).get(1).problems().get(0)).contains("notes.txt");
  }

  @Test
  void aLicenceHasToBeThereAndSaySomething() {
    project.write(".connectors/billing/LICENSE", " \n");
    assertThat(failing()).containsExactly("licence");
  }

  @Test
  void theUsersOwnSecretsAreFoundWhereverTheyStandAndNeverShown() {
    project.write(".connectors/billing/README.md", "Log in with t0ken-0f-mine, eu.\n");
    Gate gate = gates(Map.of("BILLING_TOKEN", "t0ken-0f-mine", "BILLING_REGION", "eu")).get(3);
    assertThat(gate.problems()).containsExactly("README.md: holds the value of BILLING_TOKEN");
    assertThat(gate.toString()).doesNotContain("t0ken-0f-mine");
  }

  @Test
  void codeOfTheUsersProjectIsNotForOthers() {
    project.edit(CLIENT, "return 10;", "return com.acme.app.Limits.TEN;");
    assertThat(failing()).containsExactly("stands on nothing of your project");
  }

  private List<String> failing() {
    return gates(Map.of()).stream().filter(gate -> !gate.passed()).map(Gate::title).toList();
  }

  private List<Gate> gates(Map<String, String> secrets) {
    Contribution contribution = project.contribution(UserProject.item(UserProject.billing()));
    return Gates.of(contribution, project.entry("billing"), secrets);
  }
}
