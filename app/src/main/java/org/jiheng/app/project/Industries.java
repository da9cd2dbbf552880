package org.jiheng.app.project;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jiheng.app.review.Refusal;

/** Under which industries (行业) projects of the scope's jurisdiction are sorted, and which one a unit usually works in (S5). */
@ApplicationScoped
@Transactional
public class Industries {

  @PersistenceContext
  private EntityManager database;

  @Inject
  @Any
  private Instance<IndustryWords> words;

  /** What may be said, in its order. */
  public SortedSet<String> known() {
    SortedSet<String> known = new TreeSet<>();
    words.stream().map(IndustryWords::known).forEach(known::addAll);
    return known;
  }

  /** Empty if nothing can be taken for granted. */
  public Optional<String> usualOf(String unit) {
    return usual().of(unit);
  }

  private UsualIndustry usual() {
    return new UsualIndustry(database.createQuery("select p.unit, p.industry, count(p) from Project p where p.industry <> '' group by p.unit, p.industry",
        Object[].class).getResultStream().map(row -> new UsualIndustry.Named((String) row[0], (String) row[1], (Long) row[2])).toList());
  }

  /** What is known now, for many projects at once: two statements, however many there are. */
  public Said asOfNow() {
    return new Said(known(), usual());
  }

  /** Why a project may not be sorted so; what it said before it may go on saying. */
  List<Refusal> against(String industry, String before) {
    return industry.equals(before) ? List.of() : asOfNow().against(industry);
  }

  /** The entry with the industry its unit usually works in, where it says none itself. A confidential one says none (DOMAIN 12). */
  ProjectEntry completed(ProjectEntry entry) {
    return entry.industry().isBlank() ? asOfNow().completed(entry) : entry;
  }

  /** The words and what units usually say, at one moment. */
  public static final class Said {

    private final Collection<String> known;
    private final UsualIndustry usual;

    public Said(Collection<String> known, UsualIndustry usual) {
      this.known = known;
      this.usual = usual;
    }

    /** Why a project may not be sorted so; nothing said is nothing wrong. */
    public List<Refusal> against(String industry) {
      return industry.isBlank() || known.contains(industry) ? List.of()
          : List.of(Refusal.because("project-industry-unknown", "industry", industry));
    }

    /** In one line, for whoever is to choose. */
    public String choices() {
      return String.join("、", known);
    }

    /** The entry with the industry its unit usually works in, where it says none itself. */
    public ProjectEntry completed(ProjectEntry entry) {
      return entry.industry().isBlank() && !entry.confidential() ? usual.of(entry.unit()).map(entry::in).orElse(entry) : entry;
    }
  }
}
