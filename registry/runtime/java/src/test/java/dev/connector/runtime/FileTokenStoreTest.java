package dev.connector.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connector.runtime.auth.Token;
import dev.connector.runtime.auth.TokenStore;
import java.io.UncheckedIOException;
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
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("tokens.json")
        .hasStackTraceContaining("tokens.json")
        .satisfies(it -> assertThat(it.getMessage() + it.getCause()).doesNotContain("s3cret"));
  }
}
