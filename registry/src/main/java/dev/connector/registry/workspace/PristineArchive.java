package dev.connector.registry.workspace;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * {@code .connectors/base/<name>.zip}: a connector's files exactly as they were installed, the base
 * of every later comparison and merge.
 *
 * <p>Equal files give equal bytes on every machine: sorted, undated, and not compressed, since
 * compressors differ and version control compresses anyway.
 */
final class PristineArchive {

  /** Not the format's first day: Java adds a second, zoned time stamp to that one. */
  private static final LocalDateTime UNDATED = LocalDateTime.of(1980, 2, 1, 0, 0);

  private PristineArchive() {}

  /** Where the archive of a connector is, relative to the project. */
  static String path(String name) {
    return ".connectors/base/" + name + ".zip";
  }

  static byte[] pack(SortedMap<String, byte[]> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        CRC32 checksum = new CRC32();
        checksum.update(file.getValue());
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(file.getValue().length);
        entry.setCrc(checksum.getValue());
        entry.setTimeLocal(UNDATED);
        zip.putNextEntry(entry);
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /**
   * The files of an archive.
   *
   * @throws IOException with the reason where the archive is anything else than {@link #pack} makes
   *     of these files, be it in a single byte; nothing in it can make the result larger than it
   */
  static SortedMap<String, byte[]> unpack(byte[] archive) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    String file = "the archive";
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        file = entry.getName() + " in it";
        if (entry.getMethod() != ZipEntry.STORED) {
          throw new IOException("compressed");
        }
        files.put(entry.getName(), zip.readAllBytes());
      }
    } catch (IOException | IllegalArgumentException damaged) {
      throw new IOException(file + " is damaged (" + damaged.getMessage() + ")", damaged);
    }
    if (!Arrays.equals(pack(files), archive)) {
      throw new IOException("it is not as it was written");
    }
    return files;
  }
}
