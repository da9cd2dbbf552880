package org.jiheng.app.project;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jiheng.app.agency.UnitTree;
import org.jiheng.app.common.Likeness;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Reason;
import org.jiheng.app.parameter.ParameterSet;

/**
 * Finds projects of one year that overlap or are one thing cut into pieces (S67). Pure. Names are compared by the pairs of signs they are
 * made of, after years, ordinals and words every project has are taken out; only projects that share an uncommon pair of signs are
 * compared at all. Points of what was found add up to at most 100.
 *
 * @param least points from which two projects are shown to finance
 * @param similarName share of common pairs of signs from which two names are alike
 * @param similarContent the same for two descriptions
 * @param small below this amount a project is a small one, yuan
 * @param points what each finding is worth
 */
public record DuplicateRule(int least, BigDecimal similarName, BigDecimal similarContent, Money small, Points points) {

  private static final String ARTICLE = "全面实施预算绩效管理:重叠、碎片化的项目予以调整归并";
  private static final int MOST = 100;

  /** A pair of signs that more projects than these have says nothing about any of them. */
  private static final int COMMON_AT_LEAST = 60;
  private static final double COMMON_SHARE = 0.05;

  private static final Pattern YEAR = Pattern.compile("(20[0-9]{2})年?度?");
  private static final Pattern ORDINAL = Pattern.compile("第?[一二三四五六七八九十0-9]+(期|批次|批|标段|包|部分|阶段)|[((][一二三四五六七八九十0-9]+[))]|[0-9]+$|[一二三四五六七八九十]$|[ivx]+$");
  private static final Pattern SAYS_NOTHING = Pattern.compile("项目|专项|经费|资金|工程|补助|[^\\p{L}\\p{N}]");

  /**
   * What each finding is worth, 0 to 100.
   *
   * @param name for a name all alike, times how alike the names are
   */
  public record Points(int sameName, int parts, int name, int content, int unit, int department, int smallParts) {

    /** @throws IllegalArgumentException if it is no seven whole numbers with strokes between */
    static Points parse(String text) {
      int[] points = Arrays.stream(text.split("/", -1)).map(String::strip).mapToInt(Integer::parseInt).toArray();
      if (points.length != 7 || Arrays.stream(points).anyMatch(one -> one < 0 || one > MOST)) {
        throw new IllegalArgumentException("seven numbers of points, not: " + text);
      }
      return new Points(points[0], points[1], points[2], points[3], points[4], points[5], points[6]);
    }

    @Override
    public String toString() {
      return IntStream.of(sameName, parts, name, content, unit, department, smallParts).mapToObj(String::valueOf).collect(Collectors.joining("/"));
    }
  }

  public static DuplicateRule of(ParameterSet parameters) {
    return new DuplicateRule(parameters.get(DuplicateParameters.LEAST), parameters.get(DuplicateParameters.SIMILAR_NAME),
        parameters.get(DuplicateParameters.SIMILAR_CONTENT), parameters.get(DuplicateParameters.SMALL_BELOW), parameters.get(DuplicateParameters.POINTS));
  }

  /** What the rule looks at. */
  public record Sketch(UUID id, String code, String name, String content, String unit, Money annual) {}

  /**
   * Two projects that look alike.
   *
   * @param survivor which of the two is proposed to go on: the larger one, of equals the one with the smaller code
   * @param score points, from the least to 100
   * @param findings what makes them look alike, each with its points; never empty
   */
  public record Suspicion(Sketch one, Sketch other, UUID survivor, int score, List<Reason> findings) {

    /** What the two have together; the survivor would have it after a merger. */
    public Money together() {
      return one.annual().plus(other.annual());
    }
  }

  /** A project prepared for comparison; its description, the longest of it, once it is compared. */
  private record Prepared(Sketch sketch, String name, String core, Set<String> pairs, Once content) {}

  /** The pairs of signs of a description, worked out when they are first asked for. */
  private static final class Once {

    private final String text;
    private Set<String> pairs;

    Once(String text) {
      this.text = text;
    }

    Set<String> pairs() {
      if (pairs == null) {
        pairs = Likeness.pairs(SAYS_NOTHING.matcher(plain(text)).replaceAll(""));
      }
      return pairs;
    }
  }

