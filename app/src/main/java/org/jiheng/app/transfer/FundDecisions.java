package org.jiheng.app.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.TypedText;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.review.RefusalsRecorded;
import org.jiheng.app.review.RefusedException;
import org.jiheng.tenants.audit.Act;
import org.jiheng.tenants.scope.Scope;

/** What is decided about a fund document as a whole ({@link FundMove}): load, ask, do, tell those below. */
@ApplicationScoped
@RefusalsRecorded(value = Act.DECIDE, about = FundDocuments.SUBJECT)
@Transactional(dontRollbackOn = NoSuchFormException.class)
public class FundDecisions {

  @Inject
  private FundStore store;

  @Inject
  private FundLetters letters;

  @Inject
  private FundGates gates;

  @Inject
  private FundWithdrawal withdrawal;

  @Inject
  private ExecutionFigures figures;

  @Inject
  private BusinessClock clock;

  @Inject
  private Event<FundsReachedProject> reached;

  private FundSheet walking(UUID id, int seen, FundMove move) {
    if (!Access.drafts() && !Access.decides()) {
      throw new NoSuchFormException();
    }
    FundSheet sheet = store.held(id);
    if (sheet.document().version() != seen) {
      throw new RefusedException(Refusal.because("transfer-changed-meanwhile", "by", sheet.document().changedBy()));
    }
    FundMove.Offer offer = FundMove.offers(sheet.standing(store.rules(sheet.document()), gates.against(sheet))).stream()
        .filter(one -> one.move() == move).findFirst()
        .orElseThrow(() -> new RefusedException(Refusal.because("transfer-move-not-now")));
    if (!offer.allowed()) {
      throw new RefusedException(offer.refusals());
    }
    return sheet;
  }

  private static String reason(String typed) {
    String why = TypedText.of(typed).strip();
    if (why.length() < FundMove.SHORTEST_REASON) {
      throw new RefusedException(Refusal.because("transfer-says-why", "least", FundMove.SHORTEST_REASON));
    }
    if (why.length() > FundMove.LONGEST_REASON) {
      throw new RefusedException(Refusal.because("transfer-too-long", "longest", FundMove.LONGEST_REASON));
    }
    return why;
  }

  /**
   * 下达: what every part gets is fixed, counties are told, projects have their money. What had to follow has followed; goals of an
   * emergency have once they add up and its projects pass their own gates.
   */
  public void send(UUID id, int seen) {
    FundSheet sheet = walking(id, seen, FundMove.SEND);
    FundDocument document = sheet.document();
    FundState from = document.state();
    String reason = document.adjustReason();
    boolean goalsFollow = sheet.goalsOwed() && document.head().kind() == FundKind.EARMARKED
        && sheet.sending(store.rules(document), false, gates.owed(sheet)).refusals().isEmpty();
    document.sent(clock.today(), store.keeping(document.head().fiscalYear()));
    sheet.lines().forEach(line -> sent(sheet, line));
    sheet.tasks().stream().filter(task -> task.doneOn().isEmpty() && (task.kind() == FundTask.Kind.ADJUST || goalsFollow))
        .forEach(task -> task.done(clock.today()));
    if (goalsFollow) {
      sheet.exemption().ifPresent(exemption -> exemption.goalsFollowed(clock.today()));
    }
    if (!goalsFollow) {
      owed(sheet);
    }
    letters.tell(sheet, clock.today(), reason);
    store.happened(document, FundStep.Act.SEND, from, reason);
  }

  /** Goals that did not go down with the money are owed some days later, also where nobody determines the project (S19). */
  private void owed(FundSheet sheet) {
    sheet.exemption().filter(one -> one.goalsOn().isEmpty() && one.goalsDue().isEmpty()).ifPresent(one -> {
      LocalDate due = store.rules(sheet.document().head().fiscalYear()).goalsDue(clock.today());
      one.dueUntilDetermined(due);
      addGoalsBy(sheet, due);
    });
  }

  private static void addGoalsBy(FundSheet sheet, LocalDate due) {
    sheet.tasks().stream().filter(task -> task.kind() == FundTask.Kind.ADD_GOALS && task.doneOn().isEmpty()).forEach(task -> task.dueOn(due));
  }

  private void sent(FundSheet sheet, FundLine line) {
    Money before = line.sentAmount().orElse(Money.ZERO);
    Money now = line.amount().isBlank() ? Money.ZERO : Money.parse(line.amount(), Money.In.WAN).value().orElseThrow();
    line.sent(now);
    sheet.indicators().forEach(indicator -> handed(sheet, line, indicator));
    moved(sheet.document(), line, new Money(now.yuan().subtract(before.yuan())), "sent/" + sheet.document().revision());
  }

  /** Of what is not asked above any more what went down stays until it is removed, and says its sign and unit of what is typed since. */
  private void handed(FundSheet sheet, FundLine line, FundIndicator indicator) {
    FundGoal goal = indicator.goal(sheet.document().head().fiscalYear());
    Optional<FundTarget> there = sheet.target(line.id(), indicator.id());
    String typed = there.map(FundTarget::typed).orElse("");
    if (indicator.droppedAbove()) {
      there.ifPresent(target -> target.sent(Handing.target(goal.saying(target.sent()), typed)));
    } else if (!typed.isBlank() || !line.sentAmount().orElse(Money.ZERO).isZero() && !indicator.main() && !indicator.target().isBlank()) {
      target(sheet, line, indicator).sent(Handing.target(goal, typed));
    } else {
      there.ifPresent(target -> target.sent(""));
    }
  }

