package org.jiheng.infra.run;

/** Something could not be started; the message is one sentence for the person at the console, in both languages. */
public class StartFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** @param sentence key of the sentence in {@link Sentences} */
  public StartFailedException(String sentence, Object... inputs) {
    super(Sentences.say(sentence, inputs));
  }

  /** @param sentence key of the sentence in {@link Sentences} */
  public StartFailedException(Throwable cause, String sentence, Object... inputs) {
    super(Sentences.say(sentence, inputs), cause);
  }
}
