package org.jiheng.ui.audit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jiheng.app.document.TableWorkbook;
import org.jiheng.app.parameter.ParameterRegister;
import org.jiheng.app.project.Classified;
import org.jiheng.app.project.Projects;
import org.jiheng.tenants.audit.Act;
import org.jiheng.tenants.audit.AuditTrail;
import org.jiheng.tenants.audit.AuditTrail.Line;
import org.jiheng.tenants.audit.Chain;
import org.jiheng.tenants.audit.Following;
import org.jiheng.tenants.audit.Outcome;
import org.jiheng.tenants.audit.TrailFilter;
import org.jiheng.tenants.scope.Scope;
import org.jiheng.tenants.identity.Registry;
import org.jiheng.ui.frame.Address;
import org.jiheng.ui.frame.DayField;
import org.jiheng.ui.frame.ExcelLink;
import org.jiheng.ui.frame.ListFrame;
import org.jiheng.ui.frame.ListFrame.Column;
import org.jiheng.ui.frame.LongWork;
import org.jiheng.ui.shell.MainLayout;
import org.jiheng.ui.text.Written;

/** 审计记录: the trail of the jurisdiction, for its audit administrator alone. */
@Dependent
@Route(value = "audit", layout = MainLayout.class)
@RolesAllowed("AUDIT_ADMIN")
public class AuditView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  @Inject
  private transient AuditTrail trail;

  @Inject
  private transient Projects projects;

  @Inject
  private transient Registry registry;

  @Inject
  private transient ParameterRegister parameters;

  @Resource
  private transient ManagedExecutorService executor;

  private final Div standing = new Div();
  private final transient AuditWords words = new AuditWords(UI.getCurrent(), key -> parameters.named(key));
  private ListFrame<Shown> frame;

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    removeAll();
    Address address = Address.of(event.getLocation());
    Classified classified = projects.classified();
    TrailFilter filter = filter(address, classified);
    frame = new ListFrame<>("audit", getTranslation("audit.title"), address);
    columns(address);
    filters(address);
    tools(filter);
    standing.addClassName("audit-standing");
    standing.getElement().setAttribute("role", "status");
    showStanding();
    frame.notice(standing);
    if (!classified.none()) {
      frame.notice(new Paragraph(getTranslation("audit.classified-notice")));
    }
    frame.load((offset, limit) -> shown(trail.page(filter, offset, limit)), () -> trail.count(filter), getTranslation("audit.empty"));
    showCount(filter);
    add(frame);
    address.get("entry").flatMap(AuditView::identifier).flatMap(trail::find)
        .ifPresent(line -> new EntryDialog(Shown.of(line, classified), words, () -> address.with("entry", "").go()).open());
  }

  private void showCount(TrailFilter filter) {
    frame.totals(getTranslation("audit.totals", String.valueOf(trail.count(filter))));
  }

  private static TrailFilter filter(Address address, Classified classified) {
    return new TrailFilter(address.get("person").orElse(""), address.get("act", Act.class), address.get("object").orElse(""),
        DayField.day(address, "from"), DayField.day(address, "to"), address.get("outcome", Outcome.class), classified.untold());
  }

  private static Optional<UUID> identifier(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  private void columns(Address address) {
    frame.link(Column.<Shown>text("at", one -> Written.second(one.entry().at())).unsorted(),
            one -> address.with("entry", one.entry().id().toString()).href(), 150, false)
        .column(Column.<Shown>text("person", one -> one.entry().personName() + " " + one.entry().username()).unsorted(), 150, false)
        .column(Column.<Shown>text("act", one -> words.act(one.entry().act())).unsorted(), 108, false)
        .column(Column.<Shown>text("object", one -> one.object(words)).unsorted(), 200, true)
        .column(Column.<Shown>text("before", one -> one.before(words)).unsorted(), 104, false)
        .column(Column.<Shown>text("after", one -> one.after(words)).unsorted(), 104, false)
        .column(Column.<Shown>text("outcome", one -> words.outcome(one.entry().outcome())).unsorted(), 84, false)
        .column(Column.<Shown>text("note", one -> one.note(words)).unsorted(), 110, false)
        .column(Column.<Shown>text("origin", one -> one.entry().origin()).unsorted(), 104, false)
        .column(Column.<Shown>number("number", one -> words.number(one.line().number()), _ -> "", one -> words.number(one.line().number())).unsorted(), 72, false);
  }

  private void filters(Address address) {
    frame.words("person", "filter-person", getTranslation("audit.filter-person"))
        .words("object", "filter-object", getTranslation("audit.filter-object"))
        .choice("act", List.of(Act.values()), words::act)
        .choice("outcome", List.of(Outcome.values()), words::outcome)
        .filter(new DayField("from", getTranslation("audit.from"), address))
        .filter(new DayField("to", getTranslation("audit.to"), address));
    DayField.day(address, "from").ifPresent(day -> frame.chip(getTranslation("audit.from") + " " + day, "from"));
    DayField.day(address, "to").ifPresent(day -> frame.chip(getTranslation("audit.to") + " " + day, "to"));
  }

  private void tools(TrailFilter filter) {
    Button verify = new Button(getTranslation("audit.verify"), _ -> verify(filter));
    verify.setId("verify-chain");
    frame.tool(verify).tool(chainLink())
        .tool(ExcelLink.of(frame, getTranslation("audit.title"), (name, columns, cells, out) -> export(filter, name, columns, cells, out)));
  }

  private List<Shown> shown(List<Line> lines) {
    Classified classified = projects.classified();
    return lines.stream().map(line -> Shown.of(line, classified)).toList();
  }

  private void export(TrailFilter filter, String name, List<String> columns, Function<Shown, List<Object>> cells, OutputStream out) {
    // the trail is read under a role that sees no project
    Classified classified = projects.classified();
    trail.export(filter, lines -> {
      try {
        TableWorkbook.write(out, name, columns, lines.map(line -> Shown.of(line, classified)).map(cells));
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    });
  }

  private Component chainLink() {
    String code = Scope.current().jurisdiction().code().value();
    Anchor link = new Anchor(event -> ExcelLink.hand(event, "trail-" + code + ".jsonl", "application/x-ndjson", trail::exportChain),
        getTranslation("audit.export-chain"));
    link.setId("export-chain");
    return link;
  }

  private void verify(TrailFilter filter) {
    Following following = trail.follow();
    List<Long> blocks = trail.blocks();
    AtomicInteger done = new AtomicInteger();
    new LongWork<Long>(getTranslation("audit.verify"), () -> {
      if (done.get() == blocks.size()) {
        trail.followed(following);
      }
      showStanding();
      showCount(filter);
      frame.refresh();
    }).begin(executor, registry::renewed, blocks, block -> {
      boolean sound = following.broken().isEmpty();
      trail.follow(following, block);
      done.incrementAndGet();
      return following.broken().filter(_ -> sound).map(broken -> sentence(broken));
    });
  }

  private String sentence(Chain.Broken broken) {
    return getTranslation("audit.broken", String.valueOf(broken.number()), getTranslation("audit.fault." + broken.fault().name()));
  }

  /** How the chain stands: how long it is, what is not chained, what the latest check has shown. */
  private void showStanding() {
    standing.removeAll();
    AuditTrail.Standing now = trail.standing();
    Paragraph links = new Paragraph(getTranslation("audit.standing", String.valueOf(now.links()), String.valueOf(now.loose())));
    Paragraph checked = new Paragraph(now.checked().map(check -> getTranslation("audit.checked", Written.second(check.at()), check.byWhom(),
        check.broken().map(this::sentence).orElseGet(() -> getTranslation("audit.intact", String.valueOf(check.followed()), check.head()))))
        .orElseGet(() -> getTranslation("audit.never-checked")));
    checked.addClassName(now.checked().flatMap(check -> check.broken()).isPresent() ? "broken" : "sound");
    standing.add(links, checked);
  }

  @Override
  public String getPageTitle() {
    return getTranslation("title.page", getTranslation("nav.audit"));
  }
}
