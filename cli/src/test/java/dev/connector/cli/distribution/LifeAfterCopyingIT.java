package dev.connector.cli.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.connector.registry.contribute.forge.ForgeDouble;
import dev.connector.registry.source.GitHttpBackend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole way: a team edits what it copied, takes what is new, and gives back what it improved,
 * by git's own server and a forge's API.
 */
@DisabledOnOs(OS.WINDOWS)
class LifeAfterCopyingIT {

  private static final String NAME = "frankfurter";
  private static final String SERVICE = "Frankfurter.java";
  private static final String ADAPTER = "FrankfurterConnector.java";
  private static final String RECORD = "Rates.java";
  private static final String ABOUT = "for whoever does not know its types. */";
  private static final String BRANCH = "connector/frankfurter";

  @TempDir Path temporary;
  private Path launcher;
  private Path upstream;
  private Path served;
  private GitHttpBackend git;
  private ForgeDouble forge;

  @BeforeEach
  void serveARegistry() throws Exception {
    assumeTrue(GitHttpBackend.available());
    launcher = Release.unpack(temporary.resolve("release"));
    upstream = temporary.resolve("upstream");
    copy(Path.of("../registry/connectors/frankfurter"), upstream.resolve("connectors/" + NAME));
    in(upstream).run("git", "init", "-q", "-b", "main").succeeded();
    commit("The registry");
    served = temporary.resolve("served/acme/connectors.git");
    in(temporary).run("git", "clone", "-q", "--bare", upstream, served).succeeded();
    in(served).run("git", "config", "http.receivepack", "true").succeeded();
    in(upstream).run("git", "remote", "add", "origin", served).succeeded();
    git = GitHttpBackend.of(served.getParent().getParent()).requiring("token", ForgeDouble.TOKEN);
    forge =
        new ForgeDouble(Map.of("Authorization", "Bearer " + ForgeDouble.TOKEN))
            .serving(git.url("").replaceFirst("/$", ""));
  }

  @AfterEach
  void stop() {
    if (forge != null) {
      forge.close();
      git.close();
    }
  }

  @Test
  void whatATeamImprovesReachesTheNextTeam() throws Exception {
    Path project = Files.createDirectories(temporary.resolve("first"));
    in(project).run(launcher, "add", address(), "--yes").succeeded();

    // Three files are edited here, two of them and one other there.
    Path source = project.resolve("src/main/java/com/example/first/connectors/" + NAME);
    append(source.resolve(SERVICE), "// Ours, at the end.\n");
    replace(source.resolve(ADAPTER), ABOUT, "for our team. */");
    append(project.resolve(".connectors/" + NAME + "/README.md"), "\nOurs.\n");
    Path theirs =
        upstream
            .resolve("connectors/frankfurter/java/src/main/java/dev/connector/connectors")
            .resolve(NAME);
    Files.writeString(
        theirs.resolve(SERVICE), "// Theirs, above.\n" + Files.readString(theirs.resolve(SERVICE)));
    replace(theirs.resolve(ADAPTER), ABOUT, "for all. */");
    append(theirs.resolve(RECORD), "// Theirs, at the end.\n");
    commit("What is new");
    in(upstream).run("git", "push", "-q", "origin", "main").succeeded();

    // Both come together, but for one line.
    Shell.Ended update = in(project).run(launcher, "update", NAME);
    assertThat(update.exitCode()).as(update.output() + update.error()).isEqualTo(3);
    assertThat(update.output()).contains("Overlaps for you to resolve").contains(ADAPTER);
    assertThat(Files.readString(source.resolve(SERVICE)))
        .startsWith("// Theirs, above.\n")
        .endsWith("// Ours, at the end.\n");
    assertThat(Files.readString(source.resolve(RECORD))).endsWith("// Theirs, at the end.\n");
    assertThat(in(project).run(launcher, "update", "--continue").exitCode()).isEqualTo(3);
    String marked = Files.readString(source.resolve(ADAPTER));
    Files.writeString(
        source.resolve(ADAPTER),
        marked.replaceAll("(?s)<<<<<<< yours\n(.*?)=======\n.*?>>>>>>> [^\n]*\n", "$1"));
    in(project).run(launcher, "update", "--continue").succeeded();

    // Its tests and the rules are part of what is held before anything is sent.
    forge
        .expect(
            "GET /api/v3/repos/acme/connectors",
            "",
            200,
            "{'full_name': 'acme/connectors', 'permissions': {'push': true}}")
        .expect(
            "GET /api/v3/repos/acme/connectors/pulls?state=open&head=acme%3Aconnector%2Ffrankfurter"
                + "&base=main",
            "", 200, "[]")
        .expect(
            "POST /api/v3/repos/acme/connectors/pulls",
            "*",
            201,
            "{'number': 7, 'html_url': 'https://forge.example/acme/connectors/pull/7'}");
    Shell.Ended contributed =
        in(project).run(launcher, "contribute", NAME, "--yes", "--forge", "github").succeeded();
    assertThat(contributed.output()).contains("https://forge.example/acme/connectors/pull/7");
    assertThat(contributed.output() + contributed.error()).doesNotContain(ForgeDouble.TOKEN);
    assertThat(forge.bodies()).last().asString().contains(ADAPTER, "Conformance", "passed", BRANCH);

    // What is merged there is what the next project gets.
    in(upstream).run("git", "fetch", "-q", "origin", BRANCH).succeeded();
    in(upstream).run("git", "merge", "-q", "--no-ff", "-m", "Merge it", "FETCH_HEAD").succeeded();
    in(upstream).run("git", "push", "-q", "origin", "main").succeeded();
    Path second = Files.createDirectories(temporary.resolve("second"));
    in(second).run(launcher, "add", address(), "--yes").succeeded();
    Path copied = second.resolve("src/main/java/com/example/second/connectors/" + NAME);
    for (String file : new String[] {SERVICE, ADAPTER, RECORD}) {
      assertThat(Files.readString(copied.resolve(file)))
          .isEqualTo(
              Files.readString(source.resolve(file)).replace("example.first", "example.second"));
    }
    assertThat(in(project).run(launcher, "update", NAME).succeeded().output())
        .contains("frankfurter");
  }

  private String address() {
    return forge.url("/acme/connectors.git") + "#" + NAME;
  }

  private Shell in(Path folder) {
    return Shell.in(folder)
        .with("CONNECTOR_CACHE", temporary.resolve("cache").toString())
        .with("CONNECTOR_CONFIG", temporary.resolve("config").toString())
        .with("CONNECTOR_TOKEN_LOCALHOST", ForgeDouble.TOKEN)
        .with("GIT_CONFIG_GLOBAL", "/dev/null")
        .with("GIT_AUTHOR_NAME", "Author")
        .with("GIT_AUTHOR_EMAIL", "author@example.com")
        .with("GIT_COMMITTER_NAME", "Author")
        .with("GIT_COMMITTER_EMAIL", "author@example.com");
  }

  private void commit(String message) throws Exception {
    in(upstream).run("git", "add", "-A").succeeded();
    in(upstream).run("git", "commit", "-q", "-m", message).succeeded();
  }

  private static void append(Path file, String text) throws IOException {
    Files.writeString(file, Files.readString(file) + text);
  }

  private static void replace(Path file, String from, String to) throws IOException {
    String content = Files.readString(file);
    assertThat(content).contains(from);
    Files.writeString(file, content.replace(from, to));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> tree = Files.walk(from)) {
      for (Path path : tree.toList()) {
        Path place = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(place);
        } else {
          Files.copy(path, place);
        }
      }
    }
  }
}
