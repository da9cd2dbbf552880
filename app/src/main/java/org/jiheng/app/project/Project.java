package org.jiheng.app.project;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.common.Money;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.persistence.UuidColumn;

/**
 * A project of one fiscal year: the thing a unit is given money for and answers for. It is entered into the library (储备), is given
 * money (入预算), is carried out, and is completed, given up or merged into another one; where it stands is derived from what has
 * happened. Its years hang together by its code. Its budgets are sums of its {@link FundingLine}s.
 */
@Entity
@Table(name = "project")
public class Project {

  @Id
  private UUID id;

  private String code;
  private boolean provisional;
  private String name;
  private String unit;

  @Column(name = "fiscal_year")
  private int fiscalYear;

  @Column(name = "initial_budget")
  private BigDecimal initialBudget = BigDecimal.ZERO;

  @Column(name = "annual_budget")
  private BigDecimal annualBudget = BigDecimal.ZERO;

  @Enumerated(EnumType.STRING)
  private ProjectCategory category = ProjectCategory.SPECIFIC_PURPOSE;

  @Enumerated(EnumType.STRING)
  private ProjectAttribute attribute = ProjectAttribute.CONTINUING;

  @Enumerated(EnumType.STRING)
  private ProjectType type = ProjectType.OTHER;

  private LocalDate starts;
  private LocalDate ends;
  private String leader = "";
  private String phone = "";

  @Column(name = "functional_class")
  private String functionalClass = "";

  private String industry = "";
  private String basis = "";
  private String content = "";

  @Column(name = "total_investment")
  private BigDecimal totalInvestment;

  @Column(name = "key_project")
  private boolean keyProject;

  @Enumerated(EnumType.STRING)
  private Protection protection = Protection.NONE;

  @Column(name = "direct_funds")
  private boolean directFunds;

  @Column(name = "direct_category")
  private String directCategory = "";

  @Column(name = "upper_document")
  private String upperDocument = "";

  private boolean rural;
  private boolean confidential;

  @Column(name = "completed_on")
  private LocalDate completedOn;

  @Column(name = "terminated_on")
  private LocalDate terminatedOn;

  @Column(name = "termination_reason")
  private String terminationReason = "";

  @Convert(converter = UuidColumn.class)
  @Column(name = "merged_into")
  private UUID mergedInto;

  @Column(name = "merged_on")
  private LocalDate mergedOn;

  @Enumerated(EnumType.STRING)
  @Column(name = "confirmed_attribute")
  private ProjectAttribute confirmedAttribute;

  @Enumerated(EnumType.STRING)
  @Column(name = "confirmed_category")
  private ProjectCategory confirmedCategory;

  @Column(name = "asked_budget")
  private BigDecimal askedBudget = BigDecimal.ZERO;

  @Column(name = "entered_on", updatable = false)
  private LocalDate enteredOn;

  @Version
  private int version;

  protected Project() {}

  /** @param today the day it is entered */
  Project(ProjectEntry entry, LocalDate today) {
    this(entry);
    enteredOn(today);
  }

  /** One that is not in the library yet. */
  Project(ProjectEntry entry) {
    this.id = Identifiers.next();
    say(entry);
  }

  final void enteredOn(LocalDate day) {
    enteredOn = day;
  }

  /** The day it was entered into the library; empty for one that was there before this was written down. */
  public Optional<LocalDate> enteredOn() {
    return Optional.ofNullable(enteredOn);
  }

  /** Takes over what the unit says; of a confidential one nothing that describes it. */
  final void say(ProjectEntry said) {
    ProjectEntry entry = said.confidential() ? said.neutral() : said;
    code = entry.code();
    provisional = entry.provisional();
    name = entry.name();
    unit = entry.unit();
    fiscalYear = entry.fiscalYear();
    category = entry.category();
    attribute = entry.attribute();
    type = entry.type();
    starts = entry.starts().orElse(null);
    ends = entry.ends().orElse(null);
    leader = entry.leader();
    phone = entry.phone();
    functionalClass = entry.functionalClass();
    industry = entry.industry();
    basis = entry.basis();
    content = entry.content();
    totalInvestment = entry.totalInvestment().map(Money::yuan).orElse(null);
    directFunds = entry.directFunds().isPresent();
    directCategory = entry.directFunds().map(ProjectEntry.DirectFunds::category).orElse("");
    upperDocument = entry.directFunds().map(ProjectEntry.DirectFunds::document).orElse("");
    rural = entry.rural().isPresent();
    confidential = entry.confidential();
  }

  void mark(boolean key, Protection why) {
    keyProject = key;
    protection = why;
  }

  void amountsTo(Budgets.OfYear year) {
    initialBudget = year.initial().yuan();
    annualBudget = year.annual().yuan();
    askedBudget = year.undecided().yuan();
  }

