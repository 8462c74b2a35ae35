package dev.connector.runtime.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;

/** Keeps a token in a file of its owner's; a crash leaves the old token or the new one. */
final class FileTokenStore implements TokenStore {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;

  FileTokenStore(Path file) {
    this.file = file.toAbsolutePath();
  }

  @Override
  public synchronized Optional<Token> load() {
    try {
      JsonNode saved = JSON.readTree(Files.readAllBytes(file));
      return Optional.of(
          new Token(
              saved.path("accessToken").asText(),
              text(saved, "refreshToken"),
              text(saved, "expiresAt").map(Instant::parse)));
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    } catch (IOException | RuntimeException unreadable) {
      // The cause may quote the file, and the file is a secret.
      throw new UncheckedIOException(new IOException("cannot read a token from " + file));
    }
  }

  @Override
  public synchronized void save(Token token) {
    ObjectNode saved = JSON.createObjectNode().put("accessToken", token.accessToken());
    token.refreshToken().ifPresent(value -> saved.put("refreshToken", value));
    token.expiresAt().ifPresent(value -> saved.put("expiresAt", value.toString()));
    try {
      Files.createDirectories(file.getParent());
      // A temporary file is made readable by its owner alone, and a rename keeps that.
      Path temporary = Files.createTempFile(file.getParent(), ".token", ".tmp");
      try {
        write(temporary, JSON.writeValueAsBytes(saved));
        Files.move(
            temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot save the token to " + file, failure);
    }
  }

  private static void write(Path target, byte[] content) throws IOException {
    try (FileChannel channel = FileChannel.open(target, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  private static Optional<String> text(JsonNode saved, String field) {
    return saved.path(field).isTextual()
        ? Optional.of(saved.path(field).textValue())
        : Optional.empty();
  }
}
