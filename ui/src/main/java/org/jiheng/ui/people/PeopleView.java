package org.jiheng.ui.people;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.agency.Units;
import org.jiheng.tenants.people.People;
import org.jiheng.tenants.people.Staff;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;
import org.jiheng.ui.frame.Address;
import org.jiheng.ui.frame.Failures;
import org.jiheng.ui.frame.ListFrame;
import org.jiheng.ui.frame.ListFrame.Column;
import org.jiheng.ui.shell.MainLayout;
import org.jiheng.ui.text.Written;

/** 人员与岗位: everybody who belongs to the jurisdiction. */
@Dependent
@Route(value = "people", layout = MainLayout.class)
@RolesAllowed({"SYSTEM_ADMIN", "SECURITY_ADMIN"})
public class PeopleView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  @Inject
  private transient People people;

  @Inject
  private transient Units units;

  private transient Wording wording;

  /** A person as the list shows it; sessions as text. */
  private record Line(Staff person, String posts, String sessions) {}

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    removeAll();
    wording = new Wording(units.names());
    Address address = Address.of(event.getLocation());
    ListFrame<Line> frame = new ListFrame<>("people", getTranslation("nav.people"), address);
    columns(frame);
    frame.words("q", "filter-text", getTranslation("people.filter"))
        .choice("person-state", List.of(Staff.State.values()), Wording::state);
    tools(frame);
    List<Line> lines = lines(address);
    frame.load((offset, limit) -> withSessions(lines.subList(Math.min(offset, lines.size()), Math.min(offset + limit, lines.size()))),
        () -> (long) lines.size(), getTranslation("people.empty"));
    frame.totals(getTranslation("people.totals", lines.size(), lines.stream().filter(line -> line.person().state() == Staff.State.DISABLED).count()));
    add(frame);
  }

  private static boolean seesSessions() {
    return Scope.current().caller().holds(Role.SECURITY_ADMIN);
  }

  private void columns(ListFrame<Line> frame) {
    frame.link(Column.text("person", line -> line.person().name()), line -> "/people/" + line.person().id(), 150, false)
        .column(Column.text("username", line -> line.person().username()), 150, false)
        .column(Column.text("home-unit", line -> wording.unit(line.person().unit())), 180, false)
        .column(Column.<Line>text("posts", Line::posts).unsorted(), 320, true)
        .column(Column.text("person-state", line -> Wording.state(line.person().state())), 96, false)
        .column(Column.text("last-sign-in", line -> Written.orNone(line.person().lastSignIn().map(Written::minute))), 140, false);
    if (seesSessions()) {
      frame.column(Column.<Line>text("sessions", Line::sessions).unsorted(), 90, false);
    }
  }

  private void tools(ListFrame<Line> frame) {
    People.Offer offer = people.invitation();
    Button invite = new Button(getTranslation("act.INVITE"), _ -> new InviteDialog(people, units.names()).open());
    invite.setId("invite");
    invite.setEnabled(offer.obstacles().isEmpty());
    if (offer.obstacles().isEmpty()) {
      invite.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    } else {
      Span why = new Span(Failures.sentences(offer.obstacles()));
      why.setId("why-not-invite");
      why.addClassName("refusal");
      invite.getElement().setAttribute("aria-describedby", "why-not-invite");
      frame.tool(why);
    }
    frame.tool(invite);
  }

  private List<Line> lines(Address address) {
    String part = address.get("q").orElse("").toLowerCase(Locale.ROOT).strip();
    Optional<Staff.State> state = address.get("person-state", Staff.State.class);
    return people.everybody().stream()
        .filter(person -> person.name().contains(part) || person.username().contains(part))
        .filter(person -> state.isEmpty() || state.get() == person.state())
        .sorted(order(address))
        .map(person -> new Line(person, wording.posts(person, people.today()), Written.NONE)).toList();
  }

  private Comparator<Staff> order(Address address) {
    Comparator<Staff> order = switch (address.get("sort").orElse("username")) {
      case "person" -> Comparator.comparing(Staff::name);
      case "home-unit" -> Comparator.comparing(Staff::unit);
      case "person-state" -> Comparator.comparing(Staff::state);
      case "last-sign-in" -> Comparator.comparing(person -> person.lastSignIn().orElse(Instant.EPOCH));
      default -> Comparator.comparing(Staff::username);
    };
    return address.get("desc").isPresent() ? order.reversed() : order;
  }

  /** Sessions are asked of the identity provider for the lines in sight alone. */
  private List<Line> withSessions(List<Line> lines) {
    if (!seesSessions()) {
      return lines;
    }
    Map<UUID, Integer> sessions = people.sessionCounts(lines.stream().map(Line::person).toList());
    return lines.stream().map(line -> new Line(line.person(), line.posts(),
        Written.orNone(Optional.ofNullable(sessions.get(line.person().id()))))).toList();
  }

  @Override
  public String getPageTitle() {
    return getTranslation("title.page", getTranslation("nav.people"));
  }
}
