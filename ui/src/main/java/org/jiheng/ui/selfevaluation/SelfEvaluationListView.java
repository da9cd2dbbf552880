package org.jiheng.ui.selfevaluation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiheng.app.agency.Unit;
import org.jiheng.app.agency.Units;
import org.jiheng.app.calendar.Calendar;
import org.jiheng.app.common.Words;
import org.jiheng.app.review.Batch;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.Move;
import org.jiheng.app.review.Order;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.review.RefusedException;
import org.jiheng.app.review.Visibility;
import org.jiheng.app.selfevaluation.SelfEvaluationList.Filter;
import org.jiheng.app.selfevaluation.SelfEvaluationList.Line;
import org.jiheng.app.selfevaluation.SelfEvaluationList;
import org.jiheng.app.selfevaluation.SelfEvaluations;
import org.jiheng.tenants.identity.Registry;
import org.jiheng.tenants.scope.Scope;
import org.jiheng.ui.frame.Address;
import org.jiheng.ui.frame.BatchDialog;
import org.jiheng.ui.frame.ExcelLink;
import org.jiheng.ui.frame.Failures;
import org.jiheng.ui.frame.ListFrame;
import org.jiheng.ui.frame.LongWork;
import org.jiheng.ui.shell.MainLayout;
import org.jiheng.ui.shell.Year;

/** The self-evaluations the caller may see, and, for a unit's clerk, the way to a new one. */
@Dependent
@Route(value = "self-evaluations", layout = MainLayout.class)
@PermitAll
public class SelfEvaluationListView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  @Inject
  private transient SelfEvaluations selfEvaluations;

  @Inject
  private transient SelfEvaluationList list;

  @Inject
  private transient Units units;

  @Inject
  private transient Calendar calendar;

  @Inject
  private transient Registry registry;

  @Resource
  private transient ManagedExecutorService executor;

  private ListFrame<Line> frame;

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    removeAll();
    if (!Visibility.of(Scope.current()).reads()) {
      event.rerouteToError(com.vaadin.flow.router.NotFoundException.class);
      return;
    }
    int year = Year.shown(event.getLocation(), calendar.today());
    Address address = Address.of(event.getLocation()).with(Year.PARAMETER, String.valueOf(year));
    Filter filter = SelfEvaluationColumns.filter(address, year);
    frame = new ListFrame<>("self-evaluations", getTranslation("title.self-evaluations", String.valueOf(year)), address);
    SelfEvaluationColumns.columns(frame, "/self-evaluations/", year);
    filters(address);
    tools(filter, year);
    for (Move move : Batch.moves(Scope.current().caller())) {
      frame.batch(move.name().toLowerCase(java.util.Locale.ROOT), getTranslation("batch." + move.name()), lines -> preview(move, lines));
    }
    frame.load((offset, limit) -> list.page(filter, offset, limit), () -> list.totals(filter).forms(),
        getTranslation(list.mayBegin() ? "list.self-evaluations.empty-clerk" : "list.self-evaluations.empty"));
    SelfEvaluationColumns.totals(frame, list.totals(filter));
    add(frame);
  }

  private void filters(Address address) {
    SelfEvaluationColumns.filters(frame, address);
    frame.choice("state", List.of(FormState.values()), state -> getTranslation("state." + state.name()));
    List<Unit> own = units.ofCaller();
    ComboBox<Unit> unit = new ComboBox<>();
    unit.setId("filter-unit");
    unit.setAriaLabel(getTranslation("column.unit"));
    unit.setPlaceholder(getTranslation("column.unit"));
    unit.setItems(own);
    unit.setItemLabelGenerator(one -> one.code() + " " + one.name());
    unit.setClearButtonVisible(true);
    Optional<Unit> chosen = address.get("unit").flatMap(code -> own.stream().filter(one -> one.code().equals(code)).findFirst());
    chosen.ifPresent(unit::setValue);
    unit.addValueChangeListener(change -> address.with("unit", change.getValue() == null ? "" : change.getValue().code()).go());
    frame.filter(unit);
    chosen.ifPresent(one -> frame.chip(one.name(), "unit"));
  }

  private void tools(Filter filter, int year) {
    if (list.mayBegin()) {
      Button begin = new Button(getTranslation("list.begin"), _ -> new BeginDialog(selfEvaluations, year).open());
      begin.setId("begin");
      begin.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
      frame.tool(begin);
    }
    frame.tool(ExcelLink.of(frame, getTranslation("title.self-evaluations", String.valueOf(year)),
        (name, columns, cells, out) -> list.export(filter, name, columns, cells, out)));
  }

  private void preview(Move move, Set<Line> lines) {
    List<SelfEvaluations.BatchItem> items = selfEvaluations.preview(lines.stream().map(Line::id).toList(), move);
    String action = getTranslation("move." + move.name());
    new BatchDialog(action, items.stream().map(item -> new BatchDialog.Item(item.title(), sentences(item.refusals()))).toList(),
        () -> walk(move, action, items.stream().filter(item -> item.refusals().isEmpty()).toList())).open();
  }

  private void walk(Move move, String action, List<SelfEvaluations.BatchItem> items) {
    Words words = Words.in(getLocale());
    new LongWork<SelfEvaluations.BatchItem>(action, frame::refresh).begin(executor, registry::renewed, items, item -> {
      try {
        selfEvaluations.walk(item.id(), move, new Order(item.command(), item.version(), Optional.empty(), ""));
        return Optional.empty();
      } catch (RefusedException refused) {
        return Optional.of(item.title() + ": " + words.say("refusal." + refused.refusals().getFirst().code(), refused.refusals().getFirst().inputs()));
      }
    });
  }

  private String sentences(List<Refusal> refusals) {
    return refusals.stream().map(Failures::sentence).collect(Collectors.joining(" "));
  }

  @Override
  public String getPageTitle() {
    return getTranslation("title.page", getTranslation("nav.self-evaluation"));
  }
}
