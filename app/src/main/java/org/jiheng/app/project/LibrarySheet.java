package org.jiheng.app.project;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellReference;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Parsed;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.TypedText;
import org.jiheng.app.common.Words;
import org.jiheng.app.document.StreamedSheet;
import org.jiheng.app.document.TableWorkbook;
import org.jiheng.app.review.Refusal;

/** The library as a sheet of Excel: its columns, and what a line of it means. Amounts in 万元. Knows nothing of what is in the library. */
public final class LibrarySheet {

  /** Columns in their order; headings are the messages {@code library-column.<name>}. Opening budgets stand in a column for each source. */
  public enum Column {
    CODE(ProjectCode.LONGEST),
    NAME(ProjectRules.LONGEST_NAME),
    UNIT(21),
    YEAR(4),
    CATEGORY(20),
    ATTRIBUTE(20),
    TYPE(20),
    STARTS(20),
    ENDS(20),
    LEADER(60),
    PHONE(30),
    FUNCTIONAL_CLASS(7),
    BASIS(4000),
    CONTENT(4000),
    INVESTMENT(30),
    DIRECT_CATEGORY(100),
    UPPER_DOCUMENT(100),
    CONFIDENTIAL(4),
    DECIDED_ON(20),
    DOCUMENT(100),
    GENERAL_BUDGET(30),
    GOVERNMENT_FUND(30),
    STATE_CAPITAL(30),
    UPPER_TRANSFER(30),
    BOND(30),
    OWN_FUNDS(30),
    OTHER(30);

    private final int longest;

    Column(int longest) {
      this.longest = longest;
    }

    /** The source whose opening budget stands here. */
    private Optional<FundingSource> source() {
      return Arrays.stream(FundingSource.values()).filter(one -> one.name().equals(name())).findFirst();
    }

    String heading() {
      return Words.chinese().say("library-column." + this);
    }
  }

  /**
   * Something that cannot be taken.
   *
   * @param place the cell as Excel names it, for example {@code D5}
   * @param problem what is wrong, if the cell cannot be read
   * @param refusal what is wrong, if the library does not take it
   */
  public record Finding(String place, Optional<Problem> problem, Optional<Refusal> refusal) {

    /** The sentence in this language. */
    public String in(Words words) {
      return problem.map(words::say).orElseGet(() -> words.say("refusal." + refusal.orElseThrow().code(), refusal.orElseThrow().inputs()));
    }
  }

  /** What a line says. */
  record Line(ProjectEntry entry, List<FundingEntry> money) {}

  private LibrarySheet() {}

  /** An empty sheet, to be filled in. */
  public static void write(OutputStream out) throws IOException {
    TableWorkbook.write(out, Words.chinese().say("library-sheet"), Arrays.stream(Column.values()).map(Column::heading).toList(), Stream.empty());
  }

  /** Why this is no heading of the sheet. */
  static Optional<Problem> heading(List<String> cells) {
    return Arrays.stream(Column.values()).filter(column -> !cells.get(column.ordinal()).equals(column.heading())).findFirst()
        .map(column -> new Problem("library-sheet.heading", Map.of("place", place(column, 1), "heading", column.heading())));
  }

  static String place(Column column, int number) {
    return CellReference.convertNumToColString(column.ordinal()) + number;
  }

