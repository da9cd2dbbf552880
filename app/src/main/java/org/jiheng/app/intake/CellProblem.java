package org.jiheng.app.intake;

import java.util.Map;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.Words;
import org.jiheng.app.review.Refusal;

/**
 * What is wrong at a cell of the file.
 *
 * @param sheet name of the sheet; empty for the file as a whole
 * @param row as Excel counts, from 1; 0 for the sheet as a whole
 * @param column what stands above the column; empty for the row as a whole
 * @param typed what stands there; empty where nothing stands, and where it must not be told again
 * @param sentence key of the message that says what is wrong
 * @param inputs what the sentence mentions, by name
 * @param warning whether the row is taken all the same
 */
public record CellProblem(String sheet, int row, String column, String typed, String sentence, Map<String, String> inputs, boolean warning) {

  private static final int LONGEST_TOLD = 80;

  public CellProblem {
    inputs = Map.copyOf(inputs);
    typed = typed.length() > LONGEST_TOLD ? typed.substring(0, LONGEST_TOLD) + "…" : typed;
  }

  static CellProblem of(String sheet, int row, String column, String typed, Problem problem) {
    return new CellProblem(sheet, row, column, typed, "problem." + problem.code(), problem.inputs(), false);
  }

  static CellProblem of(String sheet, int row, String column, String typed, Refusal refusal) {
    return new CellProblem(sheet, row, column, typed, "refusal." + refusal.code(), refusal.inputs(), false);
  }

  CellProblem asWarning() {
    return new CellProblem(sheet, row, column, typed, sentence, inputs, true);
  }

  public String say(Words words) {
    return words.say(sentence, inputs);
  }
}
