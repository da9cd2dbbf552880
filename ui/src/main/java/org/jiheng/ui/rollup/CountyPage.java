package org.jiheng.ui.rollup;

import com.vaadin.flow.router.BeforeEnterEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.rollup.Rollups;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.ui.frame.Address;
import org.jiheng.ui.frame.ListFrame;
import org.jiheng.ui.shell.YearPage;

/** A list of what one county has approved in a year, as its prefecture may look at it. */
record CountyPage(Jurisdiction county, int year, Address address) {

  /** Lines a screen shows before anybody scrolls, and some more. */
  static final int AT_ONCE = 150;

  /** @throws NoSuchFormException if the address names no county of the caller's */
  static CountyPage of(BeforeEnterEvent event, Rollups rollups, LocalDate today) {
    Jurisdiction county = event.getRouteParameters().get("county").flatMap(rollups::county).orElseThrow(NoSuchFormException::new);
    YearPage page = YearPage.of(event.getLocation(), today);
    return new CountyPage(county, page.year(), page.address());
  }

  /** Where what belongs to the county is opened. */
  String path() {
    return "/rollup/" + county.code() + "/";
  }

  /** What a text about the county and the year is filled in with. */
  Object[] named() {
    return new Object[] {county.name(), String.valueOf(year)};
  }

  /**
   * The sums and what the list begins with are one look into the county, and one entry of its trail: only whoever goes past it looks again.
   *
   * @param first what was looked at with the sums
   * @param forms how many there are
   * @param more what is looked at past it, by offset and number
   */
  static <T> void load(ListFrame<T> frame, List<T> first, long forms, BiFunction<Integer, Integer, List<T>> more, String empty) {
    int there = first.size();
    frame.load((offset, limit) -> offset + limit <= there || there == forms
        ? first.subList(Math.min(offset, there), Math.min(offset + limit, there)) : more.apply(offset, limit), () -> forms, empty);
  }
}
