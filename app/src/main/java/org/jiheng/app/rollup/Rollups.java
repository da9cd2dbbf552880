package org.jiheng.app.rollup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Score;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.LabelledChange;
import org.jiheng.app.selfevaluation.SelfEvaluation;
import org.jiheng.app.selfevaluation.SelfEvaluationForm;
import org.jiheng.app.selfevaluation.SelfEvaluationList;
import org.jiheng.app.selfevaluation.SelfEvaluations;
import org.jiheng.tenants.audit.Act;
import org.jiheng.tenants.audit.Outcome;
import org.jiheng.tenants.audit.Record;
import org.jiheng.tenants.audit.Trail;
import org.jiheng.tenants.identity.Registry;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.JurisdictionCode;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;

/**
 * The prefecture's eye: figures of every county, and from a figure down to the approved forms it is made of. Looking into
 * a county happens in a scope of its own that the database answers from the county's views, read only, and only after the look
 * stands in the county's own audit trail.
 */
@ApplicationScoped
public class Rollups {

  @PersistenceContext
  private EntityManager database;

  @Inject
  private Registry registry;

  @Inject
  private Trail trail;

  @Inject
  private SelfEvaluationList list;

  @Inject
  private SelfEvaluations selfEvaluations;

  /** Every county of the caller's prefecture in the order of codes, also those that have sent nothing in. */
  @Transactional
  public List<CountyFigures> selfEvaluations(int fiscalYear) {
    Scope scope = overseeing();
    Map<String, Summary> summaries = database.createQuery("select s from Summary s where s.fiscalYear = :year", Summary.class)
        .setParameter("year", fiscalYear).getResultStream()
        .collect(Collectors.toMap(summary -> summary.jurisdiction, Function.identity()));
    return counties(scope).stream().map(county -> figures(county, summaries.get(county.code().value()))).toList();
  }

  private static CountyFigures figures(Jurisdiction county, Summary s) {
    return s == null ? CountyFigures.none(county.code().value(), county.name())
        : new CountyFigures(county.code().value(), county.name(), s.projects, s.forms, new Money(s.budget), new Money(s.executed),
            s.approved, s.excellent, s.good, s.fair, s.poor, s.below80, new Score(s.scoreSum), Optional.of(s.asOf));
  }

  private List<Jurisdiction> counties(Scope scope) {
    return registry.jurisdictions().stream().filter(scope.jurisdiction()::oversees).toList();
  }

  /** A county the caller may look into; empty for every other code, known or not. */
  public Optional<Jurisdiction> county(String code) {
    Scope scope = overseeing();
    return counties(scope).stream().filter(county -> county.code().value().equals(code)).findFirst();
  }

  /** A page of a county's approved forms, with what all of them add up to. */
  public record Page(SelfEvaluationList.Totals totals, List<SelfEvaluationList.Line> lines) {}

  /** Both at one look, which is on the county's record once. */
  public Page page(JurisdictionCode county, SelfEvaluationList.Filter filter, int offset, int limit) {
    return lookingInto(county, list(Act.READ, filter), () -> new Page(list.totals(filter), list.page(filter, offset, limit)));
  }

  /** More of what was looked at. */
  public List<SelfEvaluationList.Line> approvedForms(JurisdictionCode county, SelfEvaluationList.Filter filter, int offset, int limit) {
    return lookingInto(county, list(Act.READ, filter), () -> list.page(filter, offset, limit));
  }

  /** The approved forms of a county as a workbook; see {@link SelfEvaluationList#export}. */
  public void export(
      JurisdictionCode county, SelfEvaluationList.Filter filter, String name, List<String> columns,
      Function<SelfEvaluationList.Line, List<Object>> cells, OutputStream out) {
    lookingInto(county, list(Act.EXPORT, filter), () -> {
      list.export(filter, name, columns, cells, out);
      return null;
    });
  }

  public SelfEvaluationForm approvedForm(JurisdictionCode county, UUID id, Locale locale) {
    return lookingInto(county, form(id, ""), () -> selfEvaluations.open(id, locale));
  }

  public List<LabelledChange> compare(JurisdictionCode county, UUID id, int from, int to) {
    return lookingInto(county, form(id, from + " - " + to), () -> selfEvaluations.compare(id, from, to));
  }

  private static Record list(Act act, SelfEvaluationList.Filter filter) {
    return Record.of(act, SelfEvaluation.FORM_TYPE + "/list", "").because(filter.said());
  }

  /** The title is looked up where the entry is written: before that, nothing of the form has been read. */
  private static Record form(UUID id, String what) {
    return Record.of(Act.READ, SelfEvaluation.FORM_TYPE + "/" + id, "").because(what);
  }

  <T> T lookingInto(JurisdictionCode code, Record look, Callable<T> work) {
    Jurisdiction county = county(code.value()).orElseThrow(() -> {
      trail.addWhateverHappens(look.not(Outcome.REFUSED, "not-overseen " + code));
      return new NoSuchFormException();
    });
    try {
      return trail.lookInto(county, look).call(work);
    } catch (RuntimeException thrown) {
      throw thrown;
    } catch (Exception thrown) {
      throw new IllegalStateException(thrown);
    }
  }

  private Scope overseeing() {
    Scope scope = Scope.current();
    if (!scope.caller().holds(Role.PREFECTURE_OVERSIGHT)) {
      trail.addWhateverHappens(Record.of(Act.READ, "ROLLUP", "").not(Outcome.REFUSED, "not-an-overseer"));
      throw new NoSuchFormException();
    }
    return scope;
  }
}
