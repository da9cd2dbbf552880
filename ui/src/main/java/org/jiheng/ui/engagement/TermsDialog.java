package org.jiheng.ui.engagement;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBoxI18n;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiheng.app.engagement.EngagedPerson;
import org.jiheng.app.engagement.EngagementKind;
import org.jiheng.app.engagement.EngagementPage;
import org.jiheng.app.engagement.Firm;
import org.jiheng.app.engagement.LeadEvaluator;
import org.jiheng.app.engagement.Terms;
import org.jiheng.app.review.RefusedException;
import org.jiheng.ui.frame.DayField;
import org.jiheng.ui.frame.Failures;

/** Asks for what a contract says: a new one, or one that is changed before anybody was let in. */
final class TermsDialog extends Dialog {

  private static final long serialVersionUID = 1L;
  private static final int USUAL_DAYS = 60;

  /** What to do with the terms. */
  @FunctionalInterface
  interface Given {
    boolean with(Terms terms);
  }

  private final transient TermsChoices choices;
  private final TextField contract = new TextField();
  private final TextField procurement = new TextField();
  private final Select<EngagementKind> kind = new Select<>();
  private final ComboBox<Firm> firm = new ComboBox<>();
  private final Select<LeadEvaluator> lead = new Select<>();
  private final MultiSelectComboBox<UUID> people = new MultiSelectComboBox<>();
  private final TextField client = new TextField();
  private final ComboBox<String> clientUnit = new ComboBox<>();
  private final MultiSelectComboBox<UUID> projects = new MultiSelectComboBox<>();
  private final DatePicker opens;
  private final DatePicker closes;
  private final DatePicker reportFrom;
  private final DatePicker reportUntil;
  private final DatePicker acceptance;
  private transient Map<UUID, String> names = Map.of();

  /**
   * @param year whose projects may be chosen
   * @param there the contract as it stands; empty for a new one
   */
  TermsDialog(TermsChoices choices, int year, LocalDate today, Optional<EngagementPage> there, Given given, Runnable done) {
    this.choices = choices;
    String title = getTranslation(there.isPresent() ? "engagement-move.REVISE" : "engagement.register");
    setHeaderTitle(title);
    setWidth("860px");
    setCloseOnOutsideClick(false);
    addClassName("asking");
    LocalDate last = today.plusDays(USUAL_DAYS);
    opens = day("engagement.opens", there.map(page -> page.engagement().opens()).orElse(today));
    closes = day("engagement.closes", there.map(page -> page.engagement().closes()).orElse(last));
    reportFrom = day("engagement.report-from", there.map(page -> page.engagement().reportFrom()).orElse(today));
    reportUntil = day("engagement.report-until", there.map(page -> page.engagement().reportUntil()).orElse(last));
    acceptance = day("engagement.acceptance", there.map(page -> page.engagement().acceptance()).orElse(last));
    fields(year, there);
    there.ifPresent(this::fill);
    FormLayout layout = new FormLayout(contract, procurement, kind, client, firm, lead, clientUnit, people);
    layout.add(projects, 2);
    layout.add(opens, closes, reportFrom, reportUntil, acceptance);
    add(layout);
    Button give = new Button(title, _ -> {
      try {
        if (given.with(terms())) {
          close();
          done.run();
        }
      } catch (RefusedException refused) {
        Failures.refused(refused);
      }
    });
    give.setId("give-terms");
    give.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    getFooter().add(new Button(getTranslation("cancel"), _ -> close()), give);
  }

  private DatePicker day(String label, LocalDate value) {
    DatePicker field = new DayField(idOf(label), getTranslation(label), value);
    field.setRequired(true);
    return field;
  }

