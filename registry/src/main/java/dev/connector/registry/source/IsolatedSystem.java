package dev.connector.registry.source;

import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/**
 * JGit's view of this machine, kept to what fetching needs: no git configuration and no variable of
 * git's, where commands, credentials and rewritten URLs could come from.
 */
public final class IsolatedSystem extends SystemReader.Delegate {

  /** Trusts time stamps after this long. Measuring it instead takes seconds in a fresh home. */
  private static final long CLOCK_SECONDS = 2;

  private IsolatedSystem() {
    super(SystemReader.getInstance());
  }

  /** JGit knows one system for the whole program, and must know this one before its first use. */
  public static void install() {
    if (!(SystemReader.getInstance() instanceof IsolatedSystem)) {
      SystemReader.setInstance(new IsolatedSystem());
    }
  }

  @Override
  public String getenv(String variable) {
    return variable.startsWith("GIT_") ? null : super.getenv(variable);
  }

  @Override
  public String getHostname() {
    return "localhost";
  }

  @Override
  public FileBasedConfig openUserConfig(Config parent, FS fs) {
    return new Nothing(parent, fs);
  }

  @Override
  public FileBasedConfig openSystemConfig(Config parent, FS fs) {
    return new Nothing(parent, fs);
  }

  @Override
  public FileBasedConfig openJGitConfig(Config parent, FS fs) {
    return new Nothing(parent, fs);
  }

  private static final class Nothing extends FileBasedConfig {

    Nothing(Config parent, FS fs) {
      super(parent, null, fs);
    }

    @Override
    public void load() {}

    @Override
    public void save() {}

    @Override
    public boolean isOutdated() {
      return false;
    }

    @Override
    public long getTimeUnit(
        String section, String subsection, String name, long absent, TimeUnit unit) {
      return section.equals("filesystem")
          ? unit.convert(CLOCK_SECONDS, TimeUnit.SECONDS)
          : super.getTimeUnit(section, subsection, name, absent, unit);
    }
  }
}
