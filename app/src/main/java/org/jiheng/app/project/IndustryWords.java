package org.jiheng.app.project;

import java.util.Collection;

/** The room above that knows industries (S5: 行业): a project is sorted under its words and no others. */
public interface IndustryWords {

  /** All of the jurisdiction, whoever asks; in no order. */
  Collection<String> known();
}
