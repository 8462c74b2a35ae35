package dev.connector.registry.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A registry's content in a zip file. Entries are only ever read, never unpacked by their name. */
final class PackedContent implements Content {

  private final ZipFile zip;

  PackedContent(ZipFile zip) {
    this.zip = zip;
  }

  @Override
  public Set<String> folders(String folder) {
    Set<String> names = new TreeSet<>();
    for (ZipEntry entry : below(folder)) {
      String rest = relative(folder, entry);
      if (rest.contains("/")) {
        names.add(rest.substring(0, rest.indexOf('/')));
      }
    }
    return names;
  }

  @Override
  public List<Entry> files(String folder) {
    return entries(folder).stream().filter(entry -> entry.segments().size() == 1).toList();
  }

  @Override
  public List<Entry> walk(String folder) {
    EntryList found = new EntryList(folder);
    entries(folder)
        .forEach(
            entry -> {
              found.enter(entry.segments().subList(1, entry.segments().size()));
              found.add(entry);
            });
    return found.entries();
  }

  private List<Entry> entries(String folder) {
    List<Entry> entries = new ArrayList<>();
    for (ZipEntry entry : below(folder)) {
      List<String> segments = List.of(relative(folder, entry).split("/", -1));
      entries.add(Entry.file(segments, entry.getSize(), limit -> read(entry, limit)));
    }
    return entries;
  }

  private List<ZipEntry> below(String folder) {
    List<ZipEntry> entries = new ArrayList<>();
    String prefix = folder.isEmpty() ? "" : folder + "/";
    zip.stream()
        .filter(entry -> entry.getName().startsWith(prefix) && !entry.isDirectory())
        .forEach(entries::add);
    return entries;
  }

  private static String relative(String folder, ZipEntry entry) {
    return folder.isEmpty() ? entry.getName() : entry.getName().substring(folder.length() + 1);
  }

  private byte[] read(ZipEntry entry, int limit) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      return in.readNBytes(limit);
    }
  }
}
