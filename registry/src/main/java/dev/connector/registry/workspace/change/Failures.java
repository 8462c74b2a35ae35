package dev.connector.registry.workspace.change;

import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/** The words for what a disk refuses. */
final class Failures {

  private Failures() {}

  static ConnectorException cannot(String verb, String what, IOException cause) {
    return new ConnectorException(
        Kind.FAILED, "cannot " + verb + " " + what + ": " + reason(cause), "", cause);
  }

  static ConnectorException nothingChanged(Exception cause) {
    if (cause instanceof ConnectorException known) {
      return known;
    }
    return new ConnectorException(
        Kind.FAILED,
        "the project cannot be written: " + reason(cause),
        "nothing was changed; put that right and run the command again",
        cause);
  }

  static ConnectorException interrupted(Exception cause) {
    return new ConnectorException(
        Kind.FAILED,
        "writing stopped half-way: " + reason(cause),
        "put that right; the next connector command ends what was begun",
        cause);
  }

  /**
   * The cause in a few words; file-system exceptions name only the file when printed as they are.
   */
  static String reason(Exception failure) {
    if (failure instanceof AccessDeniedException denied) {
      // Of a rename, what is staged is ours: it is the other place that refuses.
      return "permission denied for "
          + Optional.ofNullable(denied.getOtherFile()).orElse(denied.getFile());
    }
    if (failure instanceof NoSuchFileException absent) {
      return absent.getFile() + " is not there";
    }
    if (failure instanceof FileSystemException told && told.getReason() != null) {
      return told.getReason() + " (" + told.getFile() + ")";
    }
    return String.valueOf(failure.getMessage());
  }
}
