package org.jiheng.infra.server;

import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.does;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiheng.app.common.Grade;
import org.jiheng.app.common.Money;
import org.jiheng.app.document.AttachmentFile;
import org.jiheng.app.engagement.EngagementKind;
import org.jiheng.app.engagement.Engagements;
import org.jiheng.app.engagement.Terms;
import org.jiheng.app.exante.Concluding;
import org.jiheng.app.exante.Conclusion;
import org.jiheng.app.exante.ExAnteCells;
import org.jiheng.app.exante.ExAnteEvaluations;
import org.jiheng.app.exante.ExAnteForm;
import org.jiheng.app.exante.ExAnteScoring;
import org.jiheng.app.project.FundingSource;
import org.jiheng.app.review.CellEdit;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.Move;
import org.jiheng.app.review.Order;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;

/** Brings ex-ante evaluations to where a test begins, through the use cases the screens call. */
@ApplicationScoped
public class ExAntes {

  /** What the whole forms ask for. */
  public static final Money ASKED = Money.ofWan("30");

  @Inject
  private ExAnteEvaluations evaluations;

  @Inject
  private Engagements engagements;

  @Inject
  private Contracts contracts;

  public static Scope budgetSection(Jurisdiction where) {
    return Kizilsu.person(where, "预算股", "", Role.BUDGET_SECTION);
  }

  public static Scope leader(Jurisdiction where) {
    return Kizilsu.person(where, "局领导", "", Role.BUREAU_LEADER);
  }

  /** A new project of the clerks' school, without money yet. */
  public static UUID newProject(Jurisdiction where, int fiscalYear, String type) {
    UUID id = Forms.project(where, fiscalYear);
    Owner.told("update j_" + where.code() + ".project set attribute = 'NEW', type = ?, initial_budget = 0, annual_budget = 0 where id = ?", type, id);
    return id;
  }

  public ExAnteForm seenBy(Scope person, UUID id) {
    return as(person, () -> evaluations.open(id));
  }

  /** Begun and filled in by the clerk so that it can be sent, every item ticked alike. */
  public UUID complete(Jurisdiction where, UUID project, Grade tick) {
    Scope clerk = Kizilsu.clerk(where);
    UUID id = as(clerk, () -> evaluations.begin(project));
    does(clerk, () -> fill(id, tick));
    return id;
  }

  private void fill(UUID id, Grade tick) {
    ExAnteForm form = evaluations.open(id);
    List<CellEdit> edits = new ArrayList<>();
    Map.of(ExAnteCells.PERIOD_FROM, "2023-03-01", ExAnteCells.PERIOD_UNTIL, "2024-12-31", ExAnteCells.LEADER, "负责人", ExAnteCells.PHONE, "0908-4220000",
            ExAnteCells.AMOUNT_TOTAL, "30", ExAnteCells.year(ExAnteCells.Year.FIRST), "20", ExAnteCells.year(ExAnteCells.Year.SECOND), "10",
            ExAnteCells.source(FundingSource.GENERAL_BUDGET), "30", ExAnteCells.method(ExAnteCells.Method.COST_BENEFIT), ExAnteCells.HOLDS)
        .forEach((cell, typed) -> edits.add(new CellEdit(cell, "", typed)));
    form.template().items().forEach(item -> edits.add(new CellEdit(ExAnteCells.tick(item.key()), "", tick.name())));
    form.template().vetoes().forEach(veto -> edits.add(new CellEdit(ExAnteCells.veto(veto.key()), "", ExAnteCells.HOLDS_NOT)));
    for (ExAnteCells.Chapter chapter : ExAnteCells.Chapter.values()) {
      edits.add(new CellEdit(ExAnteCells.chapter(chapter), "", "按要求说明"));
    }
    evaluations.write(id, edits);
    form.template().evidence().stream().filter(form::required).forEach(one -> attach(id, ExAnteCells.evidence(one.key()), one.text() + ".pdf"));
  }

  private void attach(UUID id, CellKey cell, String name) {
    evaluations.attach(id, cell, AttachmentFile.of(name, Contracts.PDF).value().orElseThrow());
  }

  /** Walks a move as the person sees the form now. */
  public void walk(Scope person, UUID id, Move move) {
    does(person, () -> evaluations.walk(id, move, order(evaluations.open(id))));
  }

