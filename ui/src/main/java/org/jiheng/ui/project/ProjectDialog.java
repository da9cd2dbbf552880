package org.jiheng.ui.project;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jiheng.app.agency.Unit;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Parsed;
import org.jiheng.app.common.TypedText;
import org.jiheng.app.common.Words;
import org.jiheng.app.project.Industries;
import org.jiheng.app.project.ProjectAttribute;
import org.jiheng.app.project.ProjectCategory;
import org.jiheng.app.project.ProjectCode;
import org.jiheng.app.project.ProjectEntry;
import org.jiheng.app.project.ProjectPage;
import org.jiheng.app.project.ProjectType;
import org.jiheng.app.project.RuralEntry;
import org.jiheng.app.review.RefusedException;
import org.jiheng.ui.frame.Choices;
import org.jiheng.ui.frame.DayField;
import org.jiheng.ui.frame.Failures;
import org.jiheng.ui.frame.TypedWork;

/** Asks for what a unit says about a project: a new one, or one that is changed. Stays open, with everything typed, until it is taken. */
final class ProjectDialog extends Dialog {

  private static final long serialVersionUID = 1L;
  private static final int LONG_TEXT = 4000;

  private final transient Optional<ProjectPage> there;
  private final TextField code;
  private final Checkbox provisional;
  private final TextField name;
  private final ComboBox<Unit> unit = new ComboBox<>();
  private final IntegerField year;
  private final Select<ProjectCategory> category;
  private final Select<ProjectAttribute> attribute;
  private final Select<ProjectType> type;
  private final DayField starts;
  private final DayField ends;
  private final TextField leader;
  private final TextField phone;
  private final TextField functionalClass;
  private final ComboBox<String> industry = new ComboBox<>();
  /** Whether the person chose it: another unit then changes nothing in it. */
  private boolean industryChosen;
  private final TextField investment;
  private final TextArea basis;
  private final TextArea content;
  private final Checkbox direct;
  private final TextField directCategory;
  private final TextField upperDocument;
  private final Checkbox rural;
  private final RuralFields ruralFields;
  private final Checkbox confidential;

  /**
   * @param units that may be chosen for a new project
   * @param industries under which projects are sorted
   * @param there the project as it stands; empty for a new one
   */
  ProjectDialog(List<Unit> units, Industries industries, int fiscalYear, Optional<ProjectPage> there, Consumer<ProjectEntry> given) {
    this.there = there;
    Optional<ProjectEntry> said = there.map(page -> page.project().entry(page.rural()));
    ProjectWords words = new ProjectWords(UI.getCurrent());
    code = Choices.line("project-code", "column.code", ProjectCode.LONGEST, said.map(ProjectEntry::code).orElse(""));
    provisional = box("provisional", "project.provisional", said.map(ProjectEntry::provisional).orElse(false));
    name = Choices.line("project-name", "column.project", 180, said.filter(one -> !one.confidential()).map(ProjectEntry::name).orElse(""));
    year = new IntegerField(getTranslation("project.year"));
    year.setId("project-year");
    year.setValue(said.map(ProjectEntry::fiscalYear).orElse(fiscalYear));
    category = Choices.of("category", "column.category", ProjectCategory.values(), words::of, said.map(ProjectEntry::category).orElse(ProjectCategory.SPECIFIC_PURPOSE));
    attribute = Choices.of("attribute", "column.attribute", ProjectAttribute.values(), words::of, said.map(ProjectEntry::attribute).orElse(ProjectAttribute.NEW));
    type = Choices.of("type", "column.project-type", ProjectType.values(), words::of, said.map(ProjectEntry::type).orElse(ProjectType.OTHER));
    starts = new DayField("starts", getTranslation("project.starts"), said.flatMap(ProjectEntry::starts).orElse(null));
    ends = new DayField("ends", getTranslation("project.ends"), said.flatMap(ProjectEntry::ends).orElse(null));
    leader = Choices.line("leader", "column.leader", 60, said.map(ProjectEntry::leader).orElse(""));
    phone = Choices.line("phone", "column.phone", 30, said.map(ProjectEntry::phone).orElse(""));
    functionalClass = Choices.line("functional-class", "project.functional-class", 7, said.map(ProjectEntry::functionalClass).orElse(""));
    investment = Choices.line("investment", "project.investment", 20, said.flatMap(ProjectEntry::totalInvestment).map(one -> one.inWan().toPlainString()).orElse(""));
    basis = Choices.longText("basis", "project.basis", LONG_TEXT, said.map(ProjectEntry::basis).orElse(""));
    content = Choices.longText("content", "project.content", LONG_TEXT, said.map(ProjectEntry::content).orElse(""));
    direct = box("direct", "project-flag.DIRECT", said.flatMap(ProjectEntry::directFunds).isPresent());
    directCategory = Choices.line("direct-category", "project.direct-category", 100, said.flatMap(ProjectEntry::directFunds).map(ProjectEntry.DirectFunds::category).orElse(""));
    upperDocument = Choices.line("upper-document", "project.upper-document", 100, said.flatMap(ProjectEntry::directFunds).map(ProjectEntry.DirectFunds::document).orElse(""));
    rural = box("rural", "project-flag.RURAL", said.flatMap(ProjectEntry::rural).isPresent());
    ruralFields = new RuralFields(said.flatMap(ProjectEntry::rural));
    confidential = box("confidential", "project-flag.CONFIDENTIAL", said.map(ProjectEntry::confidential).orElse(false));
    sort(industries, said.map(ProjectEntry::industry).orElse(""));
    choose(units, said);
    layout(given);
  }

