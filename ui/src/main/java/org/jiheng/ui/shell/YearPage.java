package org.jiheng.ui.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NotFoundException;
import java.time.LocalDate;
import java.util.Optional;
import org.jiheng.app.review.Visibility;
import org.jiheng.tenants.scope.Scope;
import org.jiheng.ui.frame.Address;

/**
 * A page that shows one fiscal year, as its address says.
 *
 * @param address with the year and the filters in force
 */
public record YearPage(int year, Address address) {

  public static YearPage of(Location location, LocalDate today) {
    int year = Year.shown(location, today);
    return new YearPage(year, Address.of(location).with(Year.PARAMETER, String.valueOf(year)));
  }

  /** The same for the jurisdiction's own people who read forms; to anybody else it says that there is no such page. */
  public static Optional<YearPage> ofReaders(BeforeEnterEvent event, LocalDate today) {
    if (!Visibility.of(Scope.current()).reads() || Scope.current().caller().guest()) {
      event.rerouteToError(NotFoundException.class);
      return Optional.empty();
    }
    return Optional.of(of(event.getLocation(), today));
  }
}
