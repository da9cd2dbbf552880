package org.jiheng.ui.transfer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Optional;
import org.jiheng.app.transfer.FundIndicator;
import org.jiheng.app.transfer.FundLine;
import org.jiheng.app.transfer.FundPage;
import org.jiheng.ui.frame.Hint;
import org.jiheng.ui.text.Written;

/** What went down to the caller's units: money and goals, one below the other. */
@Tag("table")
final class SentParts extends Component {

  private static final long serialVersionUID = 1L;

  SentParts(FundPage page) {
    getElement().getClassList().addAll(List.of("official", "figures"));
    getElement().appendChild(new Element("caption").setText(t("fund.parts-of-yours")));
    Element head = row();
    for (String heading : List.of("fund.part", "fund.part-amount", "fund.indicator.name", "fund.indicator.target")) {
      head.appendChild(new Element("th").setText(t(heading)));
    }
    page.lines().forEach(line -> part(page, line));
  }

  private void part(FundPage page, FundLine line) {
    List<FundIndicator> carried = page.indicators().stream().filter(indicator -> !page.sent(line.id(), indicator.id()).isEmpty()).toList();
    Element row = row();
    String unit = line.part().unit().map(code -> page.units().getOrDefault(code, code)).orElse("");
    Element name = new Element("th").setText(line.part().project().isPresent() ? line.name() + " · " + unit : line.name());
    String standing = PartStanding.of(page, line);
    if (!standing.isEmpty()) {
      name.appendChild(FundElements.small(standing));
    }
    Element amount = new Element("td").setText(Written.wan(line.sentAmount()));
    amount.getClassList().add("number");
    Hint.onText(amount, line.sentAmount().map(Written::yuan).orElse(""));
    for (Element spanning : List.of(name, amount)) {
      spanning.setAttribute("rowspan", String.valueOf(Math.max(1, carried.size())));
      row.appendChild(spanning);
    }
    if (carried.isEmpty()) {
      row.appendChild(new Element("td").setAttribute("colspan", "2").setText(t("fund.goals-follow")));
    }
    Optional<Element> first = Optional.of(row);
    for (FundIndicator indicator : carried) {
      Element place = first.orElseGet(this::row);
      first = Optional.empty();
      place.appendChild(new Element("td").setText(indicator.name()), new Element("td").setText(page.sent(line.id(), indicator.id())));
    }
  }

  private Element row() {
    Element row = new Element("tr");
    getElement().appendChild(row);
    return row;
  }

  private static String t(String key) {
    return UI.getCurrent().getTranslation(key);
  }
}