  /** Finance has confirmed what it says of itself now, or denies it. */
  void confirm(boolean borneOut) {
    confirmedAttribute = borneOut ? attribute : null;
    confirmedCategory = borneOut ? category : null;
  }

  void exchangeCode(String issued) {
    code = issued;
    provisional = false;
  }

  void complete(LocalDate day) {
    completedOn = day;
  }

  void terminate(LocalDate day, String reason) {
    terminatedOn = day;
    terminationReason = confidential ? ProjectEntry.PLACEHOLDER : reason;
  }

  void mergeInto(Project survivor, LocalDate day) {
    mergedInto = survivor.id;
    mergedOn = day;
  }

  public UUID id() {
    return id;
  }

  /** Opaque text, up to 21 characters (DOMAIN 11.1). */
  public String code() {
    return code;
  }

  /** Whether the code is a temporary one. */
  public boolean provisional() {
    return provisional;
  }

  /** Of a confidential project {@link ProjectEntry#PLACEHOLDER}. */
  public String name() {
    return name;
  }

  /** Code of the unit that carries it out. */
  public String unit() {
    return unit;
  }

  public int fiscalYear() {
    return fiscalYear;
  }

  /** 年初预算数 of all sources, yuan. */
  public Money initialBudget() {
    return new Money(initialBudget);
  }

  /** 全年预算数 of all sources, after adjustment, yuan. */
  public Money annualBudget() {
    return new Money(annualBudget);
  }

  /** 申报数: asked for its year and not decided, all sources, yuan: {@link Budgets.OfYear#undecided}. */
  public Money askedBudget() {
    return new Money(askedBudget);
  }

  /** What its year is planned with, yuan: what it has, and what it asks for while that is not decided. */
  public Money plannedBudget() {
    return annualBudget().plus(askedBudget());
  }

  public ProjectCategory category() {
    return category;
  }

  /** Whether finance has confirmed the attribute and the category it says now. */
  public boolean confirmed() {
    return confirmedAttribute == attribute && confirmedCategory == category;
  }

  public ProjectAttribute attribute() {
    return attribute;
  }

  public ProjectType type() {
    return type;
  }

  /** First day of its period; empty while it is not known. */
  public Optional<LocalDate> starts() {
    return Optional.ofNullable(starts);
  }

  /** Last day of its period; empty while it is not known. */
  public Optional<LocalDate> ends() {
    return Optional.ofNullable(ends);
  }

  /** The person who leads it, by name (S60). */
  public String leader() {
    return leader;
  }

  public String phone() {
    return phone;
  }

  /** 功能分类科目: 3, 5 or 7 digits; empty text while it is not known. */
  public String functionalClass() {
    return functionalClass;
  }

  /** 行业 (S5); empty text while it is not known. */
  public String industry() {
    return industry;
  }

  /** 立项依据. */
  public String basis() {
    return basis;
  }

  /** 项目内容. */
  public String content() {
    return content;
  }

  /** Over all years, yuan; empty while it is not known. */
  public Optional<Money> totalInvestment() {
    return Optional.ofNullable(totalInvestment).map(Money::new);
  }

  /** 重点项目. */
  public boolean key() {
    return keyProject;
  }

  public Protection protection() {
    return protection;
  }

  /** 直达资金; empty if it has none. */
  public Optional<ProjectEntry.DirectFunds> directFunds() {
    return directFunds ? Optional.of(new ProjectEntry.DirectFunds(directCategory, upperDocument)) : Optional.empty();
  }

  /** Whether it is one of rural revitalisation (衔接资金). */
  public boolean rural() {
    return rural;
  }

  /** 涉密: nothing of it is described here, no form is filled in and no file taken; it is managed off the platform. */
  public boolean confidential() {
    return confidential;
  }

  public Optional<LocalDate> completedOn() {
    return Optional.ofNullable(completedOn);
  }

  public Optional<LocalDate> terminatedOn() {
    return Optional.ofNullable(terminatedOn);
  }

  public String terminationReason() {
    return terminationReason;
  }

  /** The project it was merged into. */
  public Optional<UUID> mergedInto() {
    return Optional.ofNullable(mergedInto);
  }

  public Optional<LocalDate> mergedOn() {
    return Optional.ofNullable(mergedOn);
  }

  public ProjectState state(LocalDate today) {
    return ProjectState.of(this, today);
  }

  /** Whether forms may be filled in about it: it is neither confidential nor merged away nor given up. */
  public boolean takesForms() {
    return !confidential && mergedInto == null && terminatedOn == null;
  }

  public int version() {
    return version;
  }

  /** What it says now. */
  public ProjectEntry entry(Optional<RuralEntry> ruralDetail) {
    return new ProjectEntry(code, provisional, name, unit, fiscalYear, category, attribute, type, starts(), ends(), leader, phone, functionalClass,
        industry, basis, content, totalInvestment(), directFunds(), ruralDetail, confidential);
  }
}
