package dev.connector.registry.workspace.change;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A disk on which, between staging and writing, a folder becomes a link to somewhere else. */
final class SwappingDisk implements Disk {

  private final Disk real = new LocalDisk();
  private final Path folder;
  private final Path outside;

  SwappingDisk(Path folder, Path outside) {
    this.folder = folder;
    this.outside = outside;
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    real.move(from, to);
    if (to.endsWith("staged.json")) {
      Files.delete(folder);
      Files.createSymbolicLink(folder, outside);
    }
  }

  @Override
  public Optional<byte[]> read(Path file) throws IOException {
    return real.read(file);
  }

  @Override
  public List<String> list(Path directory) throws IOException {
    return real.list(directory);
  }

  @Override
  public void write(Path file, byte[] content) throws IOException {
    real.write(file, content);
  }

  @Override
  public void copyMode(Path from, Path to) throws IOException {
    real.copyMode(from, to);
  }

  @Override
  public void makeDirectory(Path directory) throws IOException {
    real.makeDirectory(directory);
  }

  @Override
  public void delete(Path path) throws IOException {
    real.delete(path);
  }

  @Override
  public void sync(Path directory) throws IOException {
    real.sync(directory);
  }
}
