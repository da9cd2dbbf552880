package org.jiheng.app.budget;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiheng.app.common.Grade;
import org.jiheng.app.common.Reason;
import org.jiheng.app.common.Score;
import org.jiheng.app.project.Project;
import org.jiheng.app.project.ProjectAccess;
import org.jiheng.app.project.Projects;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.Visibility;
import org.jiheng.tenants.scope.Scope;

/**
 * What became of the same project the year before, for whoever decides about its money (S50): the score, the grade and the alarms of
 * its approved self-evaluation. The same project is the one with the same code, whichever unit had it then (Q23).
 */
@ApplicationScoped
@Transactional(dontRollbackOn = NoSuchFormException.class)
public class PriorResults {

  /** Codes or identifiers in one statement. */
  private static final int BLOCK = 1000;

  @PersistenceContext
  private EntityManager database;

  @Inject
  private Projects projects;

  /**
   * The result of one earlier year.
   *
   * @param score points, two decimals
   * @param alarms rules the scoring found broken, with what they saw; empty if there are none
   * @param form the form it stands in; empty for whoever may not see it
   */
  public record PriorResult(int fiscalYear, Optional<Score> score, Optional<Grade> grade, List<Reason> alarms, Optional<UUID> form) {}

  private record Found(UUID form, Optional<Score> score, Optional<Grade> grade) {}

  /** Of one project. @throws NoSuchFormException if the caller does not read it */
  public Optional<PriorResult> of(UUID project) {
    Project asked = projects.find(project).filter(one -> ProjectAccess.reads(one.unit())).orElseThrow(NoSuchFormException::new);
    return Optional.ofNullable(of(asked.fiscalYear(), List.of(asked)).get(project));
  }

  /** Of projects of this fiscal year the caller reads, by project. The number of statements does not grow with theirs. */
  Map<UUID, PriorResult> of(int fiscalYear, List<Project> asked) {
    List<Project> open = asked.stream().filter(one -> !one.confidential()).toList();
    Map<String, Found> found = new HashMap<>();
    for (int from = 0; from < open.size(); from += BLOCK) {
      found.putAll(found(fiscalYear - 1, open.subList(from, Math.min(open.size(), from + BLOCK)).stream().map(Project::code).toList()));
    }
    List<UUID> forms = found.values().stream().map(Found::form).toList();
    Map<UUID, List<Reason>> alarms = new HashMap<>();
    Set<UUID> visible = new HashSet<>();
    for (int from = 0; from < forms.size(); from += BLOCK) {
      List<UUID> block = forms.subList(from, Math.min(forms.size(), from + BLOCK));
      alarms.putAll(alarms(block));
      visible.addAll(visible(block));
    }
    Map<UUID, PriorResult> results = new HashMap<>();
    open.forEach(project -> Optional.ofNullable(found.get(project.code())).ifPresent(one -> results.put(project.id(),
        new PriorResult(fiscalYear - 1, one.score(), one.grade(), alarms.getOrDefault(one.form(), List.of()),
            Optional.of(one.form()).filter(visible::contains)))));
    return results;
  }

  private Map<String, Found> found(int fiscalYear, Collection<String> codes) {
    Map<String, Found> found = new HashMap<>();
    database.createQuery("select q.code, r.id, e.totalComputed, e.grade from SelfEvaluation e, Review r, Project q where r.id = e.id "
            + "and q.id = e.project and r.state = :approved and q.fiscalYear = :year and q.confidential = false and q.code in :codes", Object[].class)
        .setParameter("approved", FormState.APPROVED).setParameter("year", fiscalYear).setParameter("codes", codes).getResultStream()
        .forEach(row -> found.put((String) row[0], new Found((UUID) row[1], Optional.ofNullable((BigDecimal) row[2]).map(Score::new),
            Optional.ofNullable((Grade) row[3]))));
    return found;
  }

  /** As they were kept when the form was sent in last. */
  private Map<UUID, List<Reason>> alarms(Collection<UUID> forms) {
    Map<UUID, List<Reason>> alarms = new HashMap<>();
    database.createQuery("select v.review, v.outcome from FormVersion v where v.review in :forms "
            + "and v.number = (select max(w.number) from FormVersion w where w.review = v.review)", Object[].class)
        .setParameter("forms", forms).getResultStream().forEach(row -> alarms.put((UUID) row[0], alarms((String) row[1])));
    return alarms;
  }

  /** @param outcome a {@link org.jiheng.app.selfevaluation.KeptOutcome} */
  static List<Reason> alarms(String outcome) {
    try (JsonReader reader = Json.createReader(new StringReader(outcome))) {
      JsonValue kept = reader.readObject().getOrDefault("alarms", JsonValue.EMPTY_JSON_ARRAY);
      return kept.asJsonArray().getValuesAs(JsonObject.class).stream().map(PriorResults::reason).toList();
    }
  }

  private static Reason reason(JsonObject kept) {
    Map<String, String> inputs = new LinkedHashMap<>();
    Optional.ofNullable(kept.getJsonObject("inputs")).ifPresent(all -> all.forEach((name, value) ->
        inputs.put(name, value instanceof JsonString text ? text.getString() : value.toString())));
    return new Reason(kept.getString("rule"), kept.getString("ruleSet", ""), kept.getString("article", ""), inputs);
  }

  private Set<UUID> visible(Collection<UUID> forms) {
    Visibility visibility = Visibility.of(Scope.current());
    TypedQuery<UUID> query = database.createQuery("select r.id from Review r where r.id in :forms and " + visibility.condition(), UUID.class)
        .setParameter("forms", forms);
    visibility.parameters().forEach(query::setParameter);
    return new HashSet<>(query.getResultList());
  }
}
