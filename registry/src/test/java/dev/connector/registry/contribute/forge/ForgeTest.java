package dev.connector.registry.contribute.forge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connector.registry.contribute.forge.Forge.Head;
import dev.connector.registry.contribute.forge.Forge.Proposed;
import dev.connector.registry.contribute.forge.Forge.Text;
import dev.connector.registry.source.GitSettings;
import dev.connector.registry.source.GitUrl;
import dev.connector.registry.source.Progress;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForgeTest {

  private static final String BRANCH = "connector/billing";
  private static final Text TEXT = new Text("Improve billing", "All of it.", false);
  private static final Text DRAFT = new Text("Improve billing", "All of it.", true);

  private static final Map<String, String> GITHUB =
      Map.of(
          "Accept", "application/vnd.github+json",
          "Authorization", "Bearer " + ForgeDouble.TOKEN,
          "X-GitHub-Api-Version", "2022-11-28",
          "User-Agent", "connector");
  private static final Map<String, String> GITLAB =
      Map.of("Authorization", "Bearer " + ForgeDouble.TOKEN);
  private static final Map<String, String> GITEA =
      Map.of("Authorization", "token " + ForgeDouble.TOKEN);

  @TempDir Path cache;

  @Test
  void onGitHubWhoMayPushOpensAPullRequestFromABranch() throws IOException {
    try (ForgeDouble forge = new ForgeDouble(GITHUB)) {
      forge
          .expect(
              "GET /api/v3/repos/acme/connectors",
              "",
              200,
              "{'full_name': 'acme/connectors', 'permissions': {'push': true}}")
          .expect(
              "GET /api/v3/repos/acme/connectors/pulls"
                  + "?state=open&head=acme%3Aconnector%2Fbilling&base=main",
              "", 200, "[]")
          .expect(
              "POST /api/v3/repos/acme/connectors/pulls",
              "{'title': 'Improve billing', 'body': 'All of it.', 'head': 'connector/billing',"
                  + " 'base': 'main', 'draft': true}",
              201,
              "{'number': 7, 'html_url': 'https://github.example/pull/7'}");
      Forge github = forge.open(ForgeKind.GITHUB, "/acme/connectors.git", cache);
      Head head = github.head();
      assertThat(head.fork()).isFalse();
      assertThat(head.url()).hasToString(forge.url("/acme/connectors.git"));
      assertThat(github.propose(head, BRANCH, "main", DRAFT))
          .isEqualTo(new Proposed("https://github.example/pull/7", true));
    }
  }

  @Test
  void onGitHubOthersForkAndWaitForItAndASecondRunUpdatesTheSame() throws IOException {
    try (ForgeDouble forge = new ForgeDouble(GITHUB)) {
      String fork =
          "{'full_name': 'zoe/connectors', 'clone_url': '"
              + forge.url("/zoe/connectors.git")
              + "'}";
      forge
          .expect(
              "GET /api/v3/repos/acme/connectors",
              "",
              200,
              "{'full_name': 'acme/connectors', 'permissions': {'push': false, 'pull': true}}")
          .expect("POST /api/v3/repos/acme/connectors/forks", "{}", 202, fork)
          .expect("GET /api/v3/repos/zoe/connectors", "", 200, fork)
          .expect(
              "GET /api/v3/repos/acme/connectors/pulls"
                  + "?state=open&head=zoe%3Aconnector%2Fbilling&base=main",
              "", 200, "[]")
          .expect(
              "POST /api/v3/repos/acme/connectors/pulls",
              "{'title': 'Improve billing', 'body': 'All of it.', 'head': 'zoe:connector/billing',"
                  + " 'base': 'main', 'draft': false, 'maintainer_can_modify': true}",
              201,
              "{'number': 8, 'html_url': 'https://github.example/pull/8'}")
          .expect(
              "GET /api/v3/repos/acme/connectors/pulls"
                  + "?state=open&head=zoe%3Aconnector%2Fbilling&base=main",
              "", 200, "[{'number': 8}]")
          .expect(
              "PATCH /api/v3/repos/acme/connectors/pulls/8",
              "{'title': 'Improve billing', 'body': 'All of it.'}",
              200,
              "{'number': 8, 'html_url': 'https://github.example/pull/8'}");
      Forge github = forge.open(ForgeKind.GITHUB, "/acme/connectors.git", cache);
      Head head = github.head();
      assertThat(head.url()).hasToString(forge.url("/zoe/connectors.git"));
      assertThat(github.propose(head, BRANCH, "main", TEXT).fresh()).isTrue();
      assertThat(github.propose(head, BRANCH, "main", TEXT))
          .isEqualTo(new Proposed("https://github.example/pull/8", false));
    }
  }

  @Test
  void onGitLabProjectsOfGroupsAreForkedOnceAndMergeRequestsAreDraftsByTheirTitle()
      throws IOException {
    try (ForgeDouble forge = new ForgeDouble(GITLAB)) {
      String project =
          "{'id': 5, 'path_with_namespace': 'acme/data/connectors', 'permissions':"
              + " {'project_access': null, 'group_access': {'access_level': 20}}}";
      String fork =
          "{'id': 9, 'path_with_namespace': 'zoe/connectors', 'import_status': 'finished',"
              + " 'http_url_to_repo': '"
              + forge.url("/zoe/connectors.git")
              + "'}";
      String place = "/api/v4/projects/acme%2Fdata%2Fconnectors";
      String query = "?state=opened&source_branch=connector%2Fbilling&target_branch=main";
      forge
          .expect("GET " + place, "", 200, project)
          .expect("POST " + place + "/fork", "{}", 409, "{'message': ['has already been taken']}")
          .expect("GET " + place + "/forks?owned=true", "", 200, "[" + fork + "]")
          .expect("GET /api/v4/projects/9", "", 200, fork)
          .expect(
              "GET " + place + "/merge_requests" + query,
              "",
              200,
              "[{'iid': 2, 'source_project_id': 77, 'title': 'of somebody else'}]")
          .expect("GET " + place, "", 200, project)
          .expect(
              "POST /api/v4/projects/9/merge_requests",
              "{'description': 'All of it.', 'title': 'Draft: Improve billing', 'source_branch':"
                  + " 'connector/billing', 'target_branch': 'main', 'target_project_id': 5,"
                  + " 'allow_collaboration': true}",
              201,
              "{'iid': 3, 'web_url': 'https://gitlab.example/3'}")
          .expect(
              "GET " + place + "/merge_requests" + query,
              "",
              200,
              "[{'iid': 3, 'source_project_id': 9, 'title': 'Draft: Improve billing'}]")
          .expect(
              "PUT " + place + "/merge_requests/3",
              "{'description': 'All of it.', 'title': 'Draft: Improve billing'}",
              200,
              "{'iid': 3, 'web_url': 'https://gitlab.example/3'}");
      Forge gitlab = forge.open(ForgeKind.GITLAB, "/acme/data/connectors.git", cache);
      Head head = gitlab.head();
      assertThat(gitlab.propose(head, BRANCH, "main", DRAFT).fresh()).isTrue();
      assertThat(gitlab.propose(head, BRANCH, "main", TEXT))
          .isEqualTo(new Proposed("https://gitlab.example/3", false));
    }
  }

  @Test
  void onGitLabADeveloperOpensAMergeRequestFromABranch() throws IOException {
    try (ForgeDouble forge = new ForgeDouble(GITLAB)) {
      String place = "/api/v4/projects/acme%2Fconnectors";
      forge
          .expect(
              "GET " + place,
              "",
              200,
              "{'id': 5, 'path_with_namespace': 'acme/connectors', 'permissions':"
                  + " {'project_access': {'access_level': 30}, 'group_access': null}}")
          .expect(
              "GET "
                  + place
                  + "/merge_requests"
                  + "?state=opened&source_branch=connector%2Fbilling&target_branch=main",
              "",
              200,
              "[]")
          .expect(
              "POST /api/v4/projects/5/merge_requests",
              "{'description': 'All of it.', 'title': 'Improve billing', 'source_branch':"
                  + " 'connector/billing', 'target_branch': 'main'}",
              201,
              "{'iid': 3, 'web_url': 'https://gitlab.example/3'}");
      Forge gitlab = forge.open(ForgeKind.GITLAB, "/acme/connectors", cache);
      assertThat(gitlab.propose(gitlab.head(), BRANCH, "main", TEXT).address())
          .isEqualTo("https://gitlab.example/3");
    }
  }

  @Test
  void onGiteaAnEarlierForkIsFoundAndTheOpenPullRequestOnALaterPage() throws IOException {
    try (ForgeDouble forge = new ForgeDouble(GITEA)) {
      String place = "/api/v1/repos/acme/connectors";
      String fork =
          "{'full_name': 'zoe/connectors', 'permissions': {'admin': true}, 'clone_url': '"
              + forge.url("/zoe/connectors.git")
              + "'}";
      String mine =
          "{'number': 4, 'title': 'Improve billing', 'base': {'ref': 'main'}, 'head':"
              + " {'ref': 'connector/billing', 'repo': {'full_name': '%s/connectors'}}}";
      forge
          .expect(
              "GET " + place,
              "",
              200,
              "{'full_name': 'acme/connectors', 'permissions': {'push': false}}")
          .expect(
              "GET " + place + "/forks?limit=50&page=1",
              "",
              200,
              "[{'full_name': 'eve/connectors', 'permissions': {'admin': false, 'pull': true}}]")
          .expect("GET " + place + "/forks?limit=50&page=2", "", 200, "[" + fork + "]")
          .expect("GET /api/v1/repos/zoe/connectors", "", 200, fork)
          .expect("GET " + place + "/pulls?state=open&limit=50&page=1", "", 200, "[]")
          .expect(
              "POST " + place + "/pulls",
              "{'body': 'All of it.', 'title': 'WIP: Improve billing',"
                  + " 'head': 'zoe:connector/billing', 'base': 'main'}",
              201,
              "{'number': 4, 'html_url': 'https://gitea.example/4'}")
          .expect(
              "GET " + place + "/pulls?state=open&limit=50&page=1",
              "",
              200,
              "[" + mine.formatted("eve") + "]")
          .expect(
              "GET " + place + "/pulls?state=open&limit=50&page=2",
              "",
              200,
              "[" + mine.formatted("zoe") + "]")
          .expect(
              "PATCH " + place + "/pulls/4",
              "{'body': 'All of it.', 'title': 'Improve billing'}",
              201,
              "{'number': 4, 'html_url': 'https://gitea.example/4'}");
      Forge gitea = forge.open(ForgeKind.GITEA, "/acme/connectors.git", cache);
      Head head = gitea.head();
      assertThat(gitea.propose(head, BRANCH, "main", DRAFT).fresh()).isTrue();
      assertThat(gitea.propose(head, BRANCH, "main", TEXT))
          .isEqualTo(new Proposed("https://gitea.example/4", false));
    }
  }

  @Test
  void onGiteaAForkIsMadeWhereThereIsNone() throws IOException {
    try (ForgeDouble forge = new ForgeDouble(GITEA)) {
      String place = "/api/v1/repos/acme/connectors";
      String fork =
          "{'full_name': 'zoe/connectors', 'clone_url': '"
              + forge.url("/zoe/connectors.git")
              + "'}";
      forge
          .expect("GET " + place, "", 200, "{'permissions': {'push': false}}")
          .expect("GET " + place + "/forks?limit=50&page=1", "", 200, "[]")
          .expect("POST " + place + "/forks", "{}", 202, fork)
          .expect("GET /api/v1/repos/zoe/connectors", "", 200, fork);
      Head head = forge.open(ForgeKind.GITEA, "/acme/connectors.git", cache).head();
      assertThat(head.labelled(BRANCH)).isEqualTo("zoe:connector/billing");
    }
  }

  @Test
  void aRefusedTokenIsToldWithoutTheToken() throws IOException {
    try (ForgeDouble forge = new ForgeDouble(GITHUB)) {
      forge.expect(
          "GET /api/v3/repos/acme/connectors",
          "",
          401,
          "{'message': 'Bad credentials: " + ForgeDouble.TOKEN + "\\u001b[31m'}");
      Forge github = forge.open(ForgeKind.GITHUB, "/acme/connectors.git", cache);
      assertThatThrownBy(github::head)
          .isInstanceOfSatisfying(
              ConnectorException.class,
              failure -> {
                assertThat(failure.kind()).isEqualTo(Kind.AUTHENTICATION);
                assertThat(failure)
                    .hasMessage("localhost refuses the token: Bad credentials: *** [31m");
                assertThat(failure.hint()).contains("CONNECTOR_TOKEN_LOCALHOST");
              });
    }
  }

  @Test
  void aRedirectIsNotFollowedAndARefusalIsTold() throws IOException {
    try (ForgeDouble forge = new ForgeDouble(GITHUB)) {
      forge
          .expect("GET /api/v3/repos/acme/connectors", "", 301, "{'message': 'Moved Permanently'}")
          .expect(
              "GET /api/v3/repos/acme/connectors",
              "",
              200,
              "{'full_name': 'acme/connectors', 'permissions': {'push': true}}")
          .expect(
              "GET /api/v3/repos/acme/connectors/pulls"
                  + "?state=open&head=acme%3Aconnector%2Fbilling&base=main",
              "", 422, "{'message': 'Validation Failed', 'errors': [{'code': 'invalid'}]}");
      Forge github = forge.open(ForgeKind.GITHUB, "/acme/connectors.git", cache);
      assertThatThrownBy(github::head).hasMessage("localhost answered 301: Moved Permanently");
      Head head = github.head();
      assertThatThrownBy(() -> github.propose(head, BRANCH, "main", TEXT))
          .hasMessage("localhost answered 422: Validation Failed: [{\"code\":\"invalid\"}]");
    }
  }

  @Test
  void aForkOnAnotherHostIsNotPushedTo() throws IOException {
    try (ForgeDouble forge = new ForgeDouble(GITHUB)) {
      String fork = "{'full_name': 'zoe/c', 'clone_url': 'https://evil.example/zoe/c.git'}";
      forge
          .expect("GET /api/v3/repos/acme/c", "", 200, "{'permissions': {'push': false}}")
          .expect("POST /api/v3/repos/acme/c/forks", "{}", 202, fork)
          .expect("GET /api/v3/repos/zoe/c", "", 200, fork);
      Forge github = forge.open(ForgeKind.GITHUB, "/acme/c.git", cache);
      assertThatThrownBy(github::head)
          .isInstanceOfSatisfying(
              ConnectorException.class,
              failure -> assertThat(failure.kind()).isEqualTo(Kind.INTEGRITY));
    }
  }

  @Test
  void aForgeThatIsNotThereAndATokenThatIsMissingAreTold() throws IOException {
    int port;
    try (ServerSocket taken = new ServerSocket(0)) {
      port = taken.getLocalPort();
    }
    GitUrl url = GitUrl.parse("http://localhost:" + port + "/acme/connectors.git");
    GitSettings settings = GitSettings.in(cache, Progress.none());
    assertThatThrownBy(() -> ForgeKind.GITLAB.open(url, settings))
        .isInstanceOfSatisfying(
            ConnectorException.class,
            failure -> assertThat(failure.kind()).isEqualTo(Kind.AUTHENTICATION));
    Forge forge =
        ForgeKind.GITLAB.open(
            url, settings.withTokens(Map.of("CONNECTOR_TOKEN_LOCALHOST", ForgeDouble.TOKEN)));
    assertThatThrownBy(forge::head)
        .isInstanceOfSatisfying(
            ConnectorException.class,
            failure -> assertThat(failure.kind()).isEqualTo(Kind.NETWORK));
  }

  @Test
  void theForgeIsToldByTheHostAndUrlsOfEveryKindLeadToIt() {
    assertThat(ForgeKind.of(GitUrl.parse("git@github.com:acme/c.git"))).contains(ForgeKind.GITHUB);
    assertThat(ForgeKind.of(GitUrl.parse("https://gitlab.com/a/b/c"))).contains(ForgeKind.GITLAB);
    assertThat(ForgeKind.of(GitUrl.parse("https://codeberg.org/a/c"))).contains(ForgeKind.GITEA);
    assertThat(ForgeKind.of(GitUrl.parse("https://git.acme.com/a/c"))).isEmpty();
    assertThat(RepositoryPath.web(GitUrl.parse("git@git.acme.com:acme/c.git")))
        .hasToString("https://git.acme.com/acme/c");
    assertThat(RepositoryPath.web(GitUrl.parse("ssh://git@git.acme.com:2222/acme/c.git")))
        .hasToString("https://git.acme.com/acme/c");
    assertThat(RepositoryPath.origin(GitUrl.parse("https://git.acme.com:8443/acme/c.git")))
        .isEqualTo("https://git.acme.com:8443");
  }
}
