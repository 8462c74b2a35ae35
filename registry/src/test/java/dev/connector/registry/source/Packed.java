package dev.connector.registry.source;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packed registries that the packer would refuse to write. */
final class Packed {

  private Packed() {}

  /** A file that holds the sample under an index that says nothing of it. */
  static Path with(Sample sample, Path file) throws IOException {
    Set<String> written = new HashSet<>();
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      zip.putNextEntry(new ZipEntry(PackedIndex.FILE));
      zip.write(new PackedIndex("", "", Map.of()).write());
      for (Sample.Node node : sample.nodes()) {
        if (written.add(node.path())) {
          zip.putNextEntry(new ZipEntry(node.path()));
          zip.write(node.content());
        }
      }
    }
    return file;
  }
}