  private Checkbox box(String id, String label, boolean value) {
    Checkbox box = new Checkbox(getTranslation(label), value);
    box.setId(id);
    return box;
  }

  /** The words the indicator library knows; of a new project first the one its unit usually works in. */
  private void sort(Industries industries, String said) {
    industry.setId("project-industry");
    industry.setLabel(getTranslation("column.industry"));
    SortedSet<String> known = industries.known();
    if (!said.isEmpty()) {
      known.add(said);
    }
    industry.setItems(known);
    industry.setClearButtonVisible(true);
    industry.setHelperText(getTranslation(known.isEmpty() ? "project.no-industries" : "project.industry-help"));
    industry.setValue(said.isEmpty() ? null : said);
    industry.addValueChangeListener(chosen -> industryChosen |= chosen.isFromClient());
    unit.addValueChangeListener(chosen -> Optional.ofNullable(chosen.getValue()).filter(_ -> !industryChosen)
        .flatMap(one -> industries.usualOf(one.code())).filter(known::contains).ifPresent(industry::setValue));
  }

  private void choose(List<Unit> units, Optional<ProjectEntry> said) {
    unit.setId("project-unit");
    unit.setLabel(getTranslation("column.unit"));
    List<Unit> lasting = units.stream().filter(Unit::lasts).toList();
    unit.setItems(lasting);
    unit.setItemLabelGenerator(one -> one.code() + " " + one.name());
    if (said.isEmpty() && lasting.size() == 1) {
      unit.setValue(lasting.getFirst());
    }
    // unit, year and code of a project are not changed here
    unit.setVisible(said.isEmpty());
    year.setVisible(said.isEmpty());
    code.setVisible(said.isEmpty());
    provisional.setVisible(said.isEmpty());
    code.setHelperText(getTranslation("project.code-help"));
  }

  private void layout(Consumer<ProjectEntry> given) {
    String title = getTranslation(there.isPresent() ? "project.change" : "project.enter");
    setHeaderTitle(title);
    setWidth("900px");
    setCloseOnOutsideClick(false);
    addClassName("asking");
    FormLayout fields = new FormLayout();
    fields.add(name, 2);
    fields.add(unit, year, code, provisional, category, attribute, type, industry, functionalClass, starts, ends, leader, phone, investment);
    fields.add(basis, 2);
    fields.add(content, 2);
    fields.add(direct, 2);
    fields.add(directCategory, upperDocument);
    fields.add(rural, 2);
    fields.add(ruralFields, 2);
    fields.add(confidential, 2);
    Paragraph classified = new Paragraph(getTranslation("project.classified-text"));
    classified.addClassName("warning");
    fields.add(classified, 2);
    add(fields);
    TypedWork.guard(this);
    Stream.of(direct, rural, confidential).forEach(one -> one.addValueChangeListener(_ -> fit()));
    provisional.addValueChangeListener(_ -> code.setRequiredIndicatorVisible(!provisional.getValue()));
    fit();
    Button give = new Button(title, _ -> {
      try {
        Optional<ProjectEntry> entry = entry();
        entry.ifPresent(given);
        if (entry.isPresent()) {
          close();
        }
      } catch (RefusedException refused) {
        Optional<String> unknown = refused.refusals().stream().filter(one -> one.code().equals("project-industry-unknown")).findFirst().map(Failures::sentence);
        industry.setErrorMessage(unknown.orElse(""));
        industry.setInvalid(unknown.isPresent());
        Failures.refused(refused);
      }
    });
    give.setId("give-project");
    give.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    getFooter().add(new Button(getTranslation("cancel"), _ -> close()), give);
  }

  /** Shows what belongs to what was ticked; of a confidential project nothing that describes it is asked. */
  private void fit() {
    boolean open = !confidential.getValue();
    Stream.<Component>of(name, leader, phone, functionalClass, industry, basis, content, rural).forEach(field -> field.setVisible(open));
    directCategory.setVisible(open && direct.getValue());
    upperDocument.setVisible(open && direct.getValue());
    ruralFields.setVisible(open && rural.getValue());
  }

