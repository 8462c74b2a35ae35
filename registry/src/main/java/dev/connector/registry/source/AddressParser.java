package dev.connector.registry.source;

import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Takes apart what a user types. The only place that knows the syntax of addresses. */
final class AddressParser {

  private static final Pattern FOLDER = Pattern.compile("(\\.|/|\\\\|[A-Za-z]:[\\\\/]).*");
  private static final String EXAMPLES =
      "an address is hubspot, hubspot@<ref>, @acme/billing, <git URL>#billing@<ref> or <folder>#billing";

  private AddressParser() {}

  static Address address(String text, Path directory) {
    if (isFolder(text)) {
      int hash = text.lastIndexOf('#');
      if (hash < 0) {
        throw wrong(text, "names no connector", "name it: " + Text.oneLine(text) + "#<connector>");
      }
      Reference reference = reference(text.substring(hash + 1));
      if (!reference.ref().isEmpty()) {
        throw wrong(
            text,
            "asks a folder for a ref",
            "a folder is taken as it is; for another version: file://<folder>#"
                + reference.name()
                + "@"
                + reference.ref());
      }
      return new Address(folder(text.substring(0, hash), directory), reference.name());
    }
    if (GitUrl.isLike(text)) {
      int hash = text.indexOf('#');
      GitUrl url = GitUrl.parse(hash < 0 ? text : text.substring(0, hash));
      if (hash < 0) {
        throw new ConnectorException(
            Kind.USAGE, url + " names no connector", "name it: " + url + "#<connector>");
      }
      Reference reference = reference(text.substring(hash + 1));
      return new Address(new Location.Git(url, reference.ref()), reference.name());
    }
    if (text.startsWith("@")) {
      int slash = text.indexOf('/');
      if (slash < 0) {
        throw wrong(text, "names no connector", "name it: @<registry>/<connector>");
      }
      Reference reference = reference(text.substring(slash + 1));
      return new Address(
          new Location.Named(registry(text.substring(0, slash)), reference.ref()),
          reference.name());
    }
    if (text.isBlank() || text.replaceFirst("@.*", "").matches(".*[/#].*")) {
      throw wrong(text, "is no address", EXAMPLES);
    }
    Reference reference = reference(text);
    return new Address(new Location.Default(reference.ref()), reference.name());
  }

  static Location location(String text, Path directory) {
    if (isFolder(text)) {
      return folder(text, directory);
    }
    if (GitUrl.isLike(text)) {
      int hash = text.indexOf("#@");
      return hash < 0
          ? new Location.Git(GitUrl.parse(text), "")
          : new Location.Git(GitUrl.parse(text.substring(0, hash)), ref(text.substring(hash + 2)));
    }
    if (text.startsWith("@")) {
      int at = text.indexOf('@', 1);
      return at < 0
          ? new Location.Named(registry(text), "")
          : new Location.Named(registry(text.substring(0, at)), ref(text.substring(at + 1)));
    }
    if (text.equals("default")) {
      return new Location.Default("");
    }
    throw wrong(
        text,
        "is no registry",
        "a registry is default, @acme, a git URL (<git URL>#@<ref>) or a folder (./registry)");
  }

  private static boolean isFolder(String text) {
    return FOLDER.matcher(text).matches();
  }

  private static Location.Folder folder(String text, Path directory) {
    try {
      return new Location.Folder(directory.toAbsolutePath().resolve(text).normalize());
    } catch (InvalidPathException e) {
      throw wrong(text, "is no folder", "name the folder that holds \"connectors\"");
    }
  }

  private record Reference(String name, String ref) {}

  private static Reference reference(String text) {
    int at = text.indexOf('@');
    String name = at < 0 ? text : text.substring(0, at);
    Names.requireConnector(name);
    return new Reference(name, at < 0 ? "" : ref(text.substring(at + 1)));
  }

  private static String ref(String text) {
    if (!Names.isRef(text)) {
      throw wrong(
          text, "is no branch, tag or commit", "such as main, v1.2.0 or a commit's 40 digits");
    }
    return text;
  }

  private static String registry(String name) {
    if (!Names.isRegistry(name)) {
      throw wrong(name, "is no registry's name", "a registry's name is like @acme");
    }
    return name;
  }

  private static ConnectorException wrong(String text, String what, String hint) {
    return new ConnectorException(Kind.USAGE, "\"" + GitUrl.shown(text) + "\" " + what, hint);
  }
}
