package org.jiheng.app.parameter;

import java.util.List;
import org.jiheng.app.common.Words;

/**
 * How a value is laid out in tables, for people who never see how it is written. What is read and written again without a change means
 * the same. Pure.
 */
public interface ValueSheet {

  /** @throws IllegalArgumentException if the text is no such value */
  List<ValueTable> read(String text);

  /** The value as it is stored; of tables with flaws a text that may be readable by nobody. */
  String write(List<ValueTable> tables);

  /** Everything that is wrong, at its cell; empty if the text is a value. */
  List<ValueFlaw> flaws(List<ValueTable> tables);

  /** The value in the words of the office. @throws IllegalArgumentException if the text is no such value */
  String said(Words words, String text);

  /** The tables as they are once a cell has changed: by itself nothing else follows from it. */
  default List<ValueTable> followed(List<ValueTable> before, List<ValueTable> changed) {
    return changed;
  }
}
