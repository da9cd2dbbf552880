package org.jiheng.app.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Problem;
import org.jiheng.app.project.FundingEntry;
import org.jiheng.app.project.FundingKind;
import org.jiheng.app.project.FundingSource;
import org.jiheng.app.project.Industries;
import org.jiheng.app.project.ManyProjects;
import org.jiheng.app.project.ProjectAttribute;
import org.jiheng.app.project.ProjectCategory;
import org.jiheng.app.project.ProjectEntry;
import org.jiheng.app.project.ProjectEntry.DirectFunds;
import org.jiheng.app.project.ProjectRules;
import org.jiheng.app.project.ProjectSaid;
import org.jiheng.app.project.ProjectType;
import org.jiheng.app.project.Protection;
import org.jiheng.app.project.RuralEntry;
import org.jiheng.app.review.Refusal;

/**
 * Reads a row of the sheet of projects to what it says, and tells at every cell what is wrong with it. Pure; units and what is in the
 * library are asked about elsewhere.
 *
 * <p>Fiscal money in a list is what is asked for (申报): a project of a list has no approved goal and mostly no evaluation yet, so that
 * the gates B1 and B2 would refuse every one of its amounts (S15, S17), and a list is no door beside them. It enters the budget by
 * the budget list, project by project, as every other one does. Own and other money is what the unit has and comes in as it stands.
 * A budget that exists already, because the year is running or over when a county comes to the platform, is no new money: finance
 * takes it over as it stands, with a reason that stays on record. Of years to come there is no budget to be taken over.
 *
 * <p>Budgets are taken over when a county comes to the platform, and never again: once its budget list of the year or of one before
 * was begun, money comes by the list or by a fund document alone. A leader's word for every taking over would be weaker: it would
 * leave the door beside the gates (B1, B2) open on every day of every year, while who takes libraries in at the beginning, the
 * performance office, would have to wait for somebody who takes in no files. So it is the days that are bound, not the person.
 */
final class ProjectReading {

  private static final String YEAR = "[0-9]{4}";
  /** Characters of a note on a line of money. */
  private static final int LONGEST_NOTE = 200;

  /** At which column a rule's refusal is told. */
  private static final Map<String, ProjectColumn> PLACES = Map.ofEntries(
      Map.entry("project-code-malformed", ProjectColumn.CODE),
      Map.entry("project-year-out-of-reach", ProjectColumn.YEAR),
      Map.entry("project-period-turned-round", ProjectColumn.ENDS),
      Map.entry("project-period-without-its-year", ProjectColumn.STARTS),
      Map.entry("project-investment-negative", ProjectColumn.INVESTMENT),
      Map.entry("project-nameless", ProjectColumn.NAME),
      Map.entry("project-without-leader", ProjectColumn.LEADER),
      Map.entry("project-functional-class", ProjectColumn.FUNCTION),
      Map.entry("project-direct-funds-incomplete", ProjectColumn.DIRECT),
      Map.entry("project-rural-numbers", ProjectColumn.INDUSTRY_SHARE),
      Map.entry("project-rural-people", ProjectColumn.PEOPLE),
      Map.entry("money-in-the-future", ProjectColumn.DECIDED));

  private final LocalDate today;
  private final Industries.Said industries;
  private final boolean marks;
  private final Optional<String> takenOver;
  private final IntPredicate begun;

  /**
   * @param marks whether the caller marks key projects and protected ones
   * @param takenOver why finance takes over a budget that exists already; empty: fiscal money is what is asked for
   * @param begun whether the budget list of a year or of one before was begun, so that its budget is no longer taken over
   */
  ProjectReading(LocalDate today, Industries.Said industries, boolean marks, Optional<String> takenOver, IntPredicate begun) {
    this.today = today;
    this.industries = industries;
    this.marks = marks;
    this.takenOver = takenOver;
    this.begun = begun;
  }

