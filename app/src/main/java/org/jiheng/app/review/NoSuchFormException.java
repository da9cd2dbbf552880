package org.jiheng.app.review;

/** There is no such form for this caller: it does not exist, or it is not theirs to see. The answer is the same. */
public class NoSuchFormException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public NoSuchFormException() {
    super("no such form");
  }
}
