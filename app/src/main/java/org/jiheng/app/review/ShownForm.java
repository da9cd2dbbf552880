package org.jiheng.app.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiheng.app.calendar.Deadline;
import org.jiheng.app.common.Problem;

/** A form as a screen shows it to one person: the sheet every form has, and beside it what only the room's forms have. */
public interface ShownForm {

  FormSheet sheet();

  default Desk desk() {
    return sheet().desk();
  }

  default String departmentName() {
    return sheet().departmentName();
  }

  default String unitName() {
    return sheet().unitName();
  }

  default Cells cells() {
    return sheet().cells();
  }

  default Map<CellKey, List<Problem>> problems() {
    return sheet().problems();
  }

  default Map<CellKey, String> labels() {
    return sheet().labels();
  }

  default Optional<Deadline> deadline() {
    return sheet().deadline();
  }

  default int problemCount() {
    return problems().values().stream().mapToInt(List::size).sum();
  }
}