  private void fields(int year, Optional<EngagementPage> there) {
    named(contract, "engagement.contract", 60);
    named(procurement, "engagement.procurement", 60);
    named(client, "engagement.client", 120);
    kind.setId("kind");
    kind.setLabel(getTranslation("column.kind"));
    kind.setItems(EngagementKind.values());
    kind.setItemLabelGenerator(one -> getTranslation("engagement-kind." + one.name()));
    kind.setValue(EngagementKind.KEY_EVALUATION);
    kind.addValueChangeListener(_ -> kindChosen());
    firm.setId("firm");
    firm.setLabel(getTranslation("engagement.firm"));
    firm.setItems(choices.firms());
    firm.setItemLabelGenerator(Firm::name);
    firm.addValueChangeListener(_ -> firmChosen());
    lead.setId("lead");
    lead.setLabel(getTranslation("engagement.lead"));
    lead.setItemLabelGenerator(one -> one == null ? "" : one.name());
    many(people, "engagement.people");
    people.setItemLabelGenerator(person -> names.getOrDefault(person, ""));
    Map<String, String> units = choices.units();
    clientUnit.setId("client-unit");
    clientUnit.setLabel(getTranslation("engagement.client-unit"));
    clientUnit.setPlaceholder(getTranslation("engagement.client-bureau"));
    clientUnit.setItems(units.keySet());
    clientUnit.setItemLabelGenerator(units::get);
    clientUnit.setClearButtonVisible(true);
    many(projects, "engagement.projects");
    Map<UUID, String> offered = new LinkedHashMap<>();
    choices.projects(year).forEach(project -> offered.put(project.id(), project.name() + " · " + units.getOrDefault(project.unit(), "")));
    there.ifPresent(page -> page.projects().forEach(project -> offered.putIfAbsent(project.id(), project.name() + " · " + project.unitName())));
    projects.setItems(offered.keySet());
    projects.setItemLabelGenerator(offered::get);
  }

  private static String idOf(String label) {
    return label.substring(label.indexOf('.') + 1);
  }

  private void named(TextField field, String label, int longest) {
    field.setId(idOf(label));
    field.setLabel(getTranslation(label));
    field.setMaxLength(longest);
  }

  private void many(MultiSelectComboBox<UUID> field, String label) {
    field.setId(idOf(label));
    field.setLabel(getTranslation(label));
    field.setI18n(new MultiSelectComboBoxI18n().setCleared(getTranslation("choice.cleared")).setFocused(getTranslation("choice.focused"))
        .setSelected(getTranslation("choice.selected")).setDeselected(getTranslation("choice.deselected")).setTotal(getTranslation("choice.total")));
  }

  private void kindChosen() {
    boolean panel = kind.getValue() == EngagementKind.PANEL;
    firm.setVisible(!panel);
    lead.setVisible(!panel);
    if (panel) {
      firm.clear();
      offer(choices.experts());
    }
  }

  private void firmChosen() {
    UUID chosen = firm.getValue() == null ? null : firm.getValue().id();
    if (chosen == null) {
      lead.setItems();
      offer(Map.of());
    } else {
      var leads = choices.leads(chosen);
      lead.setItems(leads);
      leads.stream().findFirst().ifPresent(lead::setValue);
      offer(choices.peopleOf(chosen));
    }
  }

  private void offer(Map<UUID, String> whom) {
    names = whom;
    people.setItems(whom.keySet());
  }

  private void fill(EngagementPage page) {
    var engagement = page.engagement();
    contract.setValue(engagement.contractNumber());
    procurement.setValue(engagement.procurementNumber());
    client.setValue(engagement.client());
    kind.setValue(engagement.kind());
    kindChosen();
    choices.firms().stream().filter(one -> engagement.firm().filter(one.id()::equals).isPresent()).findFirst().ifPresent(one -> {
      firm.setValue(firm.getListDataView().getItems().filter(item -> item.id().equals(one.id())).findFirst().orElseThrow());
      lead.getListDataView().getItems().filter(item -> engagement.leadEvaluator().filter(item.id()::equals).isPresent()).findFirst().ifPresent(lead::setValue);
    });
    Set<UUID> named = new HashSet<>(page.people().stream().map(EngagedPerson::person).toList());
    named.retainAll(names.keySet());
    people.setValue(named);
    engagement.clientUnit().ifPresent(clientUnit::setValue);
    projects.setValue(new HashSet<>(page.projects().stream().map(EngagementPage.OfProject::id).toList()));
  }

  private Terms terms() {
    LocalDate none = Stream.of(opens, closes, reportFrom, reportUntil, acceptance).map(DatePicker::getValue)
        .filter(day -> day != null).findFirst().orElse(LocalDate.EPOCH);
    return new Terms(contract.getValue(), procurement.getValue(), kind.getValue(), Optional.ofNullable(firm.getValue()).map(Firm::id),
        Optional.ofNullable(lead.getValue()).map(LeadEvaluator::id), client.getValue(), Optional.ofNullable(clientUnit.getValue()),
        projects.getValue(), people.getValue(), or(opens, none), or(closes, none), or(reportFrom, none), or(reportUntil, none), or(acceptance, none));
  }

  private static LocalDate or(DatePicker field, LocalDate none) {
    return field.getValue() == null ? none : field.getValue();
  }
}
