package dev.connector.scaffold.openapi.source;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What may be read for a description beside the document that was named.
 *
 * @param remoteReferences whether references to other addresses are followed
 * @param privateNetworks whether addresses of private networks may be called; this machine is
 *     called only where the user named it, and for references to the very same server
 * @param folder outside of which no local file is read; where absent, the named file's own
 */
public record ReadOptions(
    boolean remoteReferences, boolean privateNetworks, Optional<Path> folder) {

  /** Only the named document, and files beside and below it. */
  public static ReadOptions standard() {
    return new ReadOptions(false, false, Optional.empty());
  }

  public ReadOptions withRemoteReferences() {
    return new ReadOptions(true, privateNetworks, folder);
  }

  public ReadOptions withPrivateNetworks() {
    return new ReadOptions(remoteReferences, true, folder);
  }

  public ReadOptions withFolder(Path confinement) {
    return new ReadOptions(remoteReferences, privateNetworks, Optional.of(confinement));
  }
}
