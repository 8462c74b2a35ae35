package dev.connector.registry.source;

import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The URL of a git repository, apart from the credentials that came with it: the URL may be shown
 * and stored, the credentials only go to its host.
 *
 * @param url {@code https}, {@code ssh}, {@code file}, {@code http} to this machine, or {@code
 *     git@host:path}; never with a password or a token
 * @param host empty for {@code file}
 * @param credentials what stood before the {@code @} of an https URL
 */
public record GitUrl(String url, String host, Optional<Credentials> credentials) {

  // No name may begin with a hyphen: it would be an option to the ssh program.
  private static final String HOST = "[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\\[[0-9a-fA-F:.]+]";
  private static final Pattern LOGIN = Pattern.compile("[A-Za-z0-9._][A-Za-z0-9._-]*");
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");
  private static final Pattern SHORT_SSH_LIKE = Pattern.compile("[^/@#]+@[^/@#:]+:.*");

  public GitUrl {
    Objects.requireNonNull(url);
    Objects.requireNonNull(host);
    Objects.requireNonNull(credentials);
  }

  private static final Pattern URL =
      Pattern.compile(
          "(?<scheme>[A-Za-z][A-Za-z0-9+.-]*)://(?:(?<user>[^/]*)@)?(?<host>"
              + HOST
              + ")?(?<port>:[0-9]{1,5})?(?<path>/[A-Za-z0-9._~/%+,=:-]*)?");

  private static final Pattern SHORT_SSH =
      Pattern.compile(
          "(?<user>[A-Za-z0-9._][A-Za-z0-9._-]*)@(?<host>"
              + HOST
              + "):(?<path>[A-Za-z0-9._~/+,=-]+)");

  /**
   * Reads a URL.
   *
   * @throws ConnectorException of kind USAGE, which does not show what may be a secret
   */
  public static GitUrl parse(String text) {
    Matcher ssh = SHORT_SSH.matcher(text);
    if (ssh.matches() && !ssh.group("path").startsWith("-")) {
      return new GitUrl(text, ssh.group("host"), Optional.empty());
    }
    Matcher url = URL.matcher(text);
    if (!url.matches()) {
      throw wrong(text, "is no git URL", "such as https://git.acme.com/connectors.git");
    }
    String scheme = url.group("scheme").toLowerCase(Locale.ROOT);
    String host = Objects.requireNonNullElse(url.group("host"), "").toLowerCase(Locale.ROOT);
    String path = Objects.requireNonNullElse(url.group("path"), "");
    String user = Objects.requireNonNullElse(url.group("user"), "");
    if (path.length() < 2 || host.isEmpty() != scheme.equals("file")) {
      throw wrong(text, "is no git URL", "such as https://git.acme.com/connectors.git");
    }
    String authority = host + Objects.requireNonNullElse(url.group("port"), "");
    return switch (scheme) {
      case "https" -> new GitUrl("https://" + authority + path, host, credentials(user));
      case "file" -> new GitUrl("file://" + path, "", Optional.empty());
      case "ssh" ->
          new GitUrl("ssh://" + login(text, user) + authority + path, host, Optional.empty());
      case "http" -> {
        if (!LOOPBACK.matcher(host).matches()) {
          throw wrong(text, "would be fetched in the clear", "use https");
        }
        yield new GitUrl("http://" + authority + path, host, credentials(user));
      }
      default -> throw wrong(text, "is of a kind that is not fetched", "use https, ssh or file");
    };
  }

  /** The environment variable that may hold a token for its host. */
  public String tokenVariable() {
    return GitSettings.tokenVariable(host);
  }

  /** Whether a text can only be meant as a URL. */
  static boolean isLike(String text) {
    return text.contains("://") || SHORT_SSH_LIKE.matcher(text).matches();
  }

  /** A text that may be a malformed URL, without whatever could be a secret in it. */
  static String shown(String text) {
    int scheme = text.indexOf("://");
    if (scheme >= 0 && (text.contains("@") || text.contains("?"))) {
      return Text.oneLine(text.substring(0, scheme)) + "://…";
    }
    boolean password = text.contains(":") && text.indexOf(':') < text.indexOf('@');
    return password
        ? "…" + Text.oneLine(text.substring(text.lastIndexOf('@')))
        : Text.oneLine(text);
  }

  private static Optional<Credentials> credentials(String userInfo) {
    if (userInfo.isEmpty()) {
      return Optional.empty();
    }
    int colon = userInfo.indexOf(':');
    return Optional.of(
        colon < 0
            ? new Credentials(decoded(userInfo), "")
            : new Credentials(
                decoded(userInfo.substring(0, colon)), decoded(userInfo.substring(colon + 1))));
  }

  /** The user name is part of an ssh address; a password there is dropped, ssh has its own ways. */
  private static String login(String text, String userInfo) {
    String user = userInfo.replaceFirst(":.*", "");
    if (!user.isEmpty() && !LOGIN.matcher(user).matches()) {
      throw wrong(text, "is no git URL", "such as ssh://git@git.acme.com/connectors.git");
    }
    return user.isEmpty() ? "" : user + "@";
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private static ConnectorException wrong(String text, String what, String hint) {
    return new ConnectorException(Kind.USAGE, "\"" + shown(text) + "\" " + what, hint);
  }

  /**
   * A user and a password or token, which no string form shows.
   *
   * @param user may be empty where the token says it all
   */
  public record Credentials(String user, String password) {
    public Credentials {
      Objects.requireNonNull(user);
      Objects.requireNonNull(password);
    }

    @Override
    public String toString() {
      return "***";
    }
  }

  /** The URL without credentials. */
  @Override
  public String toString() {
    return url;
  }
}
