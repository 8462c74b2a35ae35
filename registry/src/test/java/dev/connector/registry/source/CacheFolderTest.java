package dev.connector.registry.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CacheFolderTest {

  private static final Path HOME = Path.of("/home/ada").toAbsolutePath();

  @Test
  void isWhereEachSystemKeepsCaches() {
    assertThat(CacheFolder.locate(Map.of(), "Linux", HOME))
        .isEqualTo(HOME.resolve(".cache/connector"));
    assertThat(CacheFolder.locate(Map.of(), "Mac OS X", HOME))
        .isEqualTo(HOME.resolve("Library/Caches/connector"));
    assertThat(CacheFolder.locate(Map.of(), "Windows 11", HOME))
        .isEqualTo(HOME.resolve("AppData/Local/connector/cache"));
  }

  @Test
  void followsTheEnvironment() {
    String place = Path.of("/var/caches").toAbsolutePath().toString();

    assertThat(CacheFolder.locate(Map.of("XDG_CACHE_HOME", place), "Linux", HOME))
        .isEqualTo(Path.of(place, "connector"));
    assertThat(CacheFolder.locate(Map.of("LOCALAPPDATA", place), "Windows 11", HOME))
        .isEqualTo(Path.of(place, "connector", "cache"));
    assertThat(CacheFolder.locate(Map.of("CONNECTOR_CACHE", place), "Linux", HOME))
        .isEqualTo(Path.of(place));
  }

  @Test
  void isNeverRelativeToWhereTheCommandRuns() {
    assertThat(CacheFolder.locate(Map.of("XDG_CACHE_HOME", "caches"), "Linux", HOME))
        .isEqualTo(HOME.resolve(".cache/connector"));
  }
}
