package org.jiheng.app.intake;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Whoever waits for a long reading: told how far it is, and asked whether it goes on.
 *
 * @param tells called now and then from the thread that reads
 * @param stopped asked before each batch and every hundred rows
 */
public record Watch(Consumer<Reached> tells, BooleanSupplier stopped) {

  /** Nobody waits. */
  public static final Watch NOBODY = new Watch(_ -> { }, () -> false);

  /**
   * How far it is.
   *
   * @param read rows of both sheets that were read
   * @param checked projects that were checked with their goals
   * @param stored projects that were written
   */
  public record Reached(long read, long checked, long stored) {}

  /** It was stopped, and nothing is left behind. */
  public static final class StoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;
  }
}
