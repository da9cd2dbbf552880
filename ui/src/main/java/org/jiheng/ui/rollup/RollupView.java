package org.jiheng.ui.rollup;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jiheng.app.calendar.Calendar;
import org.jiheng.app.common.Grade;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Words;
import org.jiheng.app.rollup.CountyFigures;
import org.jiheng.app.rollup.Rollups;
import org.jiheng.ui.frame.Hint;
import org.jiheng.ui.shell.MainLayout;
import org.jiheng.ui.shell.Year;
import org.jiheng.ui.text.Written;

/** 州级汇总: one line a county, live; each figure of approved forms leads to the forms it is made of. */
@Dependent
@Route(value = "rollup", layout = MainLayout.class)
@RolesAllowed("PREFECTURE_OVERSIGHT")
public class RollupView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  @Inject
  private transient Rollups rollups;

  @Inject
  private transient Calendar calendar;

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    show(Year.shown(event.getLocation(), calendar.today()));
  }

  private void show(int year) {
    removeAll();
    addClassNames("page", "rollup");
    List<CountyFigures> counties = rollups.selfEvaluations(year);
    CountyFigures together = CountyFigures.together(getTranslation("rollup.together"), counties);
    Button refresh = new Button(getTranslation("rollup.refresh"), _ -> show(year));
    refresh.setId("refresh");
    Div head = new Div(new H1(getTranslation("rollup.title", String.valueOf(year))), refresh);
    head.addClassName("list-head");
    Paragraph asOf = new Paragraph(getTranslation("rollup.live"));
    asOf.addClassName("as-of");
    add(head, asOf);
    Element table = new Element("table");
    table.getClassList().addAll(List.of("figures", "official"));
    table.appendChild(heading());
    counties.forEach(county -> table.appendChild(line(county, year)));
    Element sum = line(together, year);
    sum.getClassList().add("total");
    table.appendChild(sum);
    getElement().appendChild(table);
  }

  private Element heading() {
    Words words = Words.in(getLocale());
    Element row = new Element("tr");
    for (String name : List.of("county", "projects", "forms", "budget", "executed", "rate", "approved")) {
      row.appendChild(new Element("th").setText(getTranslation("rollup." + name)));
    }
    for (Grade grade : Grade.values()) {
      row.appendChild(new Element("th").setText(words.say("grade." + grade)));
    }
    for (String name : List.of("average", "below-80", "as-of")) {
      row.appendChild(new Element("th").setText(getTranslation("rollup." + name)));
    }
    return row;
  }

  private static Element line(CountyFigures county, int year) {
    Element row = new Element("tr");
    row.setAttribute("data-county", county.code());
    row.appendChild(new Element("th").appendChild(link(county, year, "", county.name())));
    number(row, String.valueOf(county.projects()));
    number(row, String.valueOf(county.forms()));
    money(row, county.budget());
    money(row, county.executed());
    number(row, Written.orNone(county.rate()));
    linked(row, county, year, "", county.approved());
    linked(row, county, year, "&grade=" + Grade.EXCELLENT, county.excellent());
    linked(row, county, year, "&grade=" + Grade.GOOD, county.good());
    linked(row, county, year, "&grade=" + Grade.FAIR, county.fair());
    linked(row, county, year, "&grade=" + Grade.POOR, county.poor());
    number(row, Written.orNone(county.average()));
    linked(row, county, year, "&below=" + CountyFigures.BUDGET_LIMIT.points().toBigInteger(), county.below80());
    row.appendChild(new Element("td").setText(Written.orNone(county.asOf().map(Written::minute))));
    return row;
  }

  private static Element number(Element row, String text) {
    Element cell = new Element("td").setText(text);
    cell.getClassList().add("number");
    row.appendChild(cell);
    return cell;
  }

  private static void money(Element row, Money money) {
    Hint.onText(number(row, Written.wan(money)), Written.yuan(money));
  }

  private static void linked(Element row, CountyFigures county, int year, String filter, int count) {
    Element cell = number(row, "");
    cell.appendChild(count == 0 ? Element.createText("0") : link(county, year, filter, String.valueOf(count)));
  }

  /** The sum of all counties is made of the lines above it and leads nowhere. */
  private static Element link(CountyFigures county, int year, String filter, String text) {
    return Optional.of(county.code()).filter(code -> !code.isEmpty())
        .map(code -> new Element("a").setAttribute("href", Year.in("/rollup/" + code, year) + filter).setAttribute("router-link", true).setText(text))
        .orElseGet(() -> new Element("span").setText(text));
  }

  @Override
  public String getPageTitle() {
    return getTranslation("title.page", getTranslation("nav.rollup"));
  }
}
