package org.jiheng.app.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.app.common.Money;
import org.jiheng.app.project.Budgets;
import org.jiheng.app.project.FundingDoor;
import org.jiheng.app.project.FundingEntry;
import org.jiheng.app.project.FundingKind;
import org.jiheng.app.project.FundingLine;
import org.jiheng.app.project.FundingSource;
import org.jiheng.app.project.Project;
import org.jiheng.app.project.Projects;
import org.jiheng.app.transfer.TakingBack.Purse;

/** What follows when a document does not hold any more, withdrawn here or above: nothing but that its money is taken back. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class FundWithdrawal {

  @PersistenceContext
  private EntityManager database;

  @Inject
  private FundStore store;

  @Inject
  private TransferGoals transfers;

  @Inject
  private Projects projects;

  @Inject
  private BusinessClock clock;

  /** What is taken back of a part now. */
  record Taking(FundLine line, TakingBack what) {}

  /**
   * What is taken back now of everything that is to be, part after part: of two parts of one project the second has what the first left.
   * The library is asked once, however many parts there are.
   *
   * @param paid what was paid of the parts, yuan; a part nobody knows of is missing
   */
  List<Taking> takings(FundSheet sheet, Map<UUID, Money> paid) {
    List<FundLine> parts = sheet.toTakeBack();
    Map<UUID, Project> lasting = projects.lasting(parts.stream().flatMap(line -> line.part().project().stream()).toList());
    Map<UUID, Money> paidOf = new HashMap<>();
    parts.forEach(line -> line.part().project().map(lasting::get)
        .ifPresent(project -> paidOf.merge(project.id(), paid.getOrDefault(line.id(), Money.ZERO), Money::plus)));
    Map<UUID, Purse> purses = purses(lasting.values(), paidOf, sheet.document().head().fiscalYear());
    List<Taking> takings = new ArrayList<>();
    for (FundLine line : parts) {
      Money spent = paid.getOrDefault(line.id(), Money.ZERO);
      Optional<UUID> project = line.part().project().map(lasting::get).map(Project::id);
      TakingBack what = project.map(purses::get).map(purse -> TakingBack.of(line.left(), spent, purse)).orElseGet(() -> TakingBack.of(line.left(), spent));
      project.ifPresent(id -> purses.computeIfPresent(id, (_, purse) -> purse.after(what)));
      takings.add(new Taking(line, what));
    }
    return takings;
  }

  private Map<UUID, Purse> purses(Collection<Project> lasting, Map<UUID, Money> paid, int fiscalYear) {
    List<UUID> ids = lasting.stream().map(Project::id).distinct().toList();
    Map<UUID, List<FundingLine>> lines = projects.lines(ids);
    Map<UUID, Money> ended = cutAway(ids, fiscalYear);
    Map<UUID, Purse> purses = new HashMap<>();
    for (UUID id : ids) {
      List<FundingEntry> counting = lines.getOrDefault(id, List.of()).stream().filter(FundingLine::counts).map(FundingLine::entry).toList();
      BigDecimal cut = counting.stream().filter(entry -> byHand(entry, fiscalYear)).map(entry -> entry.amount().yuan()).reduce(BigDecimal.ZERO, BigDecimal::add);
      BigDecimal open = cut.subtract(ended.getOrDefault(id, Money.ZERO).yuan()).max(BigDecimal.ZERO);
      Money has = Budgets.of(counting).of(fiscalYear).of(FundingSource.UPPER_TRANSFER);
      purses.put(id, Purse.of(has, paid.getOrDefault(id, Money.ZERO), new Money(open)));
    }
    return purses;
  }

  /** Whether finance cut it by hand from transfers of the year. */
  static boolean byHand(FundingEntry entry, int fiscalYear) {
    return entry.kind() == FundingKind.CUT && entry.door() == FundingDoor.HAND && entry.source() == FundingSource.UPPER_TRANSFER
        && entry.fiscalYear() == fiscalYear;
  }

  /** What cuts of these projects were held against parts before, also of projects that were merged into them. */
  private Map<UUID, Money> cutAway(List<UUID> lasting, int fiscalYear) {
    Map<UUID, Set<UUID>> named = transfers.withMerged(lasting);
    Map<UUID, Money> cutAway = new HashMap<>();
    if (!named.isEmpty()) {
      database.createQuery("select l.project, sum(l.cutAway) from FundLine l, FundDocument d where d.id = l.document and d.fiscalYear = :year "
              + "and l.project in :projects and l.cutAway > 0 group by l.project", Object[].class)
          .setParameter("year", fiscalYear).setParameter("projects", named.keySet()).getResultStream().forEach(row ->
              named.get((UUID) row[0]).forEach(project -> cutAway.merge(project, new Money((BigDecimal) row[1]), Money::plus)));
    }
    return cutAway;
  }

  /** @param sheet of a document that is withdrawn by now */
  void follows(FundSheet sheet, String reason) {
    sheet.tasks().stream().filter(task -> task.doneOn().isEmpty()).forEach(task -> task.done(clock.today()));
    if (!sheet.toTakeBack().isEmpty()) {
      LocalDate due = clock.today().plusDays(store.rules(sheet.document()).takeBackDays());
      store.add(new FundTask(sheet.document().id(), FundTask.Kind.TAKE_BACK, reason, clock.now(), Optional.of(due)));
    }
  }
}
