package org.jiheng.tenants.audit;

/**
 * What is to be recorded; who, when and from where are added by the {@link Trail}.
 *
 * @param subject what it is about, as a lasting name such as {@code SELF_EVALUATION/018f…}; its first part names the kind
 * @param title the same in words
 * @param before what stood there; empty for nothing
 * @param after what stands there now; empty for nothing
 * @param note a refusal's codes or a comment; empty for none
 */
public record Record(Act act, String subject, String title, String before, String after, Outcome outcome, String note) {

  public static Record of(Act act, String subject, String title) {
    return new Record(act, subject, title, "", "", Outcome.DONE, "");
  }

  public Record changed(String from, String to) {
    return new Record(act, subject, title, from, to, outcome, note);
  }

  public Record because(String why) {
    return new Record(act, subject, title, before, after, outcome, why);
  }

  /** The same, but it was not done. */
  public Record not(Outcome why, String codes) {
    return new Record(act, subject, title, before, after, why, codes);
  }
}
