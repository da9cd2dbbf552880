package org.jiheng.tenants.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The arithmetic of the chain, pure: the digest of an entry covers all its fields and the digest of the entry before it, so
 * that none can be changed, left out, put in between or moved without breaking every later one.
 */
public final class Chain {

  /** What the first entry is chained to. */
  public static final String BEGINNING = "0".repeat(64);

  /** Names of the fields of an entry, in the order in which the digest covers them. */
  public static final List<String> FIELDS = List.of("id", "at", "person", "username", "personName", "actingFor", "origin", "act",
      "subject", "title", "before", "after", "outcome", "note");

  private Chain() {}

  /**
   * A link as it is kept or exported.
   *
   * @param fields texts of the entry, as {@link #FIELDS} names them
   */
  public record Link(long number, List<String> fields, String previous, String digest) {

    /** Whether the digest is the one of these fields after that digest. */
    boolean sound() {
      return digest.equals(Chain.digest(previous, number, fields));
    }
  }

  /** Where a chain is broken, and how. */
  public record Broken(long number, Fault fault) {}

  /** SHA-256 over the digest before and the fields, 64 hexadecimal digits. */
  public static String digest(String previous, long number, List<String> fields) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((previous + "/" + number).getBytes(StandardCharsets.US_ASCII));
      for (String field : fields) {
        byte[] text = field.getBytes(StandardCharsets.UTF_8);
        // lengths first, so that no text can be shifted from one field into the next
        digest.update(("/" + text.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(text);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  /** Follows a chain link by link; holds where it stands between the links it is given. */
  public static final class Verification {

    private long expected = 1;
    private String previous = BEGINNING;

    /** The first fault ends the verification: nothing after it can be trusted. */
    public Optional<Broken> next(Link link) {
      if (link.number() != expected) {
        return Optional.of(new Broken(expected, Fault.MISSING));
      }
      if (!link.previous().equals(previous)) {
        return Optional.of(new Broken(link.number(), Fault.UNCHAINED));
      }
      if (!link.sound()) {
        return Optional.of(new Broken(link.number(), Fault.CHANGED));
      }
      expected++;
      previous = link.digest();
      return Optional.empty();
    }

    /** How many links have been followed. */
    public long followed() {
      return expected - 1;
    }

    /** Digest of the last link, to be compared with one that was written down elsewhere. */
    public String head() {
      return previous;
    }
  }
}
