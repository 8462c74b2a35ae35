package dev.connector.registry.source;

import dev.connector.registry.lesson.Lesson;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Packs the registry in a folder into one file for {@link PackedRegistry}. The same content gives
 * the same bytes, wherever and whenever it is packed; content that users would be refused is
 * refused here.
 */
public final class RegistryPacker {

  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private RegistryPacker() {}

  /**
   * Packs a registry.
   *
   * @param args folder, file to write, and if they are known commit and git URL
   */
  public static void main(String[] args) throws IOException {
    String commit = args.length > 2 ? args[2] : "";
    String repository = args.length > 3 ? args[3] : "";
    pack(Path.of(args[0]).toAbsolutePath(), Path.of(args[1]), commit, repository);
  }

  /**
   * Packs the registry in {@code folder} into {@code file}.
   *
   * @param commit the commit the folder is at; empty where that is not known
   * @param repository the git URL where other versions are; may be empty
   */
  public static void pack(Path folder, Path file, String commit, String repository)
      throws IOException {
    try (Registry registry = DirectoryRegistry.open("default", folder)) {
      byte[] packed = pack(registry, items(registry), commit, repository);
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(file, packed);
    }
  }

  /**
   * A registry, packed.
   *
   * @param repository the git URL where other versions are; may be empty
   */
  public static byte[] pack(Registry registry, String repository) throws IOException {
    List<Item> items = items(registry);
    Set<String> commits = new TreeSet<>();
    for (Item item : items) {
      commits.add(item.origin() instanceof Origin.Registered it ? it.commit() : "");
    }
    // A folder with files that are in no commit is at none.
    String commit = commits.size() == 1 ? commits.iterator().next() : "";
    return pack(registry, items, commit, repository);
  }

  private static byte[] pack(Registry registry, List<Item> items, String commit, String repository)
      throws IOException {
    Map<CatalogEntry, String> trees = new LinkedHashMap<>();
    Map<String, byte[]> files = new TreeMap<>();
    for (Item item : items) {
      String place =
          item.kind() == Item.Kind.RUNTIME
              ? "runtime/" + item.languages().get(0)
              : "connectors/" + item.name();
      item.files().forEach(each -> files.put(place + "/" + each.path(), each.content()));
      trees.put(ItemReader.entry(item), item.origin().tree());
    }
    for (Lesson lesson : registry.lessons().all()) {
      files.put(LessonReader.path(lesson.name()), lesson.file().getBytes(StandardCharsets.UTF_8));
    }
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    write(zip, new PackedIndex(commit, repository, trees).write(), files);
    return zip.toByteArray();
  }

  private static List<Item> items(Registry registry) {
    Catalog catalog = registry.catalog();
    if (!catalog.problems().isEmpty()) {
      throw new ConnectorException(
          Kind.INTEGRITY, String.join("\n", catalog.problems()), "nothing was packed");
    }
    List<Item> items = new ArrayList<>();
    for (CatalogEntry entry : catalog.entries()) {
      items.add(
          entry.kind() == Item.Kind.RUNTIME
              ? registry.runtime(entry.languages().get(0))
              : registry.connector(entry.name()));
    }
    return items;
  }

  private static void write(OutputStream out, byte[] index, Map<String, byte[]> files)
      throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      put(zip, PackedIndex.FILE, index);
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        put(zip, file.getKey(), file.getValue());
      }
    }
  }

  /** Stored, not deflated: deflate's output differs between versions of zlib. */
  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    CRC32 checksum = new CRC32();
    checksum.update(content);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(checksum.getValue());
    entry.setTimeLocal(NO_TIME);
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
