package org.jiheng.ui.transfer;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import org.jiheng.app.transfer.FundStep;
import org.jiheng.ui.text.Written;

/** What happened to a fund document, the first first. */
final class FundHistory extends Composite<Section> {

  private static final long serialVersionUID = 1L;

  FundHistory(List<FundStep> steps) {
    Section box = getContent();
    box.add(new H2(getTranslation("fund.steps")));
    box.addClassName("box");
    OrderedList list = new OrderedList();
    for (FundStep step : steps) {
      list.add(new ListItem(Written.minute(step.at()) + " " + step.personName() + " " + getTranslation("fund-act." + step.act().name())
          + (step.comment().isEmpty() ? "" : " · " + comment(step))));
    }
    box.add(list);
  }

  /** What was exempted begins with the ground, what was taken back with the amount. */
  private String comment(FundStep step) {
    String[] parts = step.comment().split(" ", 2);
    if (parts.length == 2 && step.act() == FundStep.Act.EXEMPT) {
      return getTranslation("exemption-kind." + parts[0]) + " · " + parts[1];
    }
    return parts.length == 2 && step.act() == FundStep.Act.TAKE_BACK ? takenBack(parts[0]) + " · " + parts[1] : step.comment();
  }

  /** What was taken, and behind a dash what a cut had taken before. */
  private String takenBack(String amounts) {
    String[] both = amounts.split("-", 2);
    return getTranslation("fund.wan", both[0]) + (both.length == 2 ? getTranslation("fund.part-cut-away", both[1]) : "");
  }
}
