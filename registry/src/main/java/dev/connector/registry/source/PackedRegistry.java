package dev.connector.registry.source;

import dev.connector.registry.lesson.Lessons;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A registry in one file, such as the one that comes with the program: no network, open in
 * milliseconds.
 */
public final class PackedRegistry implements Registry {

  /** What the registry that comes with the program is called. */
  static final String NAME = "default";

  private static final int LARGEST_INDEX = 16 * 1024 * 1024;

  private final String name;
  private final ZipFile zip;
  private final PackedIndex index;

  private PackedRegistry(String name, ZipFile zip, PackedIndex index) {
    this.name = name;
    this.zip = zip;
    this.index = index;
  }

  /**
   * Opens the file that came with the program.
   *
   * @throws ConnectorException of kind INTEGRITY where it is none
   */
  public static PackedRegistry open(Path file) {
    return open(
        NAME,
        file,
        "install this program again, or name another registry: --registry <git URL or folder>");
  }

  /**
   * Opens a file that {@link RegistryPacker} wrote.
   *
   * @param name what to call the registry
   * @throws ConnectorException of kind INTEGRITY where it is none
   */
  public static PackedRegistry open(String name, Path file) {
    return open(name, file, "make it again: connector registry build --output " + file);
  }

  private static PackedRegistry open(String name, Path file, String hint) {
    ZipFile zip = null;
    try {
      zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
      ZipEntry entry = zip.getEntry(PackedIndex.FILE);
      if (entry == null) {
        throw new IOException("it has no " + PackedIndex.FILE);
      }
      try (InputStream in = zip.getInputStream(entry)) {
        return new PackedRegistry(name, zip, PackedIndex.read(in.readNBytes(LARGEST_INDEX)));
      }
    } catch (IOException | IllegalArgumentException | ConnectorException e) {
      close(zip);
      throw new ConnectorException(
          Kind.INTEGRITY,
          "the packed registry "
              + file
              + " cannot be read: "
              + Text.oneLine(String.valueOf(e.getMessage())),
          hint,
          e);
    }
  }

  @Override
  public String commit() {
    return index.commit();
  }

  /** The git repository it was packed from, where other versions are. */
  public Optional<GitUrl> repository() {
    return index.repository().isEmpty()
        ? Optional.empty()
        : Optional.of(GitUrl.parse(index.repository()));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Catalog catalog() {
    return new Catalog(List.copyOf(index.trees().keySet()), List.of());
  }

  @Override
  public Set<String> runtimes() {
    return catalog().entries().stream()
        .filter(entry -> entry.kind() == Item.Kind.RUNTIME)
        .flatMap(entry -> entry.languages().stream())
        .collect(Collectors.toSet());
  }

  @Override
  public boolean isAt(String tree, String item) {
    return index.trees().containsValue(tree); // of whatever name: equal ids, equal content
  }

  @Override
  public Item connector(String name) {
    return verified(items().connector(name));
  }

  @Override
  public Item runtime(String language) {
    return verified(items().runtime(language));
  }

  @Override
  public Lessons lessons() {
    return items().lessons();
  }

  @Override
  public void close() {
    close(zip);
  }

  private ItemReader items() {
    return new ItemReader(
        new PackedContent(zip), new Origin.Registered(name, "", index.commit(), ""));
  }

  private Item verified(Item item) {
    String expected = index.trees().get(ItemReader.entry(item));
    if (!item.origin().tree().equals(expected)) {
      throw new ConnectorException(
          Kind.INTEGRITY,
          item.name() + " in the packed registry " + name + " is not what its index says",
          name.equals(NAME) ? "install this program again" : "ask who made it for a whole one");
    }
    return item;
  }

  private static void close(ZipFile zip) {
    if (zip == null) {
      return;
    }
    try {
      zip.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
