package org.jiheng.app.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.TypedText;
import org.jiheng.app.document.TableWorkbook;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.review.RefusalsRecorded;
import org.jiheng.app.review.RefusedException;
import org.jiheng.tenants.audit.Act;
import org.jiheng.tenants.scope.Scope;

/**
 * How a transfer is carried out (S11): looked at part by part, completed where no self-evaluation says what was paid, and reported:
 * kept here, and told the jurisdiction the document came from.
 */
@ApplicationScoped
@RefusalsRecorded(about = FundDocuments.SUBJECT)
@Transactional(dontRollbackOn = NoSuchFormException.class)
public class FundExecutions {

  @PersistenceContext
  private EntityManager database;

  @Inject
  private FundStore store;

  @Inject
  private FundLetters letters;

  @Inject
  private ExecutionFigures figures;

  @Inject
  private BusinessClock clock;

  /** @throws NoSuchFormException if there is none, or the caller does not see whole documents */
  public FundExecution open(UUID id) {
    if (!Access.finance()) {
      throw new NoSuchFormException();
    }
    return execution(store.sheet(id));
  }

  private FundExecution execution(FundSheet sheet) {
    FundDocument document = sheet.document();
    List<FundExecution.Line> lines = figures.of(sheet);
    List<FundReport> reports = database.createQuery("select r from FundReport r where r.document = :id order by r.number", FundReport.class)
        .setParameter("id", document.id()).getResultList();
    return new FundExecution(document, lines, figures.together(sheet, lines), reports,
        Access.drafts() ? FundExecution.against(document.state(), lines) : List.of(), Access.drafts(), document.upperDocument().isPresent(), clock.today());
  }

  /**
   * Writes down what was paid of a unit's part up to now, where no self-evaluation says it.
   *
   * @param amount yuan
   * @param basis what it rests on, at least {@link FundMove#SHORTEST_REASON} characters
   * @throws RefusedException if it is not finance's to say, more than the part has, or rests on nothing
   */
  @RefusalsRecorded(value = Act.CHANGE, about = FundDocuments.SUBJECT)
  public void register(UUID id, UUID part, Money amount, String basis) {
    Access.drafting();
    FundSheet sheet = store.held(id);
    FundExecution.Line line = figures.of(sheet).stream().filter(one -> one.id().equals(part)).findFirst().orElseThrow(NoSuchFormException::new);
    String why = TypedText.of(basis).strip();
    if (!line.toRegister()) {
      throw new RefusedException(line.county() ? Refusal.because("execution-county-reports") : Refusal.because("execution-figure-is-there"));
    }
    if (amount.compareTo(Money.ZERO) < 0 || amount.compareTo(line.budget()) > 0) {
      throw new RefusedException(Refusal.because("execution-paid-above", "most", line.budget().inWan().toPlainString()));
    }
    if (why.length() < FundMove.SHORTEST_REASON) {
      throw new RefusedException(Refusal.because("transfer-says-why", "least", FundMove.SHORTEST_REASON));
    }
    if (why.length() > FundPayment.LONGEST_BASIS) {
      throw new RefusedException(Refusal.because("transfer-too-long", "longest", FundPayment.LONGEST_BASIS));
    }
    store.add(new FundPayment(part, amount, why, Scope.current().caller(), clock.now()));
    store.changed(sheet.document(), sheet.line(part).orElseThrow().about() + "/paid", line.paid().map(Money::toString).orElse(""), amount + " " + why);
    store.flush();
  }

  /**
   * Reports the execution: what is known now is kept, and told the jurisdiction above if the document came from there.
   *
   * @param before how many reports of it the caller has seen
   * @throws RefusedException if a figure is missing, nothing has gone down, or somebody reported meanwhile
   */
  @RefusalsRecorded(value = Act.DECIDE, about = FundDocuments.SUBJECT)
  public void report(UUID id, int before) {
    Access.drafting();
    FundSheet sheet = store.held(id);
    FundExecution execution = execution(sheet);
    if (execution.reports().size() != before) {
      throw new RefusedException(Refusal.because("transfer-changed-meanwhile", "by", execution.reports().getLast().personName()));
    }
    if (!execution.refusals().isEmpty()) {
      throw new RefusedException(execution.refusals());
    }
    int number = before + 1;
    FundDocument document = sheet.document();
    Map<UUID, UUID> above = sheet.indicators().stream().filter(one -> one.upper().isPresent())
        .collect(Collectors.toMap(FundIndicator::id, one -> one.upper().orElseThrow()));
    String content = ExecutionLetter.json(execution, above, document.upperDocument().orElse(document.id()), number);
    store.add(new FundReport(id, number, content, clock.today(), Scope.current().caller(), clock.now()));
    letters.report(document, number, content);
    store.happened(document, FundStep.Act.REPORT, document.state(), execution.rate().map(Object::toString).orElse(""));
  }

  /** Writes the parts of a document with their figures as a workbook; columns as the screen shows them. */
  @RefusalsRecorded(value = Act.EXPORT, about = FundDocuments.SUBJECT)
  public void export(UUID id, String name, List<String> columns, Function<FundExecution.Line, List<Object>> cells, OutputStream out) throws IOException {
    FundExecution execution = open(id);
    store.handedOut(execution.document(), name);
    TableWorkbook.write(out, name, columns, execution.lines().stream().map(cells));
  }
}
