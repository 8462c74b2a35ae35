package dev.connector.scaffold.openapi.source;

import dev.connector.scaffold.openapi.document.Limits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Loads the files of one description, and counts what they cost. */
public final class Loader {

  private final ReadOptions options;
  private final Web web;
  private Optional<Folder> folder = Optional.empty();
  private int files = 1;
  private int fetched;
  private long bytes;

  public Loader(ReadOptions options) {
    this.options = options;
    this.web = new Web(options.privateNetworks());
  }

  /** The document that the user named. */
  public Content named(DescriptionSource source) throws RefusedException {
    if (source instanceof DescriptionSource.LocalFile file) {
      Path path = file.path().toAbsolutePath();
      Path own = path.normalize().resolveSibling("");
      folder = Optional.of(new Folder(options.folder().orElse(own)));
      return counted(Folder.named(path));
    }
    if (source instanceof DescriptionSource.Address address) {
      return counted(web.named(address.uri()));
    }
    try {
      var in = ((DescriptionSource.StandardInput) source).in();
      return counted(new Content(new Location.Nowhere(), Folder.limited(in)));
    } catch (IOException e) {
      throw new RefusedException("cannot be read", "give a file", e);
    }
  }

  /** A file that a document refers to. */
  public Content referenced(Location location) throws RefusedException {
    if (++files > Limits.MOST_FILES) {
      throw new RefusedException("is one file too many: " + Limits.MOST_FILES + " were read", "");
    }
    if (location instanceof Location.OnDisk file) {
      return counted(
          folder
              .orElseThrow(() -> new RefusedException("is local, the description is not", ""))
              .referenced(file.path()));
    }
    if (!(location instanceof Location.OnWeb page)) {
      throw new RefusedException("is nowhere", "");
    }
    if (!options.remoteReferences()) {
      throw new RefusedException("is remote, and followed only with --allow-remote-references", "");
    }
    if (++fetched > Limits.MOST_FETCHED) {
      throw new RefusedException(
          "is one address too many: " + Limits.MOST_FETCHED + " were fetched", "");
    }
    return counted(web.referenced(page.uri()));
  }

  private Content counted(Content content) throws RefusedException {
    bytes += content.bytes().length;
    if (bytes > Limits.MOST_BYTES_OF_ALL) {
      throw new RefusedException(
          "is too much: all files have more than " + (Limits.MOST_BYTES_OF_ALL >> 20) + " MB", "");
    }
    return content;
  }
}