  /** @param what with the part, stands for this movement alone */
  private void moved(FundDocument document, FundLine line, Money change, String what) {
    UUID command = UUID.nameUUIDFromBytes((FundDocuments.SUBJECT + "/" + line.id() + "/" + what).getBytes(StandardCharsets.UTF_8));
    FundHead head = document.head();
    line.part().project().filter(_ -> !change.isZero()).ifPresent(project ->
        told(line, new FundsReachedProject(command, project, head.fiscalYear(), change, head.number(), head.name(), clock.today())));
  }

  /** What speaks against booking it says of whose part it speaks. */
  private void told(FundLine line, FundsReachedProject movement) {
    try {
      reached.fire(movement);
    } catch (RefusedException refused) {
      throw new RefusedException(Stream.concat(Stream.of(Refusal.because("transfer-not-booked", "name", line.name())), refused.refusals().stream()).toList());
    }
  }

  private FundTarget target(FundSheet sheet, FundLine line, FundIndicator indicator) {
    return sheet.target(line.id(), indicator.id()).orElseGet(() -> {
      FundTarget added = new FundTarget(line.id(), indicator.id());
      store.add(added);
      sheet.targets().add(added);
      return added;
    });
  }

  /** 免附目标: only for an emergency or disaster relief; the goals are owed from now on (S19). */
  public void exempt(UUID id, int seen, FundExemption.Kind kind, String why) {
    FundSheet sheet = walking(id, seen, FundMove.EXEMPT);
    String reason = reason(why);
    store.add(new FundExemption(id, kind, reason, Scope.current().caller().name(), clock.now(), false));
    store.add(new FundTask(id, FundTask.Kind.ADD_GOALS, reason, clock.now(), Optional.empty()));
    store.happened(sheet.document(), FundStep.Act.EXEMPT, sheet.document().state(), kind.name() + " " + reason);
  }

  /**
   * The exempted project is determined on this day: its goals are due some days later (Q14, DOMAIN 7.3).
   *
   * @param day from the day the money was received until today
   */
  public void determine(UUID id, int seen, LocalDate day) {
    FundSheet sheet = walking(id, seen, FundMove.DETERMINE);
    LocalDate received = sheet.document().head().receivedOn();
    if (day.isBefore(received) || day.isAfter(clock.today())) {
      throw new RefusedException(new Refusal("transfer-determined-on", Map.of("from", received.toString(), "until", clock.today().toString())));
    }
    LocalDate due = store.rules(sheet.document().head().fiscalYear()).goalsDue(day);
    sheet.exemption().orElseThrow().determined(day, due);
    addGoalsBy(sheet, due);
    store.happened(sheet.document(), FundStep.Act.DETERMINE, sheet.document().state(), day + " – " + due);
  }

  /** What was sent stands below until it is sent again. */
  public void adjust(UUID id, int seen, String why) {
    FundSheet sheet = walking(id, seen, FundMove.ADJUST);
    FundState from = sheet.document().state();
    String reason = reason(why);
    sheet.document().adjust(reason);
    store.happened(sheet.document(), FundStep.Act.ADJUST, from, reason);
  }

  /** Those below see that it does not hold any more, and why; nothing of it is deleted, and its money is to be taken back. */
  public void withdraw(UUID id, int seen, String why) {
    FundSheet sheet = walking(id, seen, FundMove.WITHDRAW);
    FundState from = sheet.document().state();
    String reason = reason(why);
    sheet.document().withdrawn(reason);
    withdrawal.follows(sheet, reason);
    letters.withdraw(sheet.document(), reason, clock.today());
    store.happened(sheet.document(), FundStep.Act.WITHDRAW, from, reason);
  }

  /**
   * 收回资金: of every part what can be taken back; the library books the counter-line. What was paid, and what a project does not have any
   * more, stays to be taken back, with its figures, until it can be; only what finance itself had cut from the project by hand is owed no
   * more, and the reason says how much that was. What went down stays written. Where the document came from is told how far that is.
   *
   * @throws RefusedException if nothing can be taken back now
   */
  public void takeBack(UUID id, int seen, String why) {
    FundSheet sheet = walking(id, seen, FundMove.TAKE_BACK);
    String reason = reason(why);
    List<FundLine> parts = sheet.toTakeBack();
    Money before = left(parts);
    List<FundWithdrawal.Taking> takings = withdrawal.takings(sheet, figures.paid(sheet)).stream().filter(one -> !one.what().nothing()).toList();
    if (takings.isEmpty()) {
      throw new RefusedException(Refusal.because("transfer-nothing-to-take-back", "left", before.inWan().toPlainString()));
    }
    for (FundWithdrawal.Taking one : takings) {
      one.line().takenBack(one.what(), clock.today());
      moved(sheet.document(), one.line(), new Money(one.what().taken().yuan().negate()), "taken-back/" + one.line().takenBack());
    }
    Money rest = left(parts);
    letters.takenBack(sheet, clock.today());
    if (rest.isZero()) {
      sheet.tasks().stream().filter(task -> task.doneOn().isEmpty()).forEach(task -> task.done(clock.today()));
    }
    store.happened(sheet.document(), FundStep.Act.TAKE_BACK, sheet.document().state(),
        FundStep.takenBack(sum(takings, TakingBack::taken), sum(takings, TakingBack::cutAway), rest.isZero() ? Optional.empty() : Optional.of(before), reason));
  }

  private static Money sum(List<FundWithdrawal.Taking> takings, Function<TakingBack, Money> what) {
    return takings.stream().map(one -> what.apply(one.what())).reduce(Money.ZERO, Money::plus);
  }

  private static Money left(List<FundLine> parts) {
    return parts.stream().map(FundLine::left).reduce(Money.ZERO, Money::plus);
  }
}