  /** What the row says; empty if something in it is wrong. */
  Optional<ProjectSaid> read(RowCells<ProjectColumn> cells) {
    boolean confidential = cells.yes(ProjectColumn.CONFIDENTIAL);
    int year = year(cells);
    String code = cells.required(ProjectColumn.CODE);
    String unit = cells.required(ProjectColumn.UNIT);
    Optional<ProjectCategory> category = chosen(cells, ProjectColumn.CATEGORY, ListWords.CATEGORY);
    Optional<ProjectAttribute> attribute = chosen(cells, ProjectColumn.ATTRIBUTE, ListWords.ATTRIBUTE);
    Optional<ProjectType> type = chosen(cells, ProjectColumn.TYPE, ListWords.TYPE);
    Optional<LocalDate> starts = cells.day(ProjectColumn.STARTS);
    Optional<LocalDate> ends = cells.day(ProjectColumn.ENDS);
    Optional<Money> investment = cells.money(ProjectColumn.INVESTMENT);
    List<FundingEntry> money = money(cells, year);
    boolean key = cells.yes(ProjectColumn.KEY);
    Protection protection = cells.choice(ProjectColumn.PROTECTION, ListWords.PROTECTION).orElse(Protection.NONE);
    if (!marks) {
      markedByOthers(cells, key, protection);
    }
    if (confidential) {
      describedNowhere(cells);
    }
    ProjectEntry entry = new ProjectEntry(code, false, described(cells, confidential, ProjectColumn.NAME), unit, year, category.orElse(ProjectCategory.SPECIFIC_PURPOSE),
        attribute.orElse(ProjectAttribute.CONTINUING), type.orElse(ProjectType.OTHER), starts, ends, described(cells, confidential, ProjectColumn.LEADER),
        described(cells, confidential, ProjectColumn.PHONE), described(cells, confidential, ProjectColumn.FUNCTION),
        described(cells, confidential, ProjectColumn.INDUSTRY), described(cells, confidential, ProjectColumn.BASIS), described(cells, confidential, ProjectColumn.CONTENT), investment,
        confidential ? Optional.empty() : direct(cells), confidential ? Optional.empty() : rural(cells), confidential);
    if (!industries.against(entry.industry()).isEmpty()) {
      cells.wrong(ProjectColumn.INDUSTRY, new Problem("intake.not-among", Map.of("choices", industries.choices())));
    }
    if (cells.sound()) {
      ManyProjects.against(entry, today).forEach(refusal -> cells.wrong(PLACES.get(refusal.code()), refusal));
      ProjectRules.remarks(entry).forEach(remark -> cells.doubtful(ProjectColumn.CODE, remark));
    }
    return cells.sound() ? Optional.of(new ProjectSaid(entry, money, key, protection)) : Optional.empty();
  }

  /** The same as it is entered: where the file leaves the industry open, it is the one the unit usually works in. */
  ProjectSaid completed(ProjectSaid said) {
    return new ProjectSaid(industries.completed(said.entry()), said.money(), said.key(), said.protection());
  }

  private static int year(RowCells<ProjectColumn> cells) {
    String year = cells.required(ProjectColumn.YEAR).replace("年", "");
    if (!year.isEmpty() && !year.matches(YEAR)) {
      cells.wrong(ProjectColumn.YEAR, Problem.of("intake.not-a-year"));
      return 0;
    }
    return year.isEmpty() ? 0 : Integer.parseInt(year);
  }

  private static <E> Optional<E> chosen(RowCells<ProjectColumn> cells, ProjectColumn column, Map<String, E> words) {
    cells.required(column);
    return cells.empty(column) ? Optional.empty() : cells.choice(column, words);
  }

  private static void markedByOthers(RowCells<ProjectColumn> cells, boolean key, Protection protection) {
    if (key) {
      cells.wrong(ProjectColumn.KEY, Problem.of("intake.marks-are-the-offices"));
    }
    if (protection != Protection.NONE) {
      cells.wrong(ProjectColumn.PROTECTION, Problem.of("intake.marks-are-the-offices"));
    }
  }

