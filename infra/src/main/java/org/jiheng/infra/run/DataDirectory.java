package org.jiheng.infra.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** What one installation keeps between starts. Its owner alone may look in, and one run at a time may use it. */
final class DataDirectory implements AutoCloseable {

  private final Path home;
  private final FileChannel lockFile;
  private final FileLock lock;

  private DataDirectory(Path home, FileChannel lockFile, FileLock lock) {
    this.home = home;
    this.lockFile = lockFile;
    this.lock = lock;
  }

  /** @throws StartFailedException if another run uses it, or it cannot be written in */
  static DataDirectory take(Path home) {
    try {
      Files.createDirectories(home.getParent());
      if (!Files.exists(home)) {
        Files.createDirectory(home, ownerOnly());
      }
      Files.createDirectories(home.resolve("log"));
      FileChannel lockFile = FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = locked(lockFile);
      if (lock == null) {
        lockFile.close();
        throw new StartFailedException("home.in-use", home);
      }
      return new DataDirectory(home, lockFile, lock);
    } catch (IOException closed) {
      throw new StartFailedException(closed, "home.closed", home);
    }
  }

  private static FileLock locked(FileChannel lockFile) throws IOException {
    try {
      return lockFile.tryLock();
    } catch (OverlappingFileLockException thisVeryProcess) {
      return null;
    }
  }

  private static FileAttribute<?>[] ownerOnly() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))}
        : new FileAttribute<?>[0];
  }

  Path log(String part) {
    return home.resolve("log").resolve(part + ".log");
  }

  /** A directory for the temporary files of the parts, emptied: what a killed run left there is nobody's. */
  Path emptied(String name) {
    try {
      Directories.delete(home.resolve(name));
      return Files.createDirectory(home.resolve(name));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    try {
      lock.release();
      lockFile.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
