package org.jiheng.infra.stories;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The app on a person's phone: codes of six digits from a shared secret and the time (RFC 6238). */
final class Authenticator {

  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int PERIOD = 30;

  private final byte[] secret;
  private long lastStep;

  /** @param shown the secret as it is shown to people: base 32, in groups */
  Authenticator(String shown) {
    String text = shown.replaceAll("[^A-Za-z2-7]", "").toUpperCase(Locale.ROOT);
    ByteBuffer bytes = ByteBuffer.allocate(text.length() * 5 / 8);
    int bits = 0;
    long buffer = 0;
    for (char one : text.toCharArray()) {
      buffer = buffer << 5 | BASE32.indexOf(one);
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes.put((byte) (buffer >>> bits));
      }
    }
    secret = bytes.array();
  }

  private static long step() {
    return Instant.now().getEpochSecond() / PERIOD;
  }

  /**
   * A code nobody has used yet: of this half minute or, when that one is spent, of the next, which the provider takes as well.
   * When that is spent too, a person waits until the phone shows another one.
   */
  String code() {
    lastStep = Math.max(step(), lastStep + 1);
    while (lastStep > step() + 1) {
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(lastStep).array());
      int offset = hash[hash.length - 1] & 0xF;
      return "%06d".formatted((ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE) % 1_000_000);
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
