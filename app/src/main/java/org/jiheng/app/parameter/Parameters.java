package org.jiheng.app.parameter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.app.parameter.ParameterSet.Origin;
import org.jiheng.app.parameter.ParameterSet.Setting;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.JurisdictionCode;
import org.jiheng.tenants.scope.Scope;

/** Which parameters are in force today for the scope's jurisdiction and a fiscal year. */
@ApplicationScoped
@Transactional
public class Parameters {

  @PersistenceContext
  private EntityManager database;

  @Inject
  private BusinessClock clock;

  /**
   * What stands nearest wins: the jurisdiction's row for the year, its row for every year, the template's row for the
   * year, the template's row for every year. Among rows of one kind the one that took effect last.
   */
  public ParameterSet inForce(int fiscalYear) {
    Jurisdiction jurisdiction = Scope.current().data();
    JurisdictionCode prefecture = jurisdiction.parent().orElse(jurisdiction.code());
    List<StoredParameter.OfTemplate> template = database
        .createQuery("select p from TemplateParameter p where p.prefecture = :prefecture and p.effective <= :today "
            + "and (p.fiscalYear is null or p.fiscalYear = :year)", StoredParameter.OfTemplate.class)
        .setParameter("prefecture", prefecture.value())
        .setParameter("today", clock.today())
        .setParameter("year", fiscalYear)
        .getResultList();
    List<StoredParameter.OfJurisdiction> own = database
        .createQuery("select p from JurisdictionParameter p where p.effective <= :today "
            + "and (p.fiscalYear is null or p.fiscalYear = :year)", StoredParameter.OfJurisdiction.class)
        .setParameter("today", clock.today())
        .setParameter("year", fiscalYear)
        .getResultList();
    return nearest(template, own);
  }

  /** The nearest of the rows that hold today: of the prefecture's template, and the jurisdiction's own. */
  static ParameterSet nearest(List<? extends StoredParameter> template, List<? extends StoredParameter> own) {
    Map<String, Setting> settings = new HashMap<>();
    put(settings, template, false, Origin.TEMPLATE);
    put(settings, template, true, Origin.TEMPLATE_YEAR);
    put(settings, own, false, Origin.JURISDICTION);
    put(settings, own, true, Origin.JURISDICTION_YEAR);
    return new ParameterSet(settings);
  }

  private static void put(Map<String, Setting> settings, List<? extends StoredParameter> rows, boolean forOneYear, Origin origin) {
    rows.stream()
        .filter(row -> row.forOneYear() == forOneYear)
        .sorted(Comparator.comparing(StoredParameter::effective))
        .forEach(row -> settings.put(row.key(), new Setting(row.value(), origin)));
  }
}
