package dev.connector.cli.agent.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connector.cli.acceptance.Schemas;
import dev.connector.cli.agent.model.ModelServer;
import dev.connector.cli.agent.world.Harbor;
import dev.connector.spec.definition.reader.ConnectorFolder;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentRunTest {

  @TempDir Path root;

  @Test
  void a_proposal_that_holds_is_written_and_reads_the_real_api() throws IOException {
    try (Harbor harbor = Harbor.start(0);
        AgentDesk desk =
            new AgentDesk(
                root,
                ModelServer.scripted(
                    AgentDesk.proposal(harbor.shelf().solution()), AgentDesk.approval()))) {
      AgentDesk.Said said =
          desk.agent("harbor", "--docs", harbor.documentation().toString(), "--yes", "--json");
      assertThat(said.exitCode()).as(said.error()).isZero();
      new Schemas().check("agent", said.output());
      ConnectorFolder written = ConnectorFolder.read(desk.folder().resolve(".connectors/harbor"));
      assertThat(harbor.score(written.definition()).wrong()).isEmpty();
      assertThat(harbor.liveCheck(written)).isEmpty();
    }
  }
}
