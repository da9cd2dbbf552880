package org.jiheng.app.project;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jiheng.app.agency.UnitTree;
import org.jiheng.app.common.Likeness;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Reason;

/**
 * Finds projects of one year that overlap or are one thing cut into pieces (S67). Pure. Names are compared by the pairs of signs they are
 * made of, after years, ordinals and words every project has are taken out; only projects that share an uncommon pair of signs are
 * compared at all. Points of what was found add up to at most 100; from {@link #LEAST} points on two projects are shown to finance.
 */
public final class DuplicateRule {

  /** Points from which two projects are worth a look. */
  public static final int LEAST = 60;

  private static final String ARTICLE = "全面实施预算绩效管理:重叠、碎片化的项目予以调整归并";
  private static final int MOST = 100;

  private static final int SAME_NAME = 60;
  private static final int PARTS = 60;
  private static final int SIMILAR_NAME = 50;
  private static final int SAME_CONTENT = 30;
  private static final int SAME_UNIT = 20;
  private static final int SAME_DEPARTMENT = 10;
  private static final int SMALL_PARTS = 10;

  private static final double SIMILAR = 0.6;
  private static final double SIMILAR_CONTENT = 0.7;

  /** A pair of signs that more projects than these have says nothing about any of them. */
  private static final int COMMON_AT_LEAST = 60;
  private static final double COMMON_SHARE = 0.05;

  /** Below this amount a project is a small one, yuan. */
  private static final Money SMALL = Money.ofWan("50");

  private static final Pattern YEAR = Pattern.compile("(20[0-9]{2})年?度?");
  private static final Pattern ORDINAL = Pattern.compile("第?[一二三四五六七八九十0-9]+(期|批次|批|标段|包|部分|阶段)|[((][一二三四五六七八九十0-9]+[))]|[0-9]+$|[一二三四五六七八九十]$|[ivx]+$");
  private static final Pattern SAYS_NOTHING = Pattern.compile("项目|专项|经费|资金|工程|补助|[^\\p{L}\\p{N}]");

  private DuplicateRule() {}

  /** What the rule looks at. */
  public record Sketch(UUID id, String code, String name, String content, String unit, Money annual) {}

  /**
   * Two projects that look alike.
   *
   * @param survivor which of the two is proposed to go on: the larger one, of equals the one with the smaller code
   * @param score points, 60 to 100
   * @param findings what makes them look alike, each with its points; never empty
   */
  public record Suspicion(Sketch one, Sketch other, UUID survivor, int score, List<Reason> findings) {

    /** What the two have together; the survivor would have it after a merger. */
    public Money together() {
      return one.annual().plus(other.annual());
    }
  }

  /** A project prepared for comparison. */
  private record Prepared(Sketch sketch, String name, String core, Set<String> pairs, Set<String> content) {}

  /** The most suspicious pair in front. */
  public static List<Suspicion> find(List<Sketch> projects) {
    List<Prepared> prepared = projects.stream().map(DuplicateRule::prepare).toList();
    Map<String, List<Integer>> having = new HashMap<>();
    for (int i = 0; i < prepared.size(); i++) {
      for (String pair : prepared.get(i).pairs()) {
        having.computeIfAbsent(pair, _ -> new ArrayList<>()).add(i);
      }
    }
    int common = Math.max(COMMON_AT_LEAST, (int) (prepared.size() * COMMON_SHARE));
    List<Suspicion> found = new ArrayList<>();
    for (int i = 0; i < prepared.size(); i++) {
      for (int other : worthComparing(prepared.get(i), i, having, common)) {
        Suspicion suspicion = compare(prepared.get(i), prepared.get(other));
        if (suspicion.score() >= LEAST) {
          found.add(suspicion);
        }
      }
    }
    found.sort(Comparator.comparingInt(Suspicion::score).reversed().thenComparing(one -> one.one().code()).thenComparing(one -> one.other().code()));
    return found;
  }

