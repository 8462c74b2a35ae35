package dev.connector.runtime.auth;

import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Files and folders that their owner alone can read and write, on whatever system. */
final class OwnerOnly {
  private static final Set<PosixFilePermission> OTHERS =
      PosixFilePermissions.fromString("---rwxrwx");

  private OwnerOnly() {}

  /** Makes the folder and those above it where they are missing; one that is there stays as is. */
  static void folder(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Files.createDirectories(folder, posix(folder, "rwx------"));
    restrict(folder, EnumSet.of(AclEntryFlag.FILE_INHERIT, AclEntryFlag.DIRECTORY_INHERIT));
  }

  /** What a file is to be created with, where the system has permissions. */
  static FileAttribute<?>[] file(Path file) {
    return posix(file, "rw-------");
  }

  /** Makes an empty file with a name of its own. */
  static Path temporary(Path folder) throws IOException {
    Path file = Files.createTempFile(folder, ".token", ".tmp", file(folder));
    restrict(file, EnumSet.noneOf(AclEntryFlag.class));
    return file;
  }

  /**
   * Refuses a file that others can read or change.
   *
   * @throws ApiException with {@link ErrorCode#INVALID_CONFIG}, saying what to do about it
   */
  static void require(Path file) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view == null) {
      return; // where access is by list, the folder's list is inherited
    }
    Set<PosixFilePermission> others = EnumSet.copyOf(OTHERS);
    others.retainAll(view.readAttributes().permissions());
    if (!others.isEmpty()) {
      throw new ApiException(
          ErrorCode.INVALID_CONFIG,
          "others can use the token in " + file + "; run: chmod 600 " + file);
    }
  }

  private static FileAttribute<?>[] posix(Path folder, String permissions) {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  /** For systems where access is by list, such as Windows: one entry, the owner's. */
  private static void restrict(Path path, Set<AclEntryFlag> flags) throws IOException {
    AclFileAttributeView view = Files.getFileAttributeView(path, AclFileAttributeView.class);
    if (view != null) {
      AclEntry owner =
          AclEntry.newBuilder()
              .setType(AclEntryType.ALLOW)
              .setPrincipal(view.getOwner())
              .setPermissions(EnumSet.allOf(AclEntryPermission.class))
              .setFlags(flags)
              .build();
      view.setAcl(List.of(owner));
    }
  }
}
