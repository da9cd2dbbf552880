package org.jiheng.infra.run;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * The passwords the parts of one installation know each other by. Made at random at the first start, so that no two
 * installations share one and none is ever written in the product.
 */
public final class Secrets {

  /** What there is a password for. */
  public enum Of {
    /** The owner of the database server. */
    DATABASE_SUPERUSER,
    /** {@link Database#MIGRATOR}. */
    DATABASE_MIGRATOR,
    /** {@link Database#LOGIN}. */
    DATABASE_LOGIN,
    /** {@link Database#IDENTITY}. */
    DATABASE_IDENTITY,
    /** The application as a client of the identity provider. */
    IDENTITY_CLIENT,
    /** The application as the one who administers people's accounts there. */
    IDENTITY_PEOPLE,
    /** The first administrator of the identity provider. */
    IDENTITY_ADMINISTRATOR
  }

  private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
  private static final int LENGTH = 40;

  private final Map<Of, String> secrets;

  private Secrets(Map<Of, String> secrets) {
    this.secrets = secrets;
  }

  /** Letters and digits only: safe in a command's environment, in an address and in SQL. */
  public String of(Of which) {
    return secrets.get(which);
  }

  /** Secrets that live as long as this object. */
  public static Secrets temporary() {
    Map<Of, String> secrets = new EnumMap<>(Of.class);
    for (Of which : Of.values()) {
      secrets.put(which, random());
    }
    return new Secrets(secrets);
  }

  /**
   * The secrets kept in this file, which only its owner may read; those it does not hold yet are made and added.
   *
   * @throws UncheckedIOException if the file cannot be read or written
   */
  public static Secrets keptIn(Path file) {
    try {
      Properties kept = new Properties();
      if (Files.exists(file)) {
        try (Reader reader = Files.newBufferedReader(file)) {
          kept.load(reader);
        }
      }
      Secrets secrets = temporary();
      for (Of which : Of.values()) {
        String value = kept.getProperty(which.name());
        if (value != null) {
          secrets.secrets.put(which, value);
        }
      }
      if (kept.size() < Of.values().length) {
        secrets.write(file);
      }
      return secrets;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void write(Path file) throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(beside);
    // closed to others from the first byte on, and never half written
    try (var channel = Files.newByteChannel(beside, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly());
        Writer writer = Channels.newWriter(channel, StandardCharsets.UTF_8)) {
      for (Map.Entry<Of, String> secret : secrets.entrySet()) {
        writer.write(secret.getKey() + "=" + secret.getValue() + "\n");
      }
    }
    Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Read and write for the owner alone, where the file system knows owners. */
  static FileAttribute<?>[] ownerOnly() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
        : new FileAttribute<?>[0];
  }

  private static String random() {
    SecureRandom random = new SecureRandom();
    StringBuilder secret = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      secret.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return secret.toString();
  }
}