  private static Set<Integer> worthComparing(Prepared one, int at, Map<String, List<Integer>> having, int common) {
    Set<Integer> others = new HashSet<>();
    for (String pair : one.pairs()) {
      List<Integer> owners = having.get(pair);
      if (owners.size() <= common) {
        owners.stream().filter(other -> other > at).forEach(others::add);
      }
    }
    return others;
  }

  private static Prepared prepare(Sketch sketch) {
    String name = SAYS_NOTHING.matcher(YEAR.matcher(plain(sketch.name())).replaceAll("")).replaceAll("");
    String core = SAYS_NOTHING.matcher(ORDINAL.matcher(YEAR.matcher(plain(sketch.name())).replaceAll("")).replaceAll("")).replaceAll("");
    return new Prepared(sketch, name, core, Likeness.pairs(core), Likeness.pairs(SAYS_NOTHING.matcher(plain(sketch.content())).replaceAll("")));
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(java.util.Locale.ROOT).strip();
  }

  private static Suspicion compare(Prepared one, Prepared other) {
    List<Reason> findings = new ArrayList<>();
    int points = byName(one, other, findings);
    double content = Likeness.ofPairs(one.content(), other.content());
    if (content >= SIMILAR_CONTENT) {
      points += add(findings, SAME_CONTENT, Because.of("duplicate.content", ARTICLE, "similarity", percent(content), "points", SAME_CONTENT));
    }
    boolean sameUnit = one.sketch().unit().equals(other.sketch().unit());
    if (points > 0 && sameUnit) {
      points += add(findings, SAME_UNIT, Because.of("duplicate.unit", ARTICLE, "unit", one.sketch().unit(), "points", SAME_UNIT));
      if (small(one) && small(other)) {
        points += add(findings, SMALL_PARTS, Because.of("duplicate.small", ARTICLE, "amounts", amounts(one, other), "points", SMALL_PARTS));
      }
    } else if (points > 0 && UnitTree.departmentOf(one.sketch().unit()).equals(UnitTree.departmentOf(other.sketch().unit()))) {
      points += add(findings, SAME_DEPARTMENT,
          Because.of("duplicate.department", ARTICLE, "unit", UnitTree.departmentOf(one.sketch().unit()), "points", SAME_DEPARTMENT));
    }
    return new Suspicion(one.sketch(), other.sketch(), survivor(one.sketch(), other.sketch()), Math.min(MOST, points), findings);
  }

  private static int byName(Prepared one, Prepared other, List<Reason> findings) {
    String names = one.sketch().name() + " / " + other.sketch().name();
    if (one.name().equals(other.name())) {
      return add(findings, SAME_NAME, Because.of("duplicate.name", ARTICLE, "names", names, "points", SAME_NAME));
    }
    if (one.core().equals(other.core())) {
      return add(findings, PARTS, Because.of("duplicate.parts", ARTICLE, "names", names, "points", PARTS));
    }
    double similarity = Likeness.ofPairs(one.pairs(), other.pairs());
    if (similarity < SIMILAR) {
      return 0;
    }
    int points = (int) Math.round(SIMILAR_NAME * similarity);
    return add(findings, points, Because.of("duplicate.similar", ARTICLE, "names", names, "similarity", percent(similarity), "points", points));
  }

  private static boolean small(Prepared one) {
    return one.sketch().annual().compareTo(SMALL) < 0;
  }

  private static String percent(double share) {
    return BigDecimal.valueOf(share * MOST).setScale(0, RoundingMode.HALF_UP) + "%";
  }

  private static int add(List<Reason> findings, int points, Reason finding) {
    findings.add(finding);
    return points;
  }

  private static String amounts(Prepared one, Prepared other) {
    return one.sketch().annual().inWan().toPlainString() + " / " + other.sketch().annual().inWan().toPlainString();
  }

  private static UUID survivor(Sketch one, Sketch other) {
    int larger = one.annual().compareTo(other.annual());
    return larger > 0 || larger == 0 && one.code().compareTo(other.code()) <= 0 ? one.id() : other.id();
  }
}
