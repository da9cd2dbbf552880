package org.jiheng.app.project;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Problem;
import org.jiheng.app.review.Refusal;

/** What may be entered about a project and its money. Pure; answers with every reason at once. */
public final class ProjectRules {

  /** Characters of a reason, at the least. */
  public static final int SHORTEST_REASON = 5;

  /** Fiscal years before and after the present one for which projects are entered. */
  static final int YEARS_BACK = 5;
  static final int YEARS_AHEAD = 5;

  static final int LONGEST_NAME = 180;

  private static final Pattern FUNCTION = Pattern.compile("([0-9]{3}([0-9]{2}){0,2})?");
  private static final Pattern CLASSIFIED = Pattern.compile("绝密|机密|秘密|涉密|涉军|军事设施");
  private static final BigDecimal HUNDRED = new BigDecimal(100);

  private ProjectRules() {}

  /** Why this may not be entered; what depends on other projects and on units is asked elsewhere. */
  static List<Refusal> against(ProjectEntry entry, LocalDate today) {
    List<Refusal> refusals = new ArrayList<>();
    if (!ProjectCode.possible(entry.code())) {
      refusals.add(Refusal.because("project-code-malformed", "most", ProjectCode.LONGEST));
    }
    if (entry.fiscalYear() < today.getYear() - YEARS_BACK || entry.fiscalYear() > today.getYear() + YEARS_AHEAD) {
      refusals.add(Refusal.because("project-year-out-of-reach", "year", entry.fiscalYear()));
    }
    if (entry.starts().isPresent() && entry.ends().isPresent() && entry.ends().get().isBefore(entry.starts().get())) {
      refusals.add(Refusal.because("project-period-turned-round"));
    } else if (entry.starts().filter(day -> day.getYear() > entry.fiscalYear()).isPresent()
        || entry.ends().filter(day -> day.getYear() < entry.fiscalYear()).isPresent()) {
      refusals.add(Refusal.because("project-period-without-its-year", "year", entry.fiscalYear()));
    }
    if (entry.totalInvestment().filter(amount -> amount.compareTo(Money.ZERO) < 0).isPresent()) {
      refusals.add(Refusal.because("project-investment-negative"));
    }
    refusals.addAll(entry.confidential() ? againstDescribing(entry) : againstDescription(entry));
    return refusals;
  }

  /** 不得在非涉密平台处理国家秘密: of a confidential project nothing that describes it is taken (DOMAIN 12). */
  private static List<Refusal> againstDescribing(ProjectEntry entry) {
    boolean described = Stream.of(entry.basis(), entry.content(), entry.leader(), entry.phone(), entry.functionalClass(), entry.industry()).anyMatch(text -> !text.isBlank())
        || !entry.name().isBlank() && !entry.name().equals(ProjectEntry.PLACEHOLDER) || entry.rural().isPresent()
        || entry.directFunds().filter(funds -> !funds.category().isBlank() || !funds.document().isBlank()).isPresent();
    return described ? List.of(Refusal.because("project-classified-described")) : List.of();
  }

  private static List<Refusal> againstDescription(ProjectEntry entry) {
    List<Refusal> refusals = new ArrayList<>();
    if (entry.name().isBlank() || entry.name().length() > LONGEST_NAME) {
      refusals.add(Refusal.because("project-nameless", "most", LONGEST_NAME));
    }
    if (entry.leader().isBlank()) {
      refusals.add(Refusal.because("project-without-leader"));
    }
    if (!FUNCTION.matcher(entry.functionalClass()).matches()) {
      refusals.add(Refusal.because("project-functional-class"));
    }
    if (entry.directFunds().filter(funds -> funds.category().isBlank() || funds.document().isBlank()).isPresent()) {
      refusals.add(Refusal.because("project-direct-funds-incomplete"));
    }
    entry.rural().ifPresent(rural -> refusals.addAll(againstRural(rural)));
    return refusals;
  }

  private static List<Refusal> againstRural(RuralEntry rural) {
    List<Refusal> refusals = new ArrayList<>();
    if (Stream.of(rural.households(), rural.people(), rural.liftedPeople(), rural.monitoredPeople()).flatMap(Optional::stream).anyMatch(number -> number < 0)
        || rural.industryShare().filter(share -> share.signum() < 0 || share.compareTo(HUNDRED) > 0).isPresent()) {
      refusals.add(Refusal.because("project-rural-numbers"));
    } else if (rural.people().isPresent() && (long) rural.liftedPeople().orElse(0) + rural.monitoredPeople().orElse(0) > rural.people().get()) {
      refusals.add(Refusal.because("project-rural-people"));
    }
    return refusals;
  }

  /** What is taken, and still worth a second look. */
  public static List<Problem> remarks(ProjectEntry entry) {
    List<Problem> remarks = new ArrayList<>();
    if (!entry.provisional() && !ProjectCode.usual(entry.code())) {
      remarks.add(Problem.of("project-code-unusual"));
    }
    if (ProjectCode.contradicts(entry.code(), entry.category())) {
      remarks.add(Problem.of("project-code-of-another-category"));
    }
    if (!entry.confidential() && Stream.of(entry.name(), entry.basis(), entry.content()).anyMatch(text -> CLASSIFIED.matcher(text).find())) {
      remarks.add(Problem.of("project-perhaps-classified"));
    }
    return remarks;
  }

  /**
   * Why a line of money may not be added.
   *
   * @param there the lines that count
   */
  static List<Refusal> against(FundingEntry line, int fiscalYear, List<FundingEntry> there, LocalDate today) {
    return against(line, fiscalYear, there, today, line.decidedOn().getYear());
  }

