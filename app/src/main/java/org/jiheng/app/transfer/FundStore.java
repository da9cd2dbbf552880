package org.jiheng.app.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.app.parameter.ParameterSet;
import org.jiheng.app.parameter.Parameters;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.tenants.audit.Act;
import org.jiheng.tenants.audit.Record;
import org.jiheng.tenants.audit.Trail;
import org.jiheng.tenants.scope.Scope;

/** Fund documents in their jurisdiction's own tables, with their steps and what the trail is told. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class FundStore {

  @PersistenceContext
  private EntityManager database;

  @Inject
  private BusinessClock clock;

  @Inject
  private Parameters parameters;

  @Inject
  private Trail trail;

  /** @throws NoSuchFormException if there is none */
  FundSheet sheet(UUID id) {
    return sheet(Optional.ofNullable(database.find(FundDocument.class, id)).orElseThrow(NoSuchFormException::new));
  }

  /** The same, held for this transaction: who writes at the same time waits. */
  FundSheet held(UUID id) {
    return sheet(Optional.ofNullable(database.find(FundDocument.class, id, LockModeType.PESSIMISTIC_WRITE)).orElseThrow(NoSuchFormException::new));
  }

  /** The part of this document above, held; empty if none has come. */
  Optional<FundSheet> partOf(UUID documentAbove) {
    return database.createQuery("select d from FundDocument d where d.upperDocument = :above", FundDocument.class)
        .setParameter("above", documentAbove).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst().map(this::sheet);
  }

  private FundSheet sheet(FundDocument document) {
    UUID id = document.id();
    return new FundSheet(document, all("select i from FundIndicator i where i.document = :id order by i.position", FundIndicator.class, id),
        masked(all("select l from FundLine l where l.document = :id order by l.position", FundLine.class, id)),
        all("select t from FundTarget t where t.line in (select l.id from FundLine l where l.document = :id)", FundTarget.class, id),
        Optional.ofNullable(database.find(FundExemption.class, id)),
        all("select t from FundTask t where t.document = :id order by t.since", FundTask.class, id));
  }

  private List<FundLine> masked(List<FundLine> lines) {
    List<UUID> named = lines.stream().flatMap(line -> line.part().project().stream()).distinct().toList();
    if (!named.isEmpty()) {
      Set<UUID> confidential = Set.copyOf(of("select p.id from Project p where p.confidential = true and p.id in :ids", UUID.class, named));
      lines.stream().filter(line -> line.part().project().filter(confidential::contains).isPresent()).forEach(FundLine::mask);
    }
    return lines;
  }

  /** Several at once, in no order; the number of statements does not grow with theirs. */
  List<FundSheet> sheets(Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    List<FundLine> lines = masked(of("select l from FundLine l where l.document in :ids order by l.position", FundLine.class, ids));
    Map<UUID, UUID> documents = lines.stream().collect(Collectors.toMap(FundLine::id, FundLine::document));
    Map<UUID, List<FundLine>> parts = lines.stream().collect(Collectors.groupingBy(FundLine::document));
    Map<UUID, List<FundIndicator>> indicators = of("select i from FundIndicator i where i.document in :ids order by i.position", FundIndicator.class, ids)
        .stream().collect(Collectors.groupingBy(FundIndicator::document));
    Map<UUID, List<FundTarget>> targets = of("select t from FundTarget t where t.line in (select l.id from FundLine l where l.document in :ids)",
        FundTarget.class, ids).stream().collect(Collectors.groupingBy(target -> documents.get(target.line())));
    Map<UUID, FundExemption> exemptions = of("select e from FundExemption e where e.document in :ids", FundExemption.class, ids)
        .stream().collect(Collectors.toMap(FundExemption::document, Function.identity()));
    Map<UUID, List<FundTask>> tasks = of("select t from FundTask t where t.document in :ids order by t.since", FundTask.class, ids)
        .stream().collect(Collectors.groupingBy(FundTask::document));
    return of("select d from FundDocument d where d.id in :ids", FundDocument.class, ids).stream().map(document -> new FundSheet(document,
        indicators.getOrDefault(document.id(), List.of()), parts.getOrDefault(document.id(), List.of()), targets.getOrDefault(document.id(), List.of()),
        Optional.ofNullable(exemptions.get(document.id())), tasks.getOrDefault(document.id(), List.of()))).toList();
  }

  private <T> List<T> of(String query, Class<T> type, Collection<UUID> ids) {
    return database.createQuery(query, type).setParameter("ids", ids).getResultList();
  }

  List<FundStep> steps(UUID id) {
    return all("select s from FundStep s where s.document = :id order by s.at", FundStep.class, id);
  }

  private <T> List<T> all(String query, Class<T> type, UUID id) {
    return database.createQuery(query, type).setParameter("id", id).getResultList();
  }

  FundRules rules(int fiscalYear) {
    return FundRules.of(parameters.inForce(fiscalYear));
  }

  /** A document that is not written in any more keeps the rules it was last sent by (DOMAIN 14). */
  FundRules rules(FundDocument document) {
    return rulesOf().of(document);
  }

  /** Rules of documents, asked for once a year however many documents there are. */
  RulesOf rulesOf() {
    Map<Integer, FundRules> inForce = new HashMap<>();
    return document -> document.kept().map(FundRules::of).orElseGet(() -> inForce.computeIfAbsent(document.head().fiscalYear(), this::rules));
  }

  /** By which rules a document is judged. */
  @FunctionalInterface
  interface RulesOf {
    FundRules of(FundDocument document);
  }

  /** What a document keeps when it is sent: the parameters in force, written out. */
  ParameterSet keeping(int fiscalYear) {
    return parameters.inForce(fiscalYear).writtenOut(FundRules.KEYS);
  }

  /** Whether the same document is there already: of the same year, number and name, and not withdrawn. */
  boolean entered(FundHead head, Optional<UUID> itself) {
    return database.createQuery("select d.id from FundDocument d where d.fiscalYear = :year and d.number = :number and d.name = :name and d.state <> :withdrawn",
            UUID.class)
        .setParameter("year", head.fiscalYear()).setParameter("number", head.number()).setParameter("name", head.name())
        .setParameter("withdrawn", FundState.WITHDRAWN).getResultStream().anyMatch(id -> !itself.equals(Optional.of(id)));
  }

  void add(Object entity) {
    database.persist(entity);
  }

  void remove(Object entity) {
    database.remove(entity);
    database.flush();
  }

  void flush() {
    database.flush();
  }

  /** Who changed it, and when. */
  void touched(FundDocument document) {
    document.changed(Scope.current().caller().name(), clock.now());
  }

  /** Something happened to the document as a whole. */
  void happened(FundDocument document, FundStep.Act act, FundState from, String comment) {
    touched(document);
    database.persist(new FundStep(document.id(), act, Scope.current().caller(), clock.now(), comment));
    trail.add(Record.of(act == FundStep.Act.ENTER ? Act.BEGIN : Act.DECIDE, subject(document), title(document))
        .changed(from.name(), document.state().name()).because((act.name() + " " + comment).strip()));
  }

  void changed(FundDocument document, String cell, String before, String after) {
    touched(document);
    trail.add(Record.of(Act.CHANGE, subject(document) + "/" + cell, title(document)).changed(before, after));
  }

  void seen(FundDocument document) {
    trail.addReading(Record.of(Act.READ, subject(document), title(document)));
  }

  /** A list was handed out as a file. */
  void exported(String name) {
    trail.addReading(Record.of(Act.EXPORT, FundDocuments.SUBJECT + "/list", name));
  }

  void handedOut(FundDocument document, String file) {
    trail.addReading(Record.of(Act.EXPORT, subject(document), title(document)).because(file));
  }

  private static String subject(FundDocument document) {
    return FundDocuments.SUBJECT + "/" + document.id();
  }

  static String title(FundDocument document) {
    return document.head().number() + " " + document.head().name();
  }
}
