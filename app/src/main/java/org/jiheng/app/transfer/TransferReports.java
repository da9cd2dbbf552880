package org.jiheng.app.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Rate;
import org.jiheng.app.document.TableWorkbook;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.RefusalsRecorded;
import org.jiheng.tenants.audit.Act;
import org.jiheng.tenants.scope.Scope;

/** What finance is shown of a year's transfers together: exemptions and what they owe (S19), money and goals on their way (S11). */
@ApplicationScoped
@RefusalsRecorded(about = FundDocuments.SUBJECT)
@Transactional(dontRollbackOn = NoSuchFormException.class)
public class TransferReports {

  @PersistenceContext
  private EntityManager database;

  @Inject
  private FundStore store;

  @Inject
  private FundLetters letters;

  @Inject
  private BusinessClock clock;

  /** How an exemption stands. */
  public enum Standing {
    /** 待项目确定: the day its goals are due is provisional. */
    AWAITING,
    /** 待补目标. */
    OWED,
    /** 逾期未补. */
    OVERDUE,
    /** 已补目标. */
    FOLLOWED
  }

  /** An exemption with the document it is for. */
  public record Exempted(FundDocument document, FundExemption exemption, Standing standing) {}

  /**
   * A document with how far its money and goals have come.
   *
   * @param sent what has gone down, yuan
   * @param parts how many parts it has
   * @param confirmed how many of its counties confirmed what they were last told
   * @param counties how many of its parts are a county's
   * @param mains how many main quantity indicators it has
   * @param standing how many of them stand
   * @param sentOn the day it first went down, however often it was sent again; empty before
   */
  public record Execution(
      UUID id, String number, String name, FundState state, Money amount, Money sent, int parts, int confirmed, int counties, int mains,
      int standing, LocalDate dueOn, Optional<LocalDate> sentOn) {

    /** What has gone down of the whole; empty for a document of nothing. */
    public Optional<Rate> rate() {
      return sent.per(amount);
    }

    /** Whether it went down after its day, or has not gone down and its day is over. */
    public boolean late(LocalDate today) {
      return sentOn.orElse(today).isAfter(dueOn);
    }
  }

  /** Exemptions of a year's documents, the latest first. */
  public List<Exempted> exemptions(int fiscalYear) {
    reading();
    return database.createQuery("select d, e from FundDocument d, FundExemption e where e.document = d.id and d.fiscalYear = :year order by e.at desc", Object[].class)
        .setParameter("year", fiscalYear).getResultStream()
        .map(row -> new Exempted((FundDocument) row[0], (FundExemption) row[1], standing((FundExemption) row[1], clock.today()))).toList();
  }

  static Standing standing(FundExemption exemption, LocalDate today) {
    if (exemption.goalsOn().isPresent()) {
      return Standing.FOLLOWED;
    }
    if (exemption.goalsDue().filter(today::isAfter).isPresent()) {
      return Standing.OVERDUE;
    }
    return exemption.determinedOn().isPresent() ? Standing.OWED : Standing.AWAITING;
  }

  /** A year's documents that hold, what is due first in front. */
  public List<Execution> executions(int fiscalYear) {
    reading();
    List<UUID> ids = database.createQuery("select d.id from FundDocument d where d.fiscalYear = :year and d.state <> :withdrawn order by d.dueOn, d.number, d.id",
            UUID.class)
        .setParameter("year", fiscalYear).setParameter("withdrawn", FundState.WITHDRAWN).getResultList();
    Map<UUID, FundSheet> sheets = store.sheets(ids).stream().collect(Collectors.toMap(sheet -> sheet.document().id(), Function.identity()));
    Map<UUID, Map<String, Instant>> receipts = letters.receipts(sheets.values().stream().map(FundSheet::document).toList());
    return ids.stream().map(id -> execution(sheets.get(id), receipts.getOrDefault(id, Map.of()).size())).toList();
  }

  private static Execution execution(FundSheet sheet, int confirmed) {
    FundDocument document = sheet.document();
    long counties = sheet.lines().stream().filter(line -> line.part().county().isPresent()).count();
    List<ReconciledGoal> mains = sheet.reconciled().lines().stream().filter(line -> line.goal().main()).toList();
    Money sent = sheet.lines().stream().flatMap(line -> line.sentAmount().stream()).reduce(Money.ZERO, Money::plus);
    return new Execution(document.id(), document.head().number(), document.head().name(), document.state(), document.head().amount(), sent,
        sheet.lines().size(), confirmed, (int) counties, mains.size(),
        (int) mains.stream().filter(line -> line.verdict() == Verdict.OK).count(), document.dueOn(), document.firstSentOn());
  }

  /** Writes the exemptions of a year as a workbook; columns as the screen shows them. */
  @RefusalsRecorded(value = Act.EXPORT, about = FundDocuments.SUBJECT)
  public void exportExemptions(int fiscalYear, String name, List<String> columns, Function<Exempted, List<Object>> cells, OutputStream out) throws IOException {
    List<Exempted> exemptions = exemptions(fiscalYear);
    store.exported(name);
    TableWorkbook.write(out, name, columns, exemptions.stream().map(cells));
  }

  /** The same for how far money and goals have come. */
  @RefusalsRecorded(value = Act.EXPORT, about = FundDocuments.SUBJECT)
  public void exportExecutions(int fiscalYear, String name, List<String> columns, Function<Execution, List<Object>> cells, OutputStream out) throws IOException {
    List<Execution> executions = executions(fiscalYear);
    store.exported(name);
    TableWorkbook.write(out, name, columns, executions.stream().map(cells));
  }

  /** The business date. */
  public LocalDate today() {
    return clock.today();
  }

  private static void reading() {
    if (!Access.finance() || Scope.current().readOnly()) {
      throw new NoSuchFormException();
    }
  }
}
