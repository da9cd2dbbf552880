package org.jiheng.ui.selfevaluation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
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
import org.jiheng.app.agency.Units;
import org.jiheng.app.calendar.Calendar;
import org.jiheng.app.form.FilledForms.ProjectChoice;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.Visibility;
import org.jiheng.app.selfevaluation.SelfEvaluation;
import org.jiheng.app.selfevaluation.SelfEvaluationList.Filter;
import org.jiheng.app.selfevaluation.SelfEvaluationList.Line;
import org.jiheng.app.selfevaluation.SelfEvaluationList;
import org.jiheng.app.selfevaluation.SelfEvaluations;
import org.jiheng.tenants.identity.Registry;
import org.jiheng.tenants.scope.Scope;
import org.jiheng.ui.frame.Address;
import org.jiheng.ui.frame.BeginDialog;
import org.jiheng.ui.frame.ExcelLink;
import org.jiheng.ui.frame.FormBatch;
import org.jiheng.ui.frame.ListFrame;
import org.jiheng.ui.frame.UnitFilter;
import org.jiheng.ui.shell.ListOf;
import org.jiheng.ui.shell.MainLayout;
import org.jiheng.ui.shell.Year;

/** The self-evaluations the caller may see, and, for a unit's clerk, the way to a new one. */
@Dependent
@ListOf(value = SelfEvaluation.FORM_TYPE, forms = true)
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
    FormBatch.offer(frame, selfEvaluations, Line::id, executor, registry);
    frame.load((offset, limit) -> list.page(filter, offset, limit), () -> list.totals(filter).forms(),
        getTranslation(list.mayBegin() ? "list.self-evaluations.empty-clerk" : "list.self-evaluations.empty"));
    SelfEvaluationColumns.totals(frame, list.totals(filter));
    add(frame);
  }

  private void filters(Address address) {
    SelfEvaluationColumns.filters(frame, address);
    frame.choice("state", List.of(FormState.values()), state -> getTranslation("state." + state.name()));
    UnitFilter.in(frame, address, units.ofCaller());
  }

  private void tools(Filter filter, int year) {
    if (list.mayBegin()) {
      Button begin = new Button(getTranslation("list.begin"), _ -> begin(year));
      begin.setId("begin");
      begin.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
      frame.tool(begin);
    }
    frame.tool(ExcelLink.of(frame, getTranslation("title.self-evaluations", String.valueOf(year)),
        (name, columns, cells, out) -> list.export(filter, name, columns, cells, out)));
  }

  private void begin(int year) {
    List<ProjectChoice> choices = selfEvaluations.projectsToBegin(year);
    new BeginDialog(getTranslation("begin"), getTranslation(choices.isEmpty() ? "begin.none" : "begin.text", String.valueOf(year)), choices,
        project -> getUI().ifPresent(ui -> ui.navigate("self-evaluations/" + selfEvaluations.begin(project), Year.parameters(year)))).open();
  }

  @Override
  public String getPageTitle() {
    return getTranslation("title.page", getTranslation("nav.self-evaluation"));
  }
}
