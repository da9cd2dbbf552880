package org.jiheng.app.library;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.app.common.Likeness;
import org.jiheng.app.common.Rate;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.tenants.persistence.Like;

/** Indicators found by what they are like: suggested while a goal is written, or standing beside one that is proposed. One statement each. */
@ApplicationScoped
@Transactional(dontRollbackOn = NoSuchFormException.class)
public class LibrarySuggestions {

  /** Pairs of signs the database looks for; a longer text is told apart by these already. */
  private static final int MOST_PAIRS = 12;
  private static final int MOST = 50;
  /** From this likeness on two names may mean the same indicator. */
  private static final Rate ALIKE = Rate.of("0.5");

  @Inject
  private LibraryQueries queries;

  @Inject
  private BusinessClock clock;

  /**
   * An indicator whose name is like another one.
   *
   * @param likeness 0.5 to 1
   */
  public record Alike(UUID entry, String code, LibraryLevel level, EntryState state, Indicator.Names names, Rate likeness) {}

  /**
   * Those that may be chosen today and fit, the best first.
   *
   * @param most how many, 1 to 50
   */
  public List<Suggestion> suggest(Meant wanted, int most) {
    Map<String, Object> parameters = new LinkedHashMap<>(Map.of("inForce", EntryState.IN_FORCE, "day", clock.today()));
    String fits = named(wanted.text(), parameters);
    if (fits.isEmpty() && !wanted.level2().isEmpty()) {
      fits = " and l.content.level2 = :level2";
      parameters.put("level2", wanted.level2());
    }
    Stream<Ranking.Candidate> candidates = queries.asked(
        "l.id, l.code, l.level, l.department, l.content.level1, l.content.level2, l.content.level3, l.content.unit, l.content.industry, "
            + "l.content.functionCode, l.content.common",
        LibraryQueries.ON_THE_DAY + fits, parameters, "", Object[].class).getResultList().stream().map(LibrarySuggestions::candidate);
    return Ranking.rank(wanted, candidates, Math.clamp(most, 1, MOST));
  }

  /** A name that has a pair of signs in common with the text; empty for an empty text. */
  private static String named(String text, Map<String, Object> parameters) {
    List<String> either = new ArrayList<>();
    Likeness.pairs(Likeness.plain(text)).stream().limit(MOST_PAIRS).forEach(pair -> {
      String name = "pair" + either.size();
      either.add("l.content.level3 like :" + name + " escape '!'");
      parameters.put(name, Like.containing(pair));
    });
    return either.isEmpty() ? "" : " and (" + String.join(" or ", either) + ")";
  }

  private static Ranking.Candidate candidate(Object[] row) {
    return new Ranking.Candidate((UUID) row[0], (String) row[1], (LibraryLevel) row[2], (String) row[3],
        new Indicator.Names((String) row[4], (String) row[5], (String) row[6]), (String) row[7], (String) row[8], (String) row[9], (Boolean) row[10]);
  }

  /** What the library has of nearly the same name, the likest first: also what is only proposed, nothing that was stopped. */
  public List<Alike> alike(String name, int most) {
    Map<String, Object> parameters = new LinkedHashMap<>(Map.of("stopped", EntryState.STOPPED));
    String fits = named(name, parameters);
    return fits.isEmpty() ? List.of()
        : queries.asked("l.indicatorId, l.code, l.level, l.state, l.content.level1, l.content.level2, l.content.level3",
                " and l.newest = true and l.state <> :stopped" + fits, parameters, "", Object[].class).getResultList().stream()
            .map(row -> new Alike((UUID) row[0], (String) row[1], (LibraryLevel) row[2], (EntryState) row[3],
                new Indicator.Names((String) row[4], (String) row[5], (String) row[6]), Likeness.ofNames(name, (String) row[6])))
            .filter(one -> !ALIKE.exceeds(one.likeness()))
            .sorted(Comparator.comparing(Alike::likeness).reversed().thenComparing(Alike::level).thenComparing(Alike::code))
            .limit(Math.clamp(most, 1, MOST)).toList();
  }

  /**
   * What took the place of a version that is not chosen any more.
   *
   * @param newest of the same indicator
   * @param ended number of the version that ended
   */
  public static Suggestion successor(LibraryLine newest, int ended) {
    return Ranking.successor(newest, ended);
  }
}