  /**
   * Reads one line. What cannot be read is added to the findings, and stands in the line as if the cell were empty. A budget without a
   * day was decided on the first day of its year if that is over, otherwise today.
   */
  static Line read(int number, List<String> cells, List<Finding> findings, LocalDate today) {
    Reading reading = new Reading(number, cells, findings);
    boolean confidential = reading.text(Column.CONFIDENTIAL).equals("是");
    Optional<ProjectEntry.DirectFunds> direct = reading.text(Column.DIRECT_CATEGORY).isEmpty() && reading.text(Column.UPPER_DOCUMENT).isEmpty()
        ? Optional.empty() : Optional.of(new ProjectEntry.DirectFunds(reading.text(Column.DIRECT_CATEGORY), reading.text(Column.UPPER_DOCUMENT)));
    int year = reading.year();
    ProjectEntry entry = new ProjectEntry(reading.text(Column.CODE), false, reading.text(Column.NAME), reading.text(Column.UNIT), year,
        reading.choice(Column.CATEGORY, ProjectCategory.values(), "project-category.", ProjectCategory.SPECIFIC_PURPOSE),
        reading.choice(Column.ATTRIBUTE, ProjectAttribute.values(), "project-attribute.", ProjectAttribute.CONTINUING),
        reading.choice(Column.TYPE, ProjectType.values(), "project-type.", ProjectType.OTHER),
        reading.day(Column.STARTS), reading.day(Column.ENDS), reading.text(Column.LEADER), reading.text(Column.PHONE), reading.text(Column.FUNCTIONAL_CLASS),
        reading.text(Column.BASIS), reading.text(Column.CONTENT), reading.money(Column.INVESTMENT), direct, Optional.empty(), confidential);
    LocalDate decided = reading.day(Column.DECIDED_ON).orElseGet(() -> year < today.getYear() ? LocalDate.of(Math.max(1, year), 1, 1) : today);
    List<FundingEntry> money = new ArrayList<>();
    for (Column column : Column.values()) {
      column.source().ifPresent(source -> reading.money(column).filter(amount -> !amount.isZero())
          .ifPresent(amount -> money.add(new FundingEntry(year, source, FundingKind.OPENING, amount, decided, reading.text(Column.DOCUMENT), ""))));
    }
    return new Line(entry, money);
  }

  /** Where a refusal of the library belongs. */
  static Column columnOf(Refusal refusal) {
    return switch (refusal.code()) {
      case "project-nameless", "project-classified-described" -> Column.NAME;
      case "project-without-leader" -> Column.LEADER;
      case "project-year-out-of-reach" -> Column.YEAR;
      case "project-period-turned-round", "project-period-without-its-year" -> Column.ENDS;
      case "project-functional-class" -> Column.FUNCTIONAL_CLASS;
      case "project-direct-funds-incomplete" -> Column.DIRECT_CATEGORY;
      case "money-in-the-future" -> Column.DECIDED_ON;
      case "unit-not-there" -> Column.UNIT;
      default -> Column.CODE;
    };
  }

  /** One line while it is read. */
  private record Reading(int number, List<String> cells, List<Finding> findings) {

    private static final Map<String, Map<String, Enum<?>>> WORDS = new java.util.concurrent.ConcurrentHashMap<>();

    String text(Column column) {
      String text = TypedText.of(cells.get(column.ordinal())).strip();
      if (text.length() > column.longest) {
        say(column, new Problem("library-sheet.text-too-long", Map.of("most", String.valueOf(column.longest))));
        return "";
      }
      return text;
    }

    private void say(Column column, Problem problem) {
      Finding finding = new Finding(place(column, number), Optional.of(problem), Optional.empty());
      if (!findings.contains(finding)) {
        findings.add(finding);
      }
    }

    int year() {
      String text = text(Column.YEAR);
      if (!text.matches("[0-9]{4}")) {
        say(Column.YEAR, new Problem("library-sheet.year", Map.of("typed", text)));
        return 0;
      }
      return Integer.parseInt(text);
    }

    Optional<LocalDate> day(Column column) {
      String text = text(column);
      Optional<LocalDate> day = text.isEmpty() ? Optional.empty() : StreamedSheet.day(text);
      if (!text.isEmpty() && day.isEmpty()) {
        say(column, new Problem("library-sheet.day", Map.of("typed", text)));
      }
      return day;
    }

    Optional<Money> money(Column column) {
      String text = text(column);
      if (text.isEmpty()) {
        return Optional.empty();
      }
      Parsed<Money> parsed = Money.parse(text, Money.In.WAN);
      parsed.problem().ifPresent(problem -> say(column, problem));
      return parsed.value();
    }

    <E extends Enum<E>> E choice(Column column, E[] constants, String words, E standard) {
      String text = text(column);
      if (text.isEmpty()) {
        return standard;
      }
      Map<String, Enum<?>> byWord = WORDS.computeIfAbsent(words, _ -> {
        Map<String, Enum<?>> known = new HashMap<>();
        Arrays.stream(constants).forEach(one -> known.put(Words.chinese().say(words + one), one));
        return known;
      });
      if (!byWord.containsKey(text)) {
        say(column, new Problem("library-sheet.choice", Map.of("typed", text)));
        return standard;
      }
      return standard.getDeclaringClass().cast(byWord.get(text));
    }
  }
}