  public static Order order(ExAnteForm seen) {
    return new Order(UUID.randomUUID(), seen.desk().version(), Optional.empty(), "");
  }

  /** Whole, and carried along to where finance concludes. */
  public UUID withFinance(Jurisdiction where, UUID project, Grade tick) {
    UUID id = complete(where, project, tick);
    sendOn(where, id);
    return id;
  }

  /** A draft, carried along to where finance concludes. */
  public void sendOn(Jurisdiction where, UUID id) {
    for (FormState next = FormState.DRAFT; next != FormState.FINANCE_SECOND; next = seenBy(Kizilsu.auditor(where), id).desk().state()) {
      walk(Forms.holder(next, where), id, next == FormState.DRAFT ? Move.SUBMIT : Move.PASS);
    }
  }

  /** A parameter the jurisdiction sets for a year from long ago on. */
  public static void set(Jurisdiction where, String key, int fiscalYear, String value) {
    Owner.told("insert into j_" + where.code() + ".parameter (id, key, fiscal_year, value, author, reason, effective) values (?, ?, ?, ?, '绩效办', '本年规定', '2020-01-01')",
        UUID.randomUUID(), key, fiscalYear, value);
  }

  /** The signed report goes, as if the form had been sent in before it was asked for. */
  public static void unsigned(Jurisdiction where, UUID form) {
    Owner.told("delete from j_" + where.code() + ".attachment where subject = ? and place = 'evidence/signed-report/files'", form);
    Owner.told("delete from j_" + where.code() + ".exante_entry where evaluation = ? and cell = 'evidence/signed-report/files'", form);
  }

  public void conclude(Jurisdiction where, UUID id, Concluding made) {
    does(Kizilsu.performanceOffice(where), () -> evaluations.conclude(id, made, order(evaluations.open(id))));
  }

  /** On the unit's own score. */
  public static Concluding concluding(Conclusion conclusion, Money supported, Concluding.Wanted... conditions) {
    return new Concluding(conclusion, Concluding.Basis.UNIT, supported, "经审核,意见如上", "综合考虑财力后确定", Set.of(), List.of(conditions));
  }

  public static Concluding.Wanted condition(LocalDate due) {
    return new Concluding.Wanted("落实配套资金并提供证明", due, "负责人");
  }

  /** A contract of the firm for ex-ante evaluation, open to its people. */
  public UUID contract(Jurisdiction where, Contracts.Company company, UUID project) {
    Scope office = Kizilsu.performanceOffice(where);
    Terms key = contracts.terms(company, Contracts.TODAY.minusDays(5), Contracts.TODAY.plusDays(20), project);
    Terms terms = new Terms(key.contractNumber(), key.procurementNumber(), EngagementKind.EX_ANTE, key.firm(), key.leadEvaluator(), key.client(), key.clientUnit(),
        key.projects(), key.people(), key.opens(), key.closes(), key.reportFrom(), key.reportUntil(), key.acceptance());
    return granted(office, terms);
  }

  /** A call of this expert, open. */
  public UUID panel(Jurisdiction where, UUID expert, UUID project) {
    LocalDate last = Contracts.TODAY.plusDays(5);
    return granted(Kizilsu.performanceOffice(where), new Terms("ZJ-" + expert, "", EngagementKind.PANEL, Optional.empty(), Optional.empty(), "财政局",
        Optional.empty(), Set.of(project), Set.of(expert), Contracts.TODAY, last, Contracts.TODAY, last, last));
  }

  private UUID granted(Scope office, Terms terms) {
    UUID id = as(office, () -> engagements.register(terms));
    does(office, () -> engagements.declare(id, contracts.version(id), "声明.pdf", Contracts.PDF));
    does(office, () -> engagements.check(id, contracts.version(id)));
    does(office, () -> engagements.grant(id, contracts.version(id)));
    return id;
  }

  /** Every item of the form ticked alike. */
  public static ExAnteScoring.Ticked ticked(ExAnteForm form, Grade tick) {
    return new ExAnteScoring.Ticked(form.template().items().stream().collect(Collectors.toMap(item -> item.key(), _ -> tick)), Set.of());
  }
}
