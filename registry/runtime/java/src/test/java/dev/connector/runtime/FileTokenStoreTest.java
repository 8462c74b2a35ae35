package dev.connector.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connector.runtime.auth.Token;
import dev.connector.runtime.auth.TokenStore;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.Patience;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTokenStoreTest {

  private static final Token TOKEN =
      new Token("access-1", Optional.of("refresh-1"), Optional.of(Instant.EPOCH));

  @TempDir Path folder;

  @Test
  void auth2_aTokenSurvivesTheProcess() {
    Path file = folder.resolve("new/tokens.json");
    assertThat(TokenStore.file(file).load()).isEmpty();
    TokenStore.file(file).save(TOKEN);
    assertThat(TokenStore.file(file).load()).hasValue(TOKEN);
    TokenStore.file(file).save(Token.of("access-2"));
    assertThat(TokenStore.file(file).load()).hasValue(Token.of("access-2"));
  }

  @Test
  void auth2_onlyTheOwnerCanReadTheFileEvenIfOthersCouldBefore() throws Exception {
    Assumptions.assumeTrue(
        FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    Path file = Files.writeString(folder.resolve("tokens.json"), "{}");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    TokenStore.file(file).save(TOKEN);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void auth2_aReaderSeesTheOldTokenOrTheNewOneAndNothingBetween() throws Exception {
    TokenStore store = TokenStore.file(folder.resolve("tokens.json"));
    TokenStore sameFile = TokenStore.file(folder.resolve("tokens.json"));
    store.save(TOKEN);
    AtomicBoolean done = new AtomicBoolean();
    Thread writer =
        new Thread(
            () -> {
              for (int i = 0; i < 200; i++) {
                store.save(Token.of("x".repeat(i * 50 + 1)));
              }
              done.set(true);
            });
    writer.start();
    while (!done.get()) {
      assertThat(sameFile.load()).isPresent();
    }
    writer.join();
    try (var files = Files.list(folder)) {
      assertThat(files).as("no temporary file is left").hasSize(1);
    }
  }

  @Test
  void auth2_aFileThatCannotBeReadIsReportedWithoutItsContent() throws Exception {
    Path file = Files.writeString(folder.resolve("tokens.json"), "{\"accessToken\": s3cret");
    assertThatThrownBy(() -> TokenStore.file(file).load())
        .isInstanceOf(ApiException.class)
        .hasMessageContaining("tokens.json")
        .hasStackTraceContaining("tokens.json")
        .satisfies(it -> assertThat(it.getMessage() + it.getCause()).doesNotContain("s3cret"));
  }

  @Test
  void auth2_aFileThatOthersCanReadIsRefusedWithTheCommandThatMendsIt() throws Exception {
    Assumptions.assumeTrue(
        FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    Path file = folder.resolve("tokens.json");
    TokenStore.file(file).save(TOKEN);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> TokenStore.file(file).load())
        .isInstanceOf(ApiException.class)
        .hasMessageContaining("chmod 600 " + file);
  }

  @Test
  void auth2_aFolderThatIsMadeForTheFileIsItsOwnersAlone() throws Exception {
    Assumptions.assumeTrue(
        FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    TokenStore.file(folder.resolve("new/tokens.json")).save(TOKEN);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("new"))))
        .isEqualTo("rwx------");
  }

  @Test
  void auth4_aTokenOfOneAudienceIsNotGivenToAnother() {
    Path file = folder.resolve("tokens.json");
    TokenStore.file(file, "client a at https://one.example.com").save(TOKEN);
    TokenStore.file(file).save(Token.of("access-2")); // whoever does not know it leaves it there
    assertThat(TokenStore.file(file, "client a at https://one.example.com").load()).isPresent();
    assertThatThrownBy(() -> TokenStore.file(file, "client a at https://two.example.com").load())
        .isInstanceOf(ApiException.class)
        .hasMessageContaining("for another client or another server")
        .hasMessageNotContaining("access-2");
  }

  @Test
  void auth2_threadsThatRenewTheSameFileTakeTurns() throws Exception {
    Path file = folder.resolve("tokens.json");
    TokenStore.file(file).save(Token.of("0"));
    Thread[] threads = new Thread[4];
    for (int i = 0; i < threads.length; i++) {
      TokenStore store = TokenStore.file(file);
      threads[i] =
          new Thread(
              () -> {
                for (int n = 0; n < 25; n++) {
                  store.exclusively(() -> counted(store), Patience.endless());
                }
              });
      threads[i].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(TokenStore.file(file).load()).hasValue(Token.of("100"));
  }

  private static Token counted(TokenStore store) {
    Token next =
        Token.of(String.valueOf(Integer.parseInt(store.load().orElseThrow().accessToken()) + 1));
    store.save(next);
    return next;
  }
}
