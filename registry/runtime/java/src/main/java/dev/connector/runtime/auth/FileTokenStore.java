package dev.connector.runtime.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.message.Patience;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Keeps a token in a file of its owner's; a crash leaves the old token or the new one. */
final class FileTokenStore implements TokenStore {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final Optional<String> audience;

  FileTokenStore(Path file, Optional<String> audience) {
    this.file = file.toAbsolutePath();
    this.audience = audience;
  }

  @Override
  public synchronized Optional<Token> load() {
    JsonNode saved;
    try {
      OwnerOnly.require(file);
      saved = JSON.readTree(Files.readAllBytes(file));
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    } catch (IOException unreadable) {
      throw unreadable(); // the cause may quote the file, and the file is a secret
    }
    requireAudience(saved);
    try {
      return Optional.of(
          new Token(
              saved.path("accessToken").asText(),
              text(saved, "refreshToken"),
              text(saved, "expiresAt").map(Instant::parse)));
    } catch (RuntimeException malformed) {
      throw unreadable();
    }
  }

  @Override
  public synchronized void save(Token token) {
    ObjectNode saved = JSON.createObjectNode();
    known().ifPresent(value -> saved.put("audience", value));
    saved.put("accessToken", token.accessToken());
    token.refreshToken().ifPresent(value -> saved.put("refreshToken", value));
    token.expiresAt().ifPresent(value -> saved.put("expiresAt", value.toString()));
    try {
      OwnerOnly.folder(file.getParent());
      // The temporary file is its owner's alone, and a rename keeps that.
      Path temporary = OwnerOnly.temporary(file.getParent());
      try {
        write(temporary, JSON.writeValueAsBytes(saved));
        Files.move(
            temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException failure) {
      throw new ApiException(ErrorCode.INVALID_CONFIG, "cannot save the token to " + file, failure);
    }
  }

  @Override
  public Token exclusively(Supplier<Token> renewal, Patience patience) {
    FileLease lease = FileLease.of(file, patience);
    try {
      return renewal.get();
    } finally {
      lease.close();
    }
  }

  /** Whom the token is for: as this store knows it, or else as the file said before. */
  private Optional<String> known() {
    if (audience.isPresent()) {
      return audience;
    }
    try {
      return text(JSON.readTree(Files.readAllBytes(file)), "audience");
    } catch (IOException absent) {
      return Optional.empty();
    }
  }

  private void requireAudience(JsonNode saved) {
    Optional<String> actual = text(saved, "audience");
    if (audience.isPresent() && actual.isPresent() && !actual.equals(audience)) {
      throw new ApiException(
          ErrorCode.INVALID_CONFIG,
          "the token in " + file + " is for another client or another server; log in again");
    }
  }

  private ApiException unreadable() {
    return new ApiException(
        ErrorCode.INVALID_CONFIG,
        "cannot read a token from " + file + "; remove the file and log in again");
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
