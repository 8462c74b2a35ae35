package dev.connector.registry.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.connector.registry.naming.NamedRegistry.Scope;
import dev.connector.registry.source.Location;
import dev.connector.registry.workspace.Settings;
import dev.connector.registry.workspace.change.Plan;
import dev.connector.registry.workspace.change.ProjectTree;
import dev.connector.spec.ConnectorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamedRegistriesTest {

  private static final String URL = "https://git.acme.com/connectors.git";

  @TempDir private Path temporary;
  private Path project;
  private UserFile user;

  @BeforeEach
  void create() throws IOException {
    project = Files.createDirectory(temporary.resolve("shop"));
    user = UserFile.in(temporary.resolve("config"));
  }

  @Test
  void whatOnlyTheProjectNamesIsNotTrusted() {
    name("@acme", URL);

    ConnectorException failure = failure("@acme");

    assertThat(failure.kind()).isEqualTo(ConnectorException.Kind.USAGE);
    assertThat(failure)
        .hasMessage(
            "the project's .connectors/config.json names @acme as "
                + URL
                + ", which you have not trusted yet");
    assertThat(failure.hint()).endsWith("--trust, or: connector registry add @acme " + URL);
    assertThat(named().all()).extracting(NamedRegistry::trusted).containsExactly(false);
  }

  @Test
  void trustOnceGivenIsKeptForTheUser() {
    name("@acme", URL);

    assertThat(named().trust("@acme", user)).isPresent();

    assertThat(named().locate("@acme").display()).isEqualTo(URL);
    assertThat(named().trust("@acme", user)).as("nothing new").isEmpty();
  }

  @Test
  void anotherAddressIsNotTrustedButAnotherVersionIs() {
    name("@acme", URL);
    named().trust("@acme", user);

    name("@acme", URL + "#@v2");
    assertThat(named().locate("@acme").display()).isEqualTo(URL + "#@v2");

    name("@acme", "https://git.acme.org/connectors.git");
    assertThat(failure("@acme")).hasMessageContaining("acme.org").hasMessageContaining("trusted");
    name("@other", URL);
    assertThat(failure("@other")).as("another name").hasMessageContaining("trusted");
  }

  @Test
  void trustCanBeTakenBack() {
    name("@acme", URL);
    named().trust("@acme", user);

    named().distrust("@acme", user);

    assertThat(failure("@acme")).hasMessageContaining("trusted");
    assertThat(user.read()).isEqualTo(UserRegistries.none());
  }

  @Test
  void theUsersOwnNamesAreTrustedEverywhereAndWhatTheProjectNamesAlikeIsNot() {
    user.update(it -> it.with("@acme", URL).with("@own", "/srv/registry"));
    assertThat(named().locate("@acme").display()).isEqualTo(URL);
    assertThat(named().locate("@own")).isEqualTo(new Location.Folder(Path.of("/srv/registry")));

    name("@acme", URL);
    assertThat(named().locate("@acme").display()).as("the same").isEqualTo(URL);
    name("@acme", "https://git.acme.org/connectors.git");
    assertThat(failure("@acme")).hasMessageContaining("acme.org");
    assertThat(named().all())
        .extracting(NamedRegistry::name, NamedRegistry::scope)
        .containsExactly(tuple("@acme", Scope.PROJECT), tuple("@own", Scope.USER));
  }

  @Test
  void aFolderCountsFromTheProjectAndIsTrustedThereAlone() {
    name("@local", "../registry");
    named().trust("@local", user);

    assertThat(named().locate("@local"))
        .isEqualTo(new Location.Folder(temporary.resolve("registry")));
    assertThat(user.read().trusts("@local", temporary.resolve("registry").toString())).isTrue();
  }

  @Test
  void namesThatAreUnknownSayWhatToDo() {
    user.update(it -> it.with("@acme", URL));

    assertThat(failure("@acm").hint()).isEqualTo("did you mean @acme?");
    assertThat(failure("@billing").hint())
        .isEqualTo("name it first: connector registry add @billing <git URL>");
  }

  @Test
  void credentialsInTheProjectsFileAreRefusedAndNotShown() {
    for (String secret :
        new String[] {
          "https://user:hidden-4711@git.acme.com/c.git",
          "https://hidden-4711@git.acme.com/c.git",
          "ssh://git:hidden-4711@git.acme.com/c.git"
        }) {
      name("@acme", secret);

      assertThat(failure("@acme"))
          .hasMessage(
              "@acme in .connectors/config.json: the address of git.acme.com holds credentials,"
                  + " which are never kept");
      assertThat(failure("@acme").hint()).contains("CONNECTOR_TOKEN_GIT_ACME_COM");
      NamedRegistry listed = named().all().get(0);
      assertThat(listed.toString()).doesNotContain("hidden-4711");
      assertThat(listed.problem()).isPresent();
      assertThat(listed.trusted()).isFalse();
    }
  }

  @Test
  void whatIsNoAddressIsListedWithItsProblem() {
    for (String wrong : new String[] {"default", "@other", "", "http://git.acme.com/c.git", "x"}) {
      name("@acme", wrong);

      assertThat(named().all().get(0).problem()).as(wrong).isPresent();
      assertThat(failure("@acme").kind()).isEqualTo(ConnectorException.Kind.USAGE);
    }
    name("@acme", URL);
    name("acme", URL);
    assertThat(named().all().get(1).problem()).contains("a registry's name begins with @");
  }

  @Test
  void aPlanNamesAndForgetsARegistryAndKeepsTheRest() throws IOException {
    Files.createDirectory(project.resolve(".connectors"));
    Files.writeString(
        project.resolve(Settings.PATH), "{ \"format\": 1, \"package\": \"com.acme.shop\" }\n");
    ProjectTree tree = ProjectTree.at(project);
    byte[] before = Files.readAllBytes(project.resolve(Settings.PATH));

    tree.apply(new NamingPlanner(tree).add("@acme", URL));
    assertThat(Settings.read(project).basePackage()).contains("com.acme.shop");
    assertThat(Settings.read(project).registries()).containsEntry("@acme", URL);
    assertThat(new NamingPlanner(tree).add("@acme", URL).isEmpty()).isTrue();

    Plan removal = new NamingPlanner(tree).remove("@acme");
    assertThat(removal.title()).isEqualTo("registry remove @acme");
    tree.apply(removal);
    assertThat(Settings.read(project)).isEqualTo(Settings.parse(before));
    assertThat(new NamingPlanner(tree).remove("@acme").isEmpty()).isTrue();
  }

  @Test
  void aUsersFileThatCannotBeReadIsNamedAndStays() throws IOException {
    Files.createDirectories(user.path().getParent());
    Files.writeString(user.path(), "{ \"format\": 1, ");

    ConnectorException failure =
        catchThrowableOfType(
            ConnectorException.class, () -> user.update(it -> it.with("@acme", URL)));

    assertThat(failure).hasMessageContaining(user.path().toString());
    assertThat(user.path()).hasContent("{ \"format\": 1, ");
  }

  @Test
  void aUsersFileThatIsALinkStaysOne() throws IOException {
    Path kept = Files.writeString(temporary.resolve("kept.json"), "{ \"format\": 1 }");
    Files.createDirectories(user.path().getParent());
    Files.createSymbolicLink(user.path(), kept);

    user.update(it -> it.with("@acme", URL));

    assertThat(user.path()).isSymbolicLink();
    assertThat(kept).content().contains(URL);
    assertThat(user.path().getParent().toFile().list()).hasSize(2);
  }

  private void name(String name, String address) {
    ProjectTree tree = ProjectTree.at(project);
    tree.apply(new NamingPlanner(tree).add(name, address));
  }

  private NamedRegistries named() {
    return NamedRegistries.in(project, user);
  }

  private ConnectorException failure(String name) {
    ConnectorException failure =
        catchThrowableOfType(ConnectorException.class, () -> named().locate(name));
    assertThat(failure).isNotNull();
    return failure;
  }
}
