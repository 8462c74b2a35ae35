package dev.connector.cli.agent.docs;

import dev.connector.spec.ConnectorException;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import okhttp3.HttpUrl;

/** Reads documentation from where a user says it is. */
public final class DocumentationReader {

  private final ReadingLimits limits;
  private final boolean privateNetworks;
  private final Consumer<String> progress;

  /**
   * A reader; reads nothing yet.
   *
   * @param limits of each place that is named
   * @param privateNetworks whether names may lead into private networks; this machine is called
   *     only where its own name is given
   * @param progress told what is being read, a line at a time
   */
  public DocumentationReader(
      ReadingLimits limits, boolean privateNetworks, Consumer<String> progress) {
    this.limits = Objects.requireNonNull(limits);
    this.privateNetworks = privateNetworks;
    this.progress = Objects.requireNonNull(progress);
  }

  /**
   * Reads all of it.
   *
   * @param named URLs, files and folders, as they were typed
   * @param directory where relative ones are
   * @throws ConnectorException where one of them cannot be read at all; what cannot be read of what
   *     it leads to is a note
   */
  public Reading read(List<String> named, Path directory) {
    Gathering gathering = new Gathering(progress);
    for (String place : named) {
      String lower = place.toLowerCase(Locale.ROOT);
      if (lower.startsWith("https://") || lower.startsWith("http://")) {
        Crawl.run(address(place), limits, privateNetworks, gathering);
      } else {
        folder(place, directory, gathering);
      }
    }
    return gathering.finished();
  }

  private static HttpUrl address(String typed) {
    HttpUrl address = HttpUrl.parse(typed);
    if (address == null || !address.username().isEmpty() || !address.password().isEmpty()) {
      throw new ConnectorException(
          ConnectorException.Kind.USAGE,
          "the documentation's URL cannot be used: it has no host, or a password in it",
          "save the pages, and give their folder: --docs <folder>");
    }
    return address;
  }

  private void folder(String typed, Path directory, Gathering gathering) {
    try {
      Folder.read(directory.resolve(typed), limits, gathering);
    } catch (IOException | InvalidPathException e) {
      throw new ConnectorException(
          ConnectorException.Kind.USAGE,
          "no documentation at " + Invisible.removed(typed),
          "give a file, a folder or an https address: --docs <URL|file|folder>",
          e);
    }
  }
}
