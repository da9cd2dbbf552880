package org.jiheng.ui.platform;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.tenants.desk.Job;
import org.jiheng.tenants.desk.JobKind;
import org.jiheng.tenants.desk.ProvisioningDesk;
import org.jiheng.tenants.desk.ProvisioningDesk.Line;
import org.jiheng.tenants.desk.Standing;
import org.jiheng.tenants.scope.JurisdictionState;
import org.jiheng.tenants.scope.Scope;
import org.jiheng.ui.frame.Address;
import org.jiheng.ui.shell.MainLayout;
import org.jiheng.ui.text.Written;

/**
 * 县市管理: the counties of the prefecture, what was last done with each, and what may be done. While a job is open the page looks
 * after it every second, for a while; the job shown stands in the address.
 */
@Dependent
@Route(value = "jurisdictions", layout = MainLayout.class)
@RolesAllowed("SYSTEM_ADMIN")
public class JurisdictionsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;
  private static final int NOT_LOOKING = -1;

  /** In the address: what waits for a fresh login, and with which county. */
  private static final String WAITING = "act";
  private static final String COUNTY = "county";

  @Inject
  private transient ProvisioningDesk desk;

  private final Div panel = new Div();
  private final Div left = new Div();
  private final Div table = new Div();
  private Registration looking;
  private transient LookingAfter lookingAfter = LookingAfter.begun();
  private transient Address address;
  private transient List<Line> shown = List.of();
  private transient Optional<Job> job = Optional.empty();

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    if (!desk.isOpen()) {
      event.rerouteToError(AccessDeniedException.class);
      return;
    }
    address = Address.of(event.getLocation());
    removeAll();
    addClassNames("page", "jurisdictions");
    Button onboard = new Button(getTranslation("platform.onboard"),
        _ -> onboard().open());
    onboard.setId("onboard");
    onboard.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    Div head = new Div(new H1(getTranslation("nav.jurisdictions")), onboard);
    head.addClassName("list-head");
    Paragraph what = new Paragraph(getTranslation("platform.text"));
    what.addClassName("as-of");
    add(head, what, left, panel, table);
    lookingAfter = LookingAfter.begun();
    shown = List.of();
    job = Optional.empty();
    look(event.getUI());
    address.get(WAITING, JobKind.class).ifPresent(this::waiting);
  }

  private OnboardDialog onboard() {
    return new OnboardDialog(desk, Scope.current().jurisdiction(), address.with(WAITING, JobKind.ONBOARD.name()), this::follow);
  }

  private ChangeDialog change(Standing county, JobKind kind) {
    return new ChangeDialog(desk, county.jurisdiction(), kind,
        address.with(WAITING, kind.name()).with(COUNTY, county.jurisdiction().code().value()), this::follow);
  }

  /** Comes back from a fresh login: the dialog stands as it was left, and is confirmed by the person, not by the address. */
  private void waiting(JobKind kind) {
    if (kind == JobKind.ONBOARD) {
      onboard().openAgain();
    } else {
      shown.stream().flatMap(line -> line.standing().stream()).filter(one -> address.get(COUNTY).filter(one.jurisdiction().code().value()::equals).isPresent())
          .filter(one -> actions(one).contains(kind)).findFirst().ifPresent(one -> change(one, kind).openAgain());
    }
  }

  @Override
  protected void onAttach(AttachEvent event) {
    looking = event.getUI().addPollListener(_ -> {
      lookingAfter = lookingAfter.oneMore();
      look(event.getUI());
    });
  }

  @Override
  protected void onDetach(DetachEvent event) {
    looking.remove();
    event.getUI().setPollInterval(NOT_LOOKING);
  }

  private void follow(UUID wanted) {
    address.with(WAITING, "").with(COUNTY, "").with("job", wanted.toString()).go();
  }

  /** Draws what has changed since the last look, so that whoever is at a button stays there. */
  private void look(UI ui) {
    List<Line> lines = desk.counties();
    Optional<Job> looked = address.get("job").filter(text -> text.matches("[0-9a-f-]{36}")).map(UUID::fromString).flatMap(desk::job);
    if (!looked.equals(job) || looked.isPresent() && panel.getComponentCount() == 0) {
      job = looked;
      panel.removeAll();
      looked.ifPresent(one -> panel.add(new JobPanel(desk, one, address, this::follow, () -> look(ui))));
    }
    if (!lines.equals(shown)) {
      shown = lines;
      table.removeAll();
      table.add(table(lines));
    }
    boolean waiting = looked.filter(one -> one.state().open()).isPresent()
        || lines.stream().anyMatch(line -> line.latest().filter(one -> one.state().open()).isPresent());
    boolean alone = waiting && lookingAfter.isOver();
    ui.setPollInterval(waiting && !alone ? LookingAfter.MILLISECONDS_BETWEEN_LOOKS : NOT_LOOKING);
    left.removeAll();
    if (alone) {
      left.add(new Paragraph(getTranslation("platform.left-alone")), lookAgain(ui));
    }
  }

  private Component lookAgain(UI ui) {
    Button again = new Button(getTranslation("platform.look-again"), _ -> {
      lookingAfter = LookingAfter.begun();
      look(ui);
    });
    again.setId("look-again");
    return again;
  }

  private Component table(List<Line> lines) {
    if (lines.isEmpty()) {
      return new Paragraph(getTranslation("platform.none"));
    }
    NativeTable counties = new NativeTable();
    counties.addClassNames("figures", "official");
    NativeTableRow head = counties.getHead().addRow();
    for (String name : List.of("code", "name", "state", "since", "layout", "latest", "actions")) {
      head.addHeaderCell().setText(getTranslation("platform." + name));
    }
    lines.forEach(line -> row(counties.getBody().addRow(), line));
    return counties;
  }

  private void row(NativeTableRow row, Line line) {
    row.getElement().setAttribute("data-county", line.code());
    row.addHeaderCell().setText(line.code());
    row.addDataCell().setText(line.name());
    Optional<Standing> standing = line.standing();
    Span state = new Span(standing.map(one -> state(one.state())).orElse(Written.NONE));
    standing.ifPresent(one -> {
      state.addClassNames("standing", one.state().name());
      state.setTitle(one.reason());
    });
    row.addDataCell().add(state);
    row.addDataCell().setText(standing.map(one -> Written.minute(one.since())).orElse(Written.NONE));
    row.addDataCell().setText(standing.filter(Standing::isThere).map(Standing::layout).orElse(Written.NONE));
    row.addDataCell().add(line.latest().<Component>map(this::latest).orElseGet(() -> new Span(Written.NONE)));
    Div actions = new Div();
    actions.addClassName("row-actions");
    standing.ifPresent(one -> actions(one).forEach(kind -> actions.add(action(one, kind))));
    row.addDataCell().add(actions);
  }

  private String state(JurisdictionState state) {
    String mark = switch (state) {
      case ONBOARDING -> "○";
      case ACTIVE -> "●";
      case SUSPENDED -> "■";
      case QUARANTINED -> "▲";
      case REMOVED -> "✕";
    };
    return mark + " " + getTranslation("jurisdiction-state." + state.name());
  }

  private Component latest(Job one) {
    RouterLink link = new RouterLink(getTranslation("job-kind." + one.wish().kind().name()) + " " + JobPanel.mark(one.state()) + " "
        + getTranslation("job-state." + one.state().name()) + " " + Written.minute(one.wantedAt()), JurisdictionsView.class);
    link.setQueryParameters(new QueryParameters(Map.of("job", List.of(one.id().toString()))));
    return link;
  }

  private static List<JobKind> actions(Standing county) {
    return switch (county.state()) {
      case ACTIVE -> List.of(JobKind.RENAME, JobKind.SUSPEND, JobKind.EXPORT, JobKind.REMOVE);
      case SUSPENDED -> List.of(JobKind.RENAME, JobKind.RESUME, JobKind.EXPORT, JobKind.REMOVE);
      case QUARANTINED -> List.of(JobKind.MIGRATE, county.wanted() == JurisdictionState.SUSPENDED ? JobKind.RESUME : JobKind.SUSPEND,
          JobKind.EXPORT, JobKind.REMOVE);
      case ONBOARDING, REMOVED -> List.of();
    };
  }

  private Component action(Standing county, JobKind kind) {
    Button action = new Button(getTranslation("job-kind." + kind.name()),
        _ -> change(county, kind).open());
    action.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
    action.getElement().setAttribute("data-action", kind.name());
    action.setAriaLabel(getTranslation("job-kind." + kind.name()) + " " + county.jurisdiction().name());
    return action;
  }

  @Override
  public String getPageTitle() {
    return getTranslation("title.page", getTranslation("nav.jurisdictions"));
  }
}
