package org.jiheng.app.library;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.tenants.persistence.Like;

/** Indicators suggested while a goal is written: one statement for a question, whatever the library holds. */
@ApplicationScoped
@Transactional(dontRollbackOn = NoSuchFormException.class)
public class LibrarySuggestions {

  /** Pairs of signs the database looks for; a longer text is told apart by these already. */
  private static final int MOST_PAIRS = 12;

  private static final int MOST = 50;

  @Inject
  private LibraryQueries queries;

  @Inject
  private BusinessClock clock;

  /**
   * Those that may be chosen today and fit, the best first.
   *
   * @param level2 name of the second level; empty for any
   * @param text the name as far as it is written; empty for whatever fits the rest
   * @param industry of the project; empty for any
   * @param unit as it is written; empty for any
   * @param most how many, 1 to 50
   */
  public List<Suggestion> suggest(String level2, String text, String industry, String unit, int most) {
    Map<String, Object> parameters = new LinkedHashMap<>(Map.of("inForce", EntryState.IN_FORCE, "day", clock.today()));
    List<String> either = new ArrayList<>();
    Similarity.pairsOf(text).stream().limit(MOST_PAIRS).forEach(pair -> {
      String name = "pair" + either.size();
      either.add("l.content.level3 like :" + name + " escape '!'");
      parameters.put(name, Like.containing(pair));
    });
    if (either.isEmpty() && !level2.isBlank()) {
      either.add("l.content.level2 = :level2");
      parameters.put("level2", level2.strip());
    }
    String fits = either.isEmpty() ? "" : " and (" + String.join(" or ", either) + ")";
    Stream<Ranking.Candidate> candidates = queries.asked(
        "l.id, l.code, l.level, l.content.level1, l.content.level2, l.content.level3, l.content.unit, l.content.industry, l.content.common",
        LibraryQueries.ON_THE_DAY + fits, parameters, "", Object[].class).getResultList().stream().map(LibrarySuggestions::candidate);
    return Ranking.rank(new Ranking.Asked(level2, text, industry, unit), candidates, Math.clamp(most, 1, MOST));
  }

  private static Ranking.Candidate candidate(Object[] row) {
    return new Ranking.Candidate((UUID) row[0], (String) row[1], (LibraryLevel) row[2],
        new Indicator.Names((String) row[3], (String) row[4], (String) row[5]), (String) row[6], (String) row[7], (Boolean) row[8]);
  }
}
