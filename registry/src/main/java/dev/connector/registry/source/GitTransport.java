package dev.connector.registry.source;

import java.io.IOException;
import java.net.URISyntaxException;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.URIish;

/** Opens the way to a repository, with the user's credentials for its host and no other's. */
final class GitTransport {

  private GitTransport() {}

  static Transport open(
      Repository local, GitUrl url, GitSettings settings, HostCredentials credentials)
      throws IOException {
    try {
      Transport transport = Transport.open(local, new URIish(url.url()));
      transport.setTimeout((int) settings.limits().silence().toSeconds());
      transport.setTagOpt(TagOpt.NO_TAGS);
      transport.setCredentialsProvider(credentials);
      if (transport instanceof SshTransport ssh) {
        ssh.setSshSessionFactory(new SshProgram("ssh", settings.limits().silence()));
      }
      return transport;
    } catch (URISyntaxException e) {
      throw new IOException(url + " is no git URL", e);
    }
  }
}
