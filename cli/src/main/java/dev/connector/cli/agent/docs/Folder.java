package dev.connector.cli.agent.docs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a file, or the files of a folder and below, in the order of their names. */
final class Folder {

  private static final Set<String> SKIPPED = Set.of("node_modules", "__pycache__");
  private static final int DEEPEST = 24;
  private static final int MOST_ENTRIES = 50_000;

  private final Path named;
  private final ReadingLimits limits;
  private final Gathering gathering;
  private long bytes;
  private int files;
  private int entries;

  private Folder(Path named, ReadingLimits limits, Gathering gathering) {
    this.named = named;
    this.limits = limits;
    this.gathering = gathering;
  }

  /**
   * Reads what lies there. Links that the folder holds are not followed; the folder itself may be
   * one.
   */
  static void read(Path named, ReadingLimits limits, Gathering gathering) throws IOException {
    Folder folder = new Folder(named.toRealPath(), limits, gathering);
    if (Files.isDirectory(folder.named)) {
      folder.walk(folder.named, 0);
      folder.bounds();
    } else {
      folder.file(folder.named);
    }
  }

  private void walk(Path directory, int depth) {
    if (depth > DEEPEST) {
      gathering.leave("too deep", shown(directory));
      return;
    }
    for (Path entry : sorted(directory)) {
      String name = entry.getFileName().toString();
      if (isFull()) {
        return;
      }
      if (Files.isSymbolicLink(entry)) {
        gathering.leave("a link, which is not followed", shown(entry));
      } else if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
        if (!name.startsWith(".") && !SKIPPED.contains(name)) {
          walk(entry, depth + 1);
        }
      } else if (!name.startsWith(".")) {
        file(entry);
      }
    }
  }

  private List<Path> sorted(Path directory) {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
      for (Path entry : stream) {
        if (++entries > MOST_ENTRIES) {
          break;
        }
        found.add(entry);
      }
    } catch (IOException e) {
      gathering.leave("not readable", shown(directory));
    }
    found.sort(null);
    return found;
  }

  private boolean isFull() {
    return files >= limits.files() || bytes >= limits.totalBytes();
  }

  private void bounds() {
    if (isFull() || entries > MOST_ENTRIES) {
      gathering.note(
          "stopped reading "
              + shown(named)
              + " after "
              + files
              + " files: to read others, name a folder further below");
    }
  }

  private void file(Path file) {
    Optional<Format> format = format(file);
    if (format.isEmpty() || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      gathering.leave("not known to be documentation", shown(file));
      return;
    }
    files++;
    gathering.progress("reading " + shown(file));
    byte[] content;
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      content = in.readNBytes((int) Math.min(limits.pageBytes(), limits.totalBytes() - bytes));
      if (in.read() >= 0) {
        gathering.leave("all but the beginning of what is too long", shown(file));
      }
    } catch (IOException e) {
      gathering.leave("not readable", shown(file));
      return;
    }
    bytes += content.length;
    Optional<String> text = Decoding.text(content, "");
    if (text.isEmpty()) {
      gathering.leave("no text", shown(file));
    } else if (format.get().isData() && ApiDescriptions.isOne(text.get())) {
      gathering.isDescription(shown(file), file.toString());
    } else {
      Page page = format.get().read(text.get(), "", Folder::target);
      page.descriptions().forEach(it -> description(file, it));
      gathering.add(shown(file), file.getFileName().toString(), page);
    }
  }

  private static Optional<Format> format(Path file) {
    String name = file.getFileName().toString();
    return name.indexOf('.') < 0 && name.startsWith("README")
        ? Optional.of(Format.TEXT)
        : Format.ofFile(name);
  }

  /** Addresses on the web as they are; files only where they lie in the folder. */
  private void description(Path file, String written) {
    if (written.startsWith("https://")) {
      gathering.description(written);
      return;
    }
    try {
      Path found = file.resolveSibling(written.replaceAll("[?#].*", "")).normalize();
      if (Files.isRegularFile(found) && found.toRealPath().startsWith(home())) {
        gathering.description(found.toString());
      }
    } catch (IOException | IllegalArgumentException e) {
      // What a page says is no file of this folder: nothing to tell.
    }
  }

  private Path home() {
    return Files.isDirectory(named) ? named : named.getParent();
  }

  private static Optional<String> target(String link) {
    boolean inside = !link.isEmpty() && link.indexOf(':') < 0 && !link.startsWith("/");
    return inside && !link.contains("..") ? Optional.of(link) : Optional.empty();
  }

  /** Below the folder that was named, by its name: where it is on this machine is nobody's. */
  private String shown(Path file) {
    Path parent = named.getParent();
    Path relative = parent == null ? named.relativize(file) : parent.relativize(file);
    return relative.toString().replace('\\', '/');
  }
}
