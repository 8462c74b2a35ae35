package dev.connector.scaffold.openapi;

import dev.connector.scaffold.description.References.Target;
import dev.connector.scaffold.description.Server;
import dev.connector.scaffold.openapi.source.Location;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads where an API is; relative addresses are resolved against where the document was found. */
final class Servers {

  private final Reading reading;
  private final Optional<URI> base;

  Servers(Reading reading) {
    this.reading = reading;
    this.base =
        reading.documents().first().location() instanceof Location.OnWeb page
            ? Optional.of(page.uri())
            : Optional.empty();
  }

  /** A list of servers as OpenAPI 3 has it. */
  List<Server> read(Target list) {
    List<Server> servers = new ArrayList<>();
    for (Target element : reading.elements(list)) {
      if (element.node().isTextual()) {
        servers.add(new Server(address(element.node().textValue(), element), "", Map.of()));
        continue;
      }
      Optional<Target> server = reading.object(element);
      if (server.isPresent()) {
        server(server.get()).ifPresent(servers::add);
      }
    }
    return servers;
  }

  private Optional<Server> server(Target server) {
    String given = Reading.text(server, "url").strip();
    String url = given.isEmpty() ? "/" : given;
    if (!server.node().path("url").isTextual()) {
      reading.defects().add(server.place(), "has no url");
      return Optional.empty();
    }
    Map<String, Server.Variable> variables = new LinkedHashMap<>();
    for (Map.Entry<String, Target> it : reading.members(server.child("variables"))) {
      Optional<Target> variable = reading.object(it.getValue());
      variable.ifPresent(
          node ->
              variables.put(
                  it.getKey(),
                  new Server.Variable(
                      Reading.text(node, "default"),
                      reading.texts(node.child("enum")),
                      Reading.text(node, "description"))));
    }
    undeclared(url, server, variables);
    return Optional.of(
        new Server(address(url, server), Reading.text(server, "description"), variables));
  }

  private void undeclared(String url, Target server, Map<String, Server.Variable> variables) {
    int open = url.indexOf('{');
    while (open >= 0 && url.indexOf('}', open) > open) {
      String name = url.substring(open + 1, url.indexOf('}', open));
      if (variables.putIfAbsent(name, new Server.Variable("", List.of(), "")) == null) {
        reading.defects().add(server.place(), "does not say what {" + name + "} is");
      }
      open = url.indexOf('{', open + 1);
    }
  }

  /** The server that a document without one was fetched from; none where it is a file. */
  List<Server> whereItWasFound(String path, Target root) {
    if (base.isEmpty()) {
      return path.equals("/") ? List.of() : List.of(new Server(path, "", Map.of()));
    }
    reading.defects().add("#", "names no server; taken for the one that it was fetched from");
    return List.of(new Server(address(path, root), "", Map.of()));
  }

  /** How the document was fetched, where it was. */
  Optional<String> scheme() {
    return base.map(URI::getScheme);
  }

  /** The address of a server, as absolute as it can be. */
  String address(String url, Target at) {
    if (url.contains("://") || url.startsWith("{")) {
      return url;
    }
    if (looksLikeHost(url)) {
      reading.defects().add(at.place(), "is an address without https://; taken for one with it");
      return "https://" + url;
    }
    if (base.isEmpty()) {
      return url;
    }
    String origin = base.get().getScheme() + ':';
    if (url.startsWith("//")) {
      return origin + url;
    }
    origin += "//" + base.get().getRawAuthority();
    if (url.startsWith("/")) {
      return origin + url;
    }
    String folder = base.get().getRawPath();
    folder = folder.substring(0, folder.lastIndexOf('/') + 1);
    String relative = url.startsWith("./") ? url.substring(2) : url;
    while (relative.startsWith("../") && folder.length() > 1) {
      folder = folder.substring(0, folder.lastIndexOf('/', folder.length() - 2) + 1);
      relative = relative.substring(3);
    }
    return origin + (folder.isEmpty() ? "/" : folder) + (relative.equals(".") ? "" : relative);
  }

  /** {@code api.example.com/v1}: by the book a relative path, by those who write it a host. */
  private static boolean looksLikeHost(String url) {
    String lower = url.toLowerCase(Locale.ROOT);
    int slash = lower.indexOf('/');
    String host = slash < 0 ? lower : lower.substring(0, slash);
    int port = host.indexOf(':');
    String name = port < 0 ? host : host.substring(0, port);
    int dot = name.lastIndexOf('.');
    boolean dotted = dot > 0 && dot < name.length() - 2 && Character.isLetter(name.charAt(dot + 1));
    return dotted || name.equals("localhost");
  }
}