  /** The most suspicious pair in front. */
  public List<Suspicion> find(List<Sketch> projects) {
    List<Prepared> prepared = projects.stream().map(DuplicateRule::prepare).toList();
    Map<String, List<Integer>> having = new HashMap<>();
    for (int i = 0; i < prepared.size(); i++) {
      for (String pair : prepared.get(i).pairs()) {
        having.computeIfAbsent(pair, _ -> new ArrayList<>()).add(i);
      }
    }
    int common = common(prepared.size());
    List<Suspicion> found = new ArrayList<>();
    for (int i = 0; i < prepared.size(); i++) {
      for (int other : worthComparing(prepared.get(i), i, having, common)) {
        Suspicion suspicion = compare(prepared.get(i), prepared.get(other));
        if (suspicion.score() >= least) {
          found.add(suspicion);
        }
      }
    }
    return sorted(found);
  }

  private static List<Suspicion> sorted(List<Suspicion> found) {
    found.sort(Comparator.comparingInt(Suspicion::score).reversed().thenComparing(one -> one.one().code()).thenComparing(one -> one.other().code()));
    return found;
  }

  /** Those of {@link #find} in which this project is; it alone is compared with the others. */
  public List<Suspicion> find(List<Sketch> projects, UUID one) {
    List<Prepared> prepared = projects.stream().map(DuplicateRule::prepare).toList();
    int at = IntStream.range(0, prepared.size()).filter(i -> prepared.get(i).sketch().id().equals(one)).findFirst().orElse(-1);
    if (at < 0) {
      return List.of();
    }
    Map<String, List<Integer>> having = new HashMap<>();
    for (String pair : prepared.get(at).pairs()) {
      having.put(pair, IntStream.range(0, prepared.size()).filter(i -> prepared.get(i).pairs().contains(pair)).boxed().toList());
    }
    int common = common(prepared.size());
    Set<Integer> others = having.values().stream().filter(owners -> owners.size() <= common).flatMap(List::stream).filter(other -> other != at)
        .collect(Collectors.toSet());
    return sorted(others.stream().map(other -> compare(prepared.get(Math.min(at, other)), prepared.get(Math.max(at, other))))
        .filter(suspicion -> suspicion.score() >= least).collect(Collectors.toCollection(ArrayList::new)));
  }

  private static int common(int projects) {
    return Math.max(COMMON_AT_LEAST, (int) (projects * COMMON_SHARE));
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
    return new Prepared(sketch, name, core, Likeness.pairs(core), new Once(sketch.content()));
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(java.util.Locale.ROOT).strip();
  }

  private Suspicion compare(Prepared one, Prepared other) {
    List<Reason> findings = new ArrayList<>();
    int found = byName(one, other, findings);
    double content = Likeness.ofPairs(one.content().pairs(), other.content().pairs());
    if (content >= similarContent.doubleValue()) {
      found += add(findings, points.content(), Because.of("duplicate.content", ARTICLE, "similarity", percent(content), "points", points.content()));
    }
    boolean sameUnit = one.sketch().unit().equals(other.sketch().unit());
    if (!findings.isEmpty() && sameUnit) {
      found += add(findings, points.unit(), Because.of("duplicate.unit", ARTICLE, "unit", one.sketch().unit(), "points", points.unit()));
      if (small(one) && small(other)) {
        found += add(findings, points.smallParts(), Because.of("duplicate.small", ARTICLE, "amounts", amounts(one, other), "points", points.smallParts()));
      }
    } else if (!findings.isEmpty() && UnitTree.departmentOf(one.sketch().unit()).equals(UnitTree.departmentOf(other.sketch().unit()))) {
      found += add(findings, points.department(),
          Because.of("duplicate.department", ARTICLE, "unit", UnitTree.departmentOf(one.sketch().unit()), "points", points.department()));
    }
    return new Suspicion(one.sketch(), other.sketch(), survivor(one.sketch(), other.sketch()), Math.min(MOST, found), findings);
  }

  private int byName(Prepared one, Prepared other, List<Reason> findings) {
    String names = one.sketch().name() + " / " + other.sketch().name();
    if (one.name().equals(other.name())) {
      return add(findings, points.sameName(), Because.of("duplicate.name", ARTICLE, "names", names, "points", points.sameName()));
    }
    if (one.core().equals(other.core())) {
      return add(findings, points.parts(), Because.of("duplicate.parts", ARTICLE, "names", names, "points", points.parts()));
    }
    double similarity = Likeness.ofPairs(one.pairs(), other.pairs());
    if (similarity < similarName.doubleValue()) {
      return 0;
    }
    int worth = (int) Math.round(points.name() * similarity);
    return add(findings, worth, Because.of("duplicate.similar", ARTICLE, "names", names, "similarity", percent(similarity), "points", worth));
  }

  private boolean small(Prepared one) {
    return one.sketch().annual().compareTo(small) < 0;
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