  /** 不得在非涉密平台处理国家秘密: told at every cell that describes it, and without telling again what stands there. */
  private static void describedNowhere(RowCells<ProjectColumn> cells) {
    for (ProjectColumn column : ProjectColumn.values()) {
      if (column.describes() && !cells.empty(column) && !(column == ProjectColumn.NAME && cells.text(column).equals(ProjectEntry.PLACEHOLDER))) {
        cells.wrongUntold(column, Refusal.because("project-classified-described"));
      }
    }
  }

  private static String described(RowCells<ProjectColumn> cells, boolean confidential, ProjectColumn column) {
    return confidential ? "" : column.required() ? cells.required(column) : cells.text(column);
  }

  /** The opening budget by source. What the sources add up to stands in the row once more, so that no column is shifted unseen. */
  private List<FundingEntry> money(RowCells<ProjectColumn> cells, int year) {
    List<FundingEntry> lines = new ArrayList<>();
    LocalDate decided = cells.day(ProjectColumn.DECIDED).orElse(today);
    String document = cells.text(ProjectColumn.DOCUMENT);
    boolean readable = true;
    for (ProjectColumn column : ProjectColumn.MONEY) {
      Optional<Money> amount = cells.money(column);
      readable &= amount.isPresent() || cells.empty(column);
      FundingSource source = column.source().orElseThrow();
      amount.filter(one -> !one.isZero()).ifPresent(one -> lines.add(new FundingEntry(year, source, kind(source, year), one, decided, document, note(source, year))));
    }
    if (lines.stream().anyMatch(line -> takesOver(line.source(), year)) && begun.test(year)) {
      cells.wrong(ProjectColumn.TOTAL, Refusal.because("intake-takeover-over", "year", year));
    }
    cells.required(ProjectColumn.TOTAL);
    Optional<Money> total = cells.money(ProjectColumn.TOTAL);
    Money sum = lines.stream().map(FundingEntry::amount).reduce(Money.ZERO, Money::plus);
    if (readable && total.filter(one -> !one.equals(sum)).isPresent()) {
      cells.wrong(ProjectColumn.TOTAL, new Problem("intake.sum-differs",
          Map.of("total", total.get().inWan().toPlainString(), "sum", sum.inWan().toPlainString())));
    }
    lines.stream().flatMap(line -> ManyProjects.against(line, year, today).stream()).distinct()
        .forEach(refusal -> cells.wrong(PLACES.getOrDefault(refusal.code(), ProjectColumn.TOTAL), refusal));
    return lines;
  }

  private boolean takesOver(FundingSource source, int year) {
    return source.fiscal() && takenOver.isPresent() && year <= today.getYear();
  }

  private FundingKind kind(FundingSource source, int year) {
    return !source.fiscal() || takesOver(source, year) ? FundingKind.OPENING : FundingKind.ASKED;
  }

  /** The reason stands with every line it let in. */
  private String note(FundingSource source, int year) {
    return takesOver(source, year) ? takenOver.map(why -> why.length() > LONGEST_NOTE ? why.substring(0, LONGEST_NOTE) : why).orElse("") : "";
  }

  private static Optional<DirectFunds> direct(RowCells<ProjectColumn> cells) {
    String category = cells.text(ProjectColumn.DIRECT);
    String document = cells.text(ProjectColumn.UPPER_DOCUMENT);
    return category.isEmpty() && document.isEmpty() ? Optional.empty() : Optional.of(new DirectFunds(category, document));
  }

  private static Optional<RuralEntry> rural(RowCells<ProjectColumn> cells) {
    if (ProjectColumn.RURAL.stream().allMatch(cells::empty)) {
      return Optional.empty();
    }
    return Optional.of(new RuralEntry(cells.text(ProjectColumn.TOWNSHIP), cells.text(ProjectColumn.VILLAGE), cells.text(ProjectColumn.LIBRARY_NUMBER),
        cells.number(ProjectColumn.HOUSEHOLDS), cells.number(ProjectColumn.PEOPLE), cells.number(ProjectColumn.LIFTED),
        cells.number(ProjectColumn.MONITORED), cells.percent(ProjectColumn.INDUSTRY_SHARE), cells.text(ProjectColumn.ASSETS),
        cells.text(ProjectColumn.PLATFORM_LINK)));
  }
}
