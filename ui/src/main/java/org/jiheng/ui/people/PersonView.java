package org.jiheng.ui.people;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.agency.Units;
import org.jiheng.tenants.identity.OneTimePassword;
import org.jiheng.tenants.people.People;
import org.jiheng.tenants.people.Staff;
import org.jiheng.tenants.people.StaffAct;
import org.jiheng.ui.frame.Address;
import org.jiheng.ui.frame.Failures;
import org.jiheng.ui.frame.FreshLoginDialog;
import org.jiheng.ui.frame.PlainTable;
import org.jiheng.ui.shell.MainLayout;
import org.jiheng.ui.text.Written;

/** One person: what an administrator may do, posts, sessions, and what was done so far. */
@Dependent
@Route(value = "people/:person", layout = MainLayout.class)
@RolesAllowed({"SYSTEM_ADMIN", "SECURITY_ADMIN"})
class PersonView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  /** In the address: the act that waits for a fresh login. */
  private static final String WAITING = "act";

  @Inject
  private transient People people;

  @Inject
  private transient Units units;

  private transient Wording wording;
  private transient Address address;
  private UUID person;

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    Optional<UUID> asked = event.getRouteParameters().get("person").filter(text -> text.matches("[0-9a-f-]{36}")).map(UUID::fromString);
    Optional<People.File> file = asked.flatMap(people::file);
    if (file.isEmpty()) {
      event.rerouteToError(NotFoundException.class);
      return;
    }
    person = asked.get();
    wording = new Wording(units.names());
    address = Address.of(event.getLocation());
    show(file.get());
    address.get(WAITING, StaffAct.class).ifPresent(act -> waiting(act, file.get()));
  }

  /** Comes back from the login: the act stands ready as it was left, and is done by the person, not by the address. */
  private void waiting(StaffAct act, People.File file) {
    if (file.offer(act).filter(offer -> offer.obstacles().isEmpty()).isPresent()) {
      if (act == StaffAct.GIVE) {
        give(file.person(), GiveDialog.Wanted.in(address));
      } else if (act.weighty()) {
        begin(act, file.person());
      }
    }
  }

  private void again() {
    people.file(person).ifPresent(this::show);
  }

  private void show(People.File file) {
    removeAll();
    addClassNames("page", "person");
    Staff one = file.person();
    Span state = new Span(Wording.state(one.state()));
    state.addClassNames("status", one.state().name().toLowerCase(Locale.ROOT));
    Div head = new Div(new RouterLink(getTranslation("nav.people"), PeopleView.class), new H1(one.name()), new Span(one.username()), state,
        new Span(getTranslation("people.works-at", wording.unit(one.unit()))),
        new Span(getTranslation("people.signed-in", Written.orNone(one.lastSignIn().map(Written::minute)))));
    head.addClassName("form-head");
    add(head, acts(file));
    if (file.untold()) {
      Paragraph untold = new Paragraph(getTranslation("people.untold"));
      untold.setId("untold");
      untold.addClassName("warning");
      add(untold);
    }
    add(posts(file));
    file.sessions().ifPresent(sessions -> add(sessions(file)));
    add(changes(file));
  }

  private Component acts(People.File file) {
    Div acts = new Div();
    acts.addClassNames("actions", "form-bar");
    file.offers().stream().filter(offer -> offer.act() != StaffAct.GIVE && offer.act() != StaffAct.END_SESSIONS)
        .forEach(offer -> offered(acts, offer, () -> begin(offer.act(), file.person())));
    return acts;
  }

  private void offered(Div place, People.Offer offer, Runnable act) {
    String name = offer.act().name().toLowerCase(Locale.ROOT).replace('_', '-');
    Button button = new Button(getTranslation("act." + offer.act().name()), _ -> act.run());
    button.setId("act-" + name);
    button.setEnabled(offer.obstacles().isEmpty());
    place.add(button);
    if (!offer.obstacles().isEmpty()) {
      Span why = new Span(getTranslation("move.refused", getTranslation("act." + offer.act().name()), Failures.sentences(offer.obstacles())));
      why.setId("why-not-" + name);
      why.addClassName("refusal");
      button.getElement().setAttribute("aria-describedby", why.getId().orElseThrow());
      place.add(why);
    }
  }

  private void begin(StaffAct act, Staff one) {
    boolean takes = act == StaffAct.DISABLE;
    new ActDialog(getTranslation("act." + act.name()), getTranslation("act.text." + act.name(), one.name()), takes, reason -> run(act, one, reason)).open();
  }

  private void run(StaffAct act, Staff one, String reason) {
    FreshLoginDialog.unlessFresh(address.with(WAITING, act.name()), () -> {
      switch (act) {
        case DISABLE -> people.disable(person, reason);
        case ENABLE -> people.enable(person);
        case RESET_SECOND_FACTOR -> people.resetSecondFactor(person);
        case RESET_FIRST_FACTOR -> {
          OneTimePassword password = people.resetPassword(person);
          new PasswordDialog(one.username(), one.name(), password, () -> { }).open();
        }
        case END_SESSIONS -> people.endSessions(person);
        default -> throw new IllegalArgumentException(act + " is begun elsewhere");
      }
      again();
    });
  }

  private void give(Staff one, Optional<GiveDialog.Wanted> waiting) {
    new GiveDialog(one.name(), units.names(), people.today(), waiting, wanted ->
        FreshLoginDialog.unlessFresh(wanted.into(address.with(WAITING, StaffAct.GIVE.name())), () -> {
          people.give(person, wanted.role(), wanted.unit(), wanted.from(), wanted.until());
          again();
        })).open();
  }

  private Component posts(People.File file) {
    Section box = box(getTranslation("column.posts"));
    PlainTable table = new PlainTable(getTranslation("people.role"), getTranslation("people.covers"), getTranslation("people.from"), getTranslation("people.until"), "");
    table.addClassName("posts");
    file.taking().forEach((post, obstacles) -> {
      Button take = new Button(getTranslation("act.TAKE"), _ -> new ActDialog(getTranslation("act.TAKE"),
          getTranslation("act.text.TAKE", file.person().name(), wording.role(post.membership())), true, reason -> {
            people.take(person, post.id(), reason);
            again();
          }).open());
      take.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
      take.setEnabled(obstacles.isEmpty());
      Span why = new Span(Failures.sentences(obstacles));
      why.addClassName("refusal");
      table.line(Wording.holds(post.membership(), people.today()) ? "" : "over", new Text(wording.role(post.membership())),
          new Text(wording.covered(post.membership())), new Text(Written.day(post.membership().from())), new Text(wording.until(post.membership())),
          new Div(take, why));
    });
    Div give = new Div();
    give.addClassName("actions");
    file.offer(StaffAct.GIVE).ifPresent(offer -> offered(give, offer, () -> give(file.person(), Optional.empty())));
    box.add(table, give);
    return box;
  }

  private Component sessions(People.File file) {
    Section box = box(getTranslation("column.sessions"));
    PlainTable table = new PlainTable(getTranslation("people.session-since"), getTranslation("people.session-used"), getTranslation("people.session-from"), "");
    table.addClassName("sessions");
    file.sessions().orElseThrow().forEach(session -> {
      Button end = new Button(getTranslation("people.end-session"), _ -> {
        people.endSession(person, session.id());
        again();
      });
      end.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
      table.line("", new Text(Written.minute(session.since())), new Text(Written.minute(session.used())), new Text(session.origin()), end);
    });
    Div all = new Div();
    all.addClassName("actions");
    file.offer(StaffAct.END_SESSIONS).ifPresent(offer -> offered(all, offer, () -> begin(StaffAct.END_SESSIONS, file.person())));
    box.add(table, all);
    return box;
  }

  private Component changes(People.File file) {
    Section box = box(getTranslation("people.changes"));
    PlainTable table = new PlainTable(getTranslation("people.change-at"), getTranslation("people.change-by"), getTranslation("people.change"),
        getTranslation("people.change-what"), getTranslation("people.change-reason"));
    file.changes().forEach(change -> table.line("", new Text(Written.minute(change.at())), new Text(change.by()),
        new Text(getTranslation("act." + change.act().name())),
        new Text(change.post().map(post -> getTranslation("people.post", wording.role(post), wording.covered(post)) + " "
            + Written.day(post.from()) + " – " + wording.until(post)).orElse(Written.NONE)),
        new Text(change.reason())));
    box.add(table);
    return box;
  }

  private static Section box(String heading) {
    Section box = new Section(new H2(heading));
    box.addClassName("box");
    return box;
  }

  @Override
  public String getPageTitle() {
    return getTranslation("title.page", getTranslation("nav.people"));
  }
}
