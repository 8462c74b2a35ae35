package dev.connector.registry.workspace.change;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The real disk, for tests that change one of its steps. */
class DelegatingDisk implements Disk {

  private final Disk real = new LocalDisk();

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
  public void move(Path from, Path to) throws IOException {
    real.move(from, to);
  }

  @Override
  public void delete(Path path) throws IOException {
    real.delete(path);
  }

  @Override
  public void sync(Collection<Path> paths) throws IOException {
    real.sync(paths);
  }
}
