package org.jiheng.app.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jiheng.app.common.Words;
import org.jiheng.app.document.TableWorkbook;

/** What is wrong in a file as a list to be worked off, cell by cell. */
public final class ProblemList {

  private ProblemList() {}

  /**
   * @param columns headings of: sheet, row, column, what stands there, what is wrong
   * @throws IOException if it cannot be written
   */
  public static void write(OutputStream out, String name, List<String> columns, List<CellProblem> problems, Words words) throws IOException {
    TableWorkbook.write(out, name, columns, problems.stream().map(one -> List.<Object>of(one.sheet(), one.row() == 0 ? "" : String.valueOf(one.row()),
        one.column(), one.typed(), one.say(words))));
  }
}