  /** What was entered; empty if a field cannot be read, which is said at the field. */
  private Optional<ProjectEntry> entry() {
    Words words = Words.in(getLocale());
    Optional<Parsed<Money>> amount = Optional.of(investment.getValue()).filter(typed -> !typed.isBlank()).map(typed -> Money.parse(typed, Money.In.WAN));
    investment.setErrorMessage(amount.flatMap(Parsed::problem).map(words::say).orElse(""));
    investment.setInvalid(amount.flatMap(Parsed::problem).isPresent());
    unit.setErrorMessage(getTranslation("project.choose-unit"));
    unit.setInvalid(there.isEmpty() && unit.getValue() == null);
    year.setErrorMessage(getTranslation("field.required"));
    year.setInvalid(year.getValue() == null);
    if (investment.isInvalid() || unit.isInvalid() || year.isInvalid() || !ruralFields.readable()) {
      return Optional.empty();
    }
    boolean open = !confidential.getValue();
    return Optional.of(new ProjectEntry(code.getValue().strip(), provisional.getValue(), open ? text(name.getValue()) : "",
        there.map(page -> page.project().unit()).orElseGet(() -> unit.getValue().code()), year.getValue(), category.getValue(), attribute.getValue(),
        type.getValue(), Optional.ofNullable(starts.getValue()), Optional.ofNullable(ends.getValue()), open ? text(leader.getValue()) : "",
        open ? text(phone.getValue()) : "", open ? functionalClass.getValue().strip() : "",
        open ? Optional.ofNullable(industry.getValue()).orElse("") : "", open ? text(basis.getValue()) : "",
        open ? text(content.getValue()) : "", amount.flatMap(Parsed::value),
        direct.getValue() ? Optional.of(new ProjectEntry.DirectFunds(open ? text(directCategory.getValue()) : "", open ? text(upperDocument.getValue()) : ""))
            : Optional.empty(),
        open && rural.getValue() ? Optional.of(ruralFields.entry()) : Optional.empty(), confidential.getValue()));
  }

  private static String text(String typed) {
    return TypedText.of(typed).strip();
  }

  /** The fields of a project of rural revitalisation. */
  private static final class RuralFields extends FormLayout {

    private static final long serialVersionUID = 1L;

    private final TextField township;
    private final TextField village;
    private final TextField libraryNumber;
    private final IntegerField households;
    private final IntegerField people;
    private final IntegerField lifted;
    private final IntegerField monitored;
    private final TextField share;
    private final TextField platformLink;
    private final TextField assets;

    RuralFields(Optional<RuralEntry> said) {
      township = Choices.line("township", "project.township", 60, said.map(RuralEntry::township).orElse(""));
      village = Choices.line("village", "project.village", 120, said.map(RuralEntry::village).orElse(""));
      libraryNumber = Choices.line("library-number", "project.library-number", 60, said.map(RuralEntry::libraryNumber).orElse(""));
      households = whole("households", "project.households", said.flatMap(RuralEntry::households));
      people = whole("people", "project.people", said.flatMap(RuralEntry::people));
      lifted = whole("lifted", "project.lifted", said.flatMap(RuralEntry::liftedPeople));
      monitored = whole("monitored", "project.monitored", said.flatMap(RuralEntry::monitoredPeople));
      share = Choices.line("industry-share", "project.industry-share", 6, said.flatMap(RuralEntry::industryShare).map(BigDecimal::toPlainString).orElse(""));
      platformLink = Choices.line("platform-link", "project.platform-link", 200, said.map(RuralEntry::platformLink).orElse(""));
      assets = Choices.line("assets", "project.assets", 1000, said.map(RuralEntry::assets).orElse(""));
      add(township, village, libraryNumber, platformLink, households, people, lifted, monitored, share, assets);
    }

    private IntegerField whole(String id, String label, Optional<Integer> value) {
      IntegerField field = new IntegerField(getTranslation(label));
      field.setId(id);
      field.setMin(0);
      value.ifPresent(field::setValue);
      return field;
    }

    boolean readable() {
      share.setErrorMessage(getTranslation("project.industry-share"));
      share.setInvalid(!share.getValue().isBlank() && !share.getValue().strip().matches("[0-9]{1,3}(\\.[0-9]{1,2})?"));
      return !share.isInvalid();
    }

    RuralEntry entry() {
      return new RuralEntry(text(township.getValue()), text(village.getValue()), text(libraryNumber.getValue()), Optional.ofNullable(households.getValue()),
          Optional.ofNullable(people.getValue()), Optional.ofNullable(lifted.getValue()), Optional.ofNullable(monitored.getValue()),
          Optional.of(share.getValue().strip()).filter(typed -> !typed.isEmpty()).map(BigDecimal::new), text(assets.getValue()), text(platformLink.getValue()));
    }
  }
}
