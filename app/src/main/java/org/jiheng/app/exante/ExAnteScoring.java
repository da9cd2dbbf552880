package org.jiheng.app.exante;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jiheng.app.common.Grade;
import org.jiheng.app.common.Rate;
import org.jiheng.app.common.Reason;
import org.jiheng.app.common.Reasoned;
import org.jiheng.app.common.Score;
import org.jiheng.app.parameter.ParameterSet;

/**
 * Points and conclusion of an ex-ante evaluation (中发〔2018〕34号; DOMAIN 2.4, 2.5). Each item is ticked 优, 良, 中 or 差 and gets the
 * share of its points that the tick is worth; what the whole comes to follows from the total, the weakest dimension and the vetoes.
 * Pure.
 *
 * @param pass total from which on a project is supported
 * @param partial total below which it is not
 * @param floor share of its points every dimension has to reach for a full support
 * @param ticks share of the points each tick is worth
 * @param explain from which difference on between two totals the conclusion has to say why
 */
public record ExAnteScoring(Score pass, Score partial, Rate floor, Map<Grade, Rate> ticks, Score explain) {

  /** @throws IllegalArgumentException if a part support asked for more than a full one */
  public ExAnteScoring {
    ticks = Map.copyOf(ticks);
    if (pass.compareTo(partial) < 0) {
      throw new IllegalArgumentException("pass " + pass + " below partial " + partial);
    }
  }

  public static ExAnteScoring of(ParameterSet parameters) {
    return new ExAnteScoring(parameters.get(ExAnteParameters.PASS), parameters.get(ExAnteParameters.PARTIAL),
        parameters.get(ExAnteParameters.FLOOR), parameters.get(ExAnteParameters.TICKS), parameters.get(ExAnteParameters.EXPLAIN));
  }

  /**
   * What somebody ticked.
   *
   * @param ticks by the key of the item
   * @param vetoes keys of those that hold
   */
  public record Ticked(Map<String, Grade> ticks, Set<String> vetoes) {

    public Ticked {
      ticks = Map.copyOf(ticks);
      vetoes = Set.copyOf(vetoes);
    }
  }

  /**
   * The points of a dimension.
   *
   * @param weak whether it is below the floor
   */
  public record OfDimension(String key, Score score, Score points, boolean weak) {}

  /**
   * Everything computed from the ticks.
   *
   * @param items by key, those that were ticked
   * @param total without a value while an item is not ticked
   * @param proposed the conclusion the rules come to; without a value while there is no total and no veto
   */
  public record Sheet(Map<String, Reasoned<Score>> items, List<OfDimension> dimensions, Reasoned<Score> total, Reasoned<Conclusion> proposed) {}

  public Sheet score(ExAnteTemplate template, Ticked ticked) {
    Map<String, Reasoned<Score>> items = new LinkedHashMap<>();
    for (ExAnteTemplate.Item item : template.items()) {
      Optional.ofNullable(ticked.ticks().get(item.key())).ifPresent(tick -> items.put(item.key(), item(item, tick)));
    }
    List<OfDimension> dimensions = template.dimensions().stream().map(one -> dimension(one, items)).toList();
    int open = template.items().size() - items.size();
    Score sum = dimensions.stream().map(OfDimension::score).reduce(Score.ZERO, Score::plus);
    Reasoned<Score> total = open > 0
        ? Reasoned.none(Because.of("exante.not-all-ticked", Because.OPINION, "open", open))
        : Reasoned.of(sum, Because.of("exante.sum-of-items", Because.OPINION, "items", items.size(), "template", template.name()));
    return new Sheet(items, dimensions, total, proposed(template, ticked.vetoes(), dimensions, total));
  }

  private Reasoned<Score> item(ExAnteTemplate.Item item, Grade tick) {
    Rate share = ticks.get(tick);
    return Reasoned.of(item.points().times(share), Because.of(rule(tick), Because.OPINION, "points", item.points(), "share", share));
  }

  private static String rule(Grade tick) {
    return switch (tick) {
      case EXCELLENT -> "exante.tick-excellent";
      case GOOD -> "exante.tick-good";
      case FAIR -> "exante.tick-fair";
      case POOR -> "exante.tick-poor";
    };
  }

  private OfDimension dimension(ExAnteTemplate.Dimension dimension, Map<String, Reasoned<Score>> items) {
    Score score = dimension.items().stream().flatMap(item -> Optional.ofNullable(items.get(item.key())).stream())
        .flatMap(one -> one.value().stream()).reduce(Score.ZERO, Score::plus);
    return new OfDimension(dimension.key(), score, dimension.points(), score.compareTo(dimension.points().times(floor)) < 0);
  }

  private Reasoned<Conclusion> proposed(ExAnteTemplate template, Set<String> vetoes, List<OfDimension> dimensions, Reasoned<Score> total) {
    List<Reason> against = new ArrayList<>();
    template.vetoes().stream().filter(one -> vetoes.contains(one.key()))
        .forEach(one -> against.add(Because.of("exante.veto", Because.OPINION, "veto", one.text())));
    if (!against.isEmpty()) {
      return new Reasoned<>(Optional.of(Conclusion.NOT_SUPPORTED), against);
    }
    if (total.value().isEmpty()) {
      return Reasoned.none(total.reason());
    }
    Score reached = total.value().get();
    if (reached.compareTo(partial) < 0) {
      return Reasoned.of(Conclusion.NOT_SUPPORTED, Because.of("exante.below-partial", Because.OPINION, "total", reached, "partial", partial));
    }
    if (reached.compareTo(pass) < 0) {
      return Reasoned.of(Conclusion.PARTLY_SUPPORTED, Because.of("exante.below-pass", Because.OPINION, "total", reached, "pass", pass));
    }
    List<Reason> weak = dimensions.stream().filter(OfDimension::weak).map(one -> Because.of("exante.weak-dimension", Because.OPINION,
        "dimension", template.dimensions().stream().filter(it -> it.key().equals(one.key())).findFirst().orElseThrow().name(),
        "score", one.score(), "floor", floor)).toList();
    return weak.isEmpty()
        ? Reasoned.of(Conclusion.SUPPORTED, Because.of("exante.reaches-pass", Because.OPINION, "total", reached, "pass", pass))
        : new Reasoned<>(Optional.of(Conclusion.PARTLY_SUPPORTED), weak);
  }

  /** Whether two totals lie so far apart that the conclusion has to say why (DOMAIN 2.6). */
  public Reasoned<Boolean> needsExplanation(Score unit, Score thirdParty) {
    BigDecimal apart = unit.points().subtract(thirdParty.points()).abs();
    boolean far = apart.compareTo(explain.points()) >= 0;
    return Reasoned.of(far, Because.of(far ? "exante.totals-far-apart" : "exante.totals-near", Because.SUPERVISION, "unit", unit, "third", thirdParty,
        "apart", apart, "limit", explain));
  }
}