  /** The same for money of a transfer: its document says the year, and may go down before it (提前下达) or after it (S10). */
  static List<Refusal> againstReceived(FundingEntry line, int fiscalYear, List<FundingEntry> there, LocalDate today) {
    return against(line, fiscalYear, there, today, line.fiscalYear());
  }

  /** Who writes a line of money by hand. */
  public record Writer(boolean unit, boolean budgetSection) {}

  /**
   * Why this line is not for the writer to put down by hand. A unit says what it asks for and what it has of its own; fiscal money is
   * given by the budget list, which asks the gates (S15, S17), or by a fund document. Finance writes down by hand what was given in
   * years before, what is cut, and the sums of confidential projects, which pass their gates off the platform (DOMAIN 12).
   */
  static List<Refusal> againstWriting(FundingEntry line, Writer writer, boolean confidential, LocalDate today) {
    if (line.kind() == FundingKind.ASKED) {
      return writer.unit() ? List.of() : List.of(Refusal.because("money-asked-by-the-unit"));
    }
    if (!line.source().fiscal()) {
      return List.of();
    }
    if (!writer.budgetSection()) {
      return List.of(Refusal.because("money-fiscal-is-given"));
    }
    boolean given = line.kind() != FundingKind.CUT && line.fiscalYear() >= today.getYear();
    return given && !confidential ? List.of(Refusal.because("money-fiscal-by-the-list")) : List.of();
  }

  /**
   * Why this line is not for the writer to strike: what finance has given, finance takes back; and what the budget list or a fund
   * document has booked stays as long as its entry or document does, which would not learn of it: it is corrected by a cut.
   */
  static List<Refusal> againstStriking(FundingEntry line, Writer writer) {
    if (line.door() != FundingDoor.HAND) {
      return List.of(Refusal.because("money-struck-by-its-room"));
    }
    boolean ofTheUnit = line.kind() == FundingKind.ASKED || !line.source().fiscal();
    return ofTheUnit || writer.budgetSection() ? List.of() : List.of(Refusal.because("money-struck-by-finance"));
  }

  /**
   * Why a confidential project may not be made an open one: the sums finance wrote down for it passed their gates off the platform
   * alone (DOMAIN 12). As long as one of this year or a later one counts, cut or not, the flag would have carried fiscal money past
   * B1 and B2 (S15, S17); it is struck first, and then given by the list.
   *
   * @param there the lines that count
   */
  static List<Refusal> againstOpening(List<FundingEntry> there, LocalDate today) {
    boolean past = there.stream().anyMatch(line -> line.door() == FundingDoor.HAND && line.source().fiscal() && line.kind().given()
        && line.kind() != FundingKind.CUT && line.fiscalYear() >= today.getYear());
    return past ? List.of(Refusal.because("project-has-money-past-the-gates")) : List.of();
  }

  /** 不得在非涉密平台处理国家秘密: a note on money of a confidential project describes it. */
  static List<Refusal> againstNote(FundingEntry line, boolean confidential) {
    return confidential && !line.note().isBlank() ? List.of(Refusal.because("project-classified-described")) : List.of();
  }

  private static List<Refusal> against(FundingEntry line, int fiscalYear, List<FundingEntry> there, LocalDate today, int yearOfDecision) {
    List<Refusal> refusals = new ArrayList<>();
    if (line.amount().compareTo(Money.ZERO) <= 0) {
      refusals.add(Refusal.because("money-not-positive"));
    }
    if (changes(line) && line.document().isBlank()) {
      refusals.add(Refusal.because("money-without-document"));
    }
    if (line.decidedOn().isAfter(today)) {
      refusals.add(Refusal.because("money-in-the-future"));
    }
    if (changes(line) && yearOfDecision != line.fiscalYear()) {
      refusals.add(Refusal.because("money-of-another-year", "year", line.fiscalYear()));
    }
    if (line.fiscalYear() < fiscalYear - YEARS_BACK || line.fiscalYear() > fiscalYear + YEARS_AHEAD) {
      refusals.add(Refusal.because("project-year-out-of-reach", "year", line.fiscalYear()));
    }
    if (refusals.isEmpty() && !Budgets.of(Stream.concat(there.stream(), Stream.of(line)).toList()).nowhereBelowZero()) {
      refusals.add(Refusal.because("money-below-zero", "has", Budgets.of(there).of(line.fiscalYear()).of(line.source()).inWan().toPlainString()));
    }
    return refusals;
  }

  private static boolean changes(FundingEntry line) {
    return line.kind() == FundingKind.SUPPLEMENT || line.kind() == FundingKind.CUT;
  }

  /**
   * Why finance does not decide now what a unit says of its project.
   *
   * @param backing by what it is borne out now
   */
  static List<Refusal> againstConfirming(Backing backing, ProjectConfirmation.Verdict verdict) {
    return switch (backing) {
      case NOTHING_SAID -> List.of(Refusal.because("project-nothing-to-confirm"));
      case EARLIER_YEAR -> List.of(Refusal.because("project-borne-out"));
      case CONFIRMED -> verdict == ProjectConfirmation.Verdict.CONFIRMED ? List.of(Refusal.because("project-confirmed-already")) : List.of();
      case UNCONFIRMED -> List.of();
    };
  }

  /** Why a reason is none. */
  public static List<Refusal> againstReason(String reason) {
    return reason.strip().length() >= SHORTEST_REASON ? List.of() : List.of(Refusal.because("project-says-why", "least", SHORTEST_REASON));
  }
}
