package org.jiheng.infra.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Score;
import org.jiheng.app.common.Words;
import org.jiheng.tenants.persistence.Identifiers;

/**
 * A project every county has, and what becomes of its self-evaluation.
 *
 * @param budget in 万元, of a middling county
 * @param previous whether there was one in the year before, too
 */
record ProjectPlan(String unit, String name, String kind, BigDecimal budget, Course course, Quality quality, boolean previous) {

  static final List<ProjectPlan> ALL = Table.read("projects").stream()
      .map(row -> new ProjectPlan(row.get("unit"), row.get("name"), row.get("kind"), new BigDecimal(row.get("budget")),
          Course.valueOf(row.get("path")), Quality.valueOf(row.get("quality")), row.get("previous").equals("yes")))
      .toList();

  /**
   * One indicator this kind of project is given.
   *
   * @param level for example {@code output.quantity}
   * @param target with {@code {number}} where it grows with the place and {@code {year}} for the fiscal year
   */
  record Indicator(String kind, String level, String name, String target, Score weight) {

    private static final List<Indicator> ALL = Table.read("indicators").stream()
        .map(row -> new Indicator(row.get("kind"), row.get("level"), row.get("name"), row.get("target"), Score.of(row.get("weight"))))
        .toList();
    private static final Pattern GROWING = Pattern.compile("\\{([0-9.]+)}");

    String level1() {
      return Words.chinese().say("level1." + level.substring(0, level.indexOf('.')));
    }

    String level2() {
      return Words.chinese().say("level2." + level);
    }

    /** The target as it is written in this place and year. */
    String target(Place place, int year) {
      return GROWING.matcher(target.replace("{year}", String.valueOf(year))).replaceAll(number -> grown(number.group(1), place));
    }

    private static String grown(String number, Place place) {
      BigDecimal plain = new BigDecimal(number);
      BigDecimal grown = plain.multiply(place.size()).setScale(plain.scale(), RoundingMode.HALF_UP);
      return Matcher.quoteReplacement(grown.max(BigDecimal.ONE.movePointLeft(plain.scale())).toPlainString());
    }
  }

  List<Indicator> indicators() {
    return Indicator.ALL.stream().filter(indicator -> indicator.kind().equals(kind)).toList();
  }

  /** The project in this place and year; the number makes its code. The same every time, but for its identifier. */
  DemoProject in(Place place, int year, int number) {
    Random chance = new Random((place.code() + name + year).hashCode());
    BigDecimal initial = Money.ofWan(budget.toPlainString()).yuan().multiply(place.size())
        .multiply(BigDecimal.valueOf(9_000 + chance.nextInt(2_000), 4)).setScale(2, RoundingMode.HALF_UP);
    // a third of the projects is adjusted in the course of the year
    BigDecimal change = chance.nextInt(3) > 0 ? BigDecimal.ONE : BigDecimal.valueOf(9_200 + chance.nextInt(1_700), 4);
    return new DemoProject(Identifiers.next(), place, "%s%02dT%012d".formatted(place.code(), (previous ? DemoProject.YEAR - 1 : year) % 100, number), name, unit, year,
        new Money(initial), new Money(initial.multiply(change)), this);
  }
}
