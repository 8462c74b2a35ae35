package dev.connector.scaffold.render;

import dev.connector.spec.ConnectorException;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/**
 * A Java project that is to be made.
 *
 * @param groupId Maven's, which is also the package below which its code lives
 * @param artifactId Maven's
 */
public record NewProject(String groupId, String artifactId) {

  private static final Pattern GROUP = Pattern.compile("[A-Za-z0-9_.]+");
  private static final Pattern ARTIFACT = Pattern.compile("[a-z0-9][a-z0-9._-]*");
  private static final String NAMELESS = "app";

  public NewProject {
    if (!GROUP.matcher(groupId).matches() || !SourceVersion.isName(groupId)) {
      throw new ConnectorException(
          ConnectorException.Kind.USAGE,
          "\"" + groupId + "\" is not a Java package",
          "use a name such as com.acme.shop");
    }
    if (!ARTIFACT.matcher(artifactId).matches()) {
      throw new IllegalArgumentException("not an artifact id: " + artifactId);
    }
  }

  /** A project of the user's own package, named after its folder. */
  public static NewProject in(String folder, String basePackage) {
    return new NewProject(basePackage, artifact(folder));
  }

  /** A project named after its folder, in the package that names are tried out in. */
  public static NewProject in(String folder) {
    String artifact = artifact(folder);
    String word = artifact.replaceAll("[^a-z0-9]", "");
    boolean usable = SourceVersion.isName(word);
    return new NewProject("com.example." + (usable ? word : NAMELESS), artifact);
  }

  /** A folder may be called anything; {@code My Shop!} becomes {@code my-shop}. */
  private static String artifact(String folder) {
    String name =
        folder.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return name.isEmpty() ? NAMELESS : name;
  }
}
