package dev.connector.registry.contribute;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.registry.source.ItemManifest;
import dev.connector.registry.workspace.Lock;
import dev.connector.registry.workspace.ProjectJson;
import dev.connector.registry.workspace.build.Dependency;
import java.util.List;
import java.util.Optional;

/**
 * The {@code item.json} of a connector that its registry does not have yet. It is not installed,
 * and all that it says is in the lock.
 */
final class LockedManifest {

  /** The floor of all connectors' source, which is what they are rendered for. */
  private static final int RELEASE = 17;

  private LockedManifest() {}

  static String path(Lock.Entry entry) {
    return entry.language().id() + "/" + ItemManifest.FILE;
  }

  static byte[] json(Lock.Entry entry) {
    ObjectNode manifest = ProjectJson.document();
    manifest.put("language", entry.language().id()).put("release", RELEASE);
    ObjectNode sources = ProjectJson.document();
    sources.remove("format");
    for (String name : entry.packages().keySet()) {
      String folder = "/" + name.replace('.', '/') + "/";
      for (String role : List.of("main", "test")) {
        folder(entry, "/" + role + "/", folder).ifPresent(it -> sources.put(role, it));
      }
      if (sources.has("main") && !manifest.has("package")) {
        manifest.put("package", name);
      }
    }
    manifest.set("sources", sources);
    ObjectNode requires = manifest.putObject("requires");
    entry.runtimeRange().ifPresent(range -> requires.put("runtime", range));
    ArrayNode dependencies = manifest.putArray("dependencies");
    for (Dependency dependency : entry.dependencies()) {
      dependencies
          .addObject()
          .put("id", dependency.id())
          .put("scope", dependency.scope().toString());
    }
    return ProjectJson.write(manifest);
  }

  /** The source folder of a package, relative to the manifest. */
  private static Optional<String> folder(Lock.Entry entry, String role, String packageFolder) {
    String language = entry.language().id() + "/";
    return entry.files().values().stream()
        .map(Lock.LockedFile::from)
        .filter(from -> from.startsWith(language) && from.contains(packageFolder))
        .map(from -> from.substring(language.length(), from.indexOf(packageFolder)))
        .filter(folder -> ("/" + folder + "/").contains(role))
        .findFirst();
  }
}
