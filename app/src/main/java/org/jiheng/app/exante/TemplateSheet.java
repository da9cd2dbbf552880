package org.jiheng.app.exante;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.Score;
import org.jiheng.app.common.Words;
import org.jiheng.app.exante.ExAnteTemplate.Dimension;
import org.jiheng.app.exante.ExAnteTemplate.Evidence;
import org.jiheng.app.exante.ExAnteTemplate.Item;
import org.jiheng.app.exante.ExAnteTemplate.Veto;
import org.jiheng.app.parameter.Measure;
import org.jiheng.app.parameter.ParameterWords;
import org.jiheng.app.parameter.ValueCell;
import org.jiheng.app.parameter.ValueFlaw;
import org.jiheng.app.parameter.ValueSheet;
import org.jiheng.app.parameter.ValueTable;
import org.jiheng.app.parameter.ValueTable.Row;
import org.jiheng.app.project.ProjectType;

/**
 * A template of ex-ante evaluation: one of the house, or a jurisdiction's own, which begins as a copy of the one before and is written
 * item by item (DOMAIN 2.4: templates are data). Items of one dimension carry its name; what was there keeps the key it is known by.
 */
final class TemplateSheet implements ValueSheet {

  /** Templates that come with the house. */
  private static final List<String> HOUSE = List.of("standard-2023", "four-foci-2023", "lasting-2023");
  private static final String OWN = "OWN_TEMPLATE";
  /** Stands for all types of projects among those a document is required for, and in a template that is written. */
  private static final String ALL = "ALL_PROJECTS";
  private static final String EVERY = "*";
  private static final int FACTS = 1;
  private static final int ITEMS = 2;
  private static final int VETOES = 3;
  private static final int EVIDENCE = 4;
  private static final int POINTS = 3;
  private static final int CHECK = 4;
  private static final Measure OF_ITEM = Measure.POINTS.from("0.01");
  private static final Measure VERSION = Measure.whole(Measure.Unit.EDITION, 1, 9999);

  @Override
  public List<ValueTable> read(String text) {
    ExAnteTemplate template = ExAnteTemplate.read(text);
    String name = text.strip();
    return name.startsWith("{") ? own(template) : List.of(choice(name));
  }

  private static ValueTable choice(String chosen) {
    return ValueTable.fixed("", List.of("template"), List.of(new Row(
        ValueCell.choice(Stream.concat(HOUSE.stream(), Stream.of(OWN)).toList(), chosen))));
  }

  private static List<ValueTable> own(ExAnteTemplate template) {
    return List.of(choice(OWN),
        ValueTable.fixed("facts", List.of("template-name", "template-version"), List.of(new Row(template.code(),
            List.of(ValueCell.words(60, template.name()), ValueCell.number(VERSION, String.valueOf(template.version())))))),
        ValueTable.free("items", List.of("dimension", "item-group", "item-text", "points", "item-check", "item-system"),
            template.dimensions().stream().flatMap(dimension -> dimension.items().stream().map(item -> row(dimension.key() + "/" + item.key(), dimension.name(),
                item.group(), item.text(), item.points().toString(), item.check(), item.system().stream().map(Enum::name).sorted().toList()))).toList(),
            row("", "", "", "", "", "", List.of())),
        ValueTable.free("vetoes", List.of("veto"), template.vetoes().stream()
            .map(veto -> new Row(veto.key(), List.of(ValueCell.words(100, veto.text())))).toList(), new Row(ValueCell.words(100, ""))),
        ValueTable.free("evidence", List.of("document", "required-for"), template.evidence().stream()
            .map(one -> document(one.key(), one.text(), one.required())).toList(), document("", "", List.of())));
  }

  private static Row row(String key, String dimension, String group, String text, String points, String check, List<String> system) {
    return new Row(key, List.of(ValueCell.words(30, dimension), ValueCell.words(30, group), ValueCell.words(200, text),
        ValueCell.number(OF_ITEM, points.isEmpty() ? "" : OF_ITEM.shown(points)), ValueCell.words(60, check),
        ValueCell.choices(Arrays.stream(SystemCheck.values()).map(Enum::name).toList(), system)));
  }

  private static Row document(String key, String text, List<String> required) {
    List<String> types = Stream.concat(Stream.of(ALL), Arrays.stream(ProjectType.values()).map(ProjectProfile::word)).toList();
    return new Row(key, List.of(ValueCell.words(100, text),
        ValueCell.choices(types, required.stream().map(one -> one.equals(EVERY) ? ALL : one).toList())));
  }

  /** A jurisdiction's own begins as the template that was chosen before; one of the house is not written in. */
  @Override
  public List<ValueTable> followed(List<ValueTable> before, List<ValueTable> changed) {
    String chosen = chosen(changed);
    if (!chosen.equals(OWN)) {
      return List.of(changed.getFirst());
    }
    return changed.size() > 1 ? changed : own(ofOwn(ExAnteTemplate.read(HOUSE.contains(chosen(before)) ? chosen(before) : HOUSE.getFirst())));
  }

  private static ExAnteTemplate ofOwn(ExAnteTemplate one) {
    return new ExAnteTemplate("own", one.version(), one.name(), one.dimensions(), one.vetoes(), one.evidence());
  }

  private static String chosen(List<ValueTable> tables) {
    return tables.getFirst().rows().getFirst().text(0);
  }

  @Override
  public String write(List<ValueTable> tables) {
    if (tables.size() == 1) {
      return chosen(tables);
    }
    try {
      // read once, so that what every template has is there
      return ExAnteTemplate.fromJson(template(tables).toJson()).toJson();
    } catch (IllegalArgumentException flawed) {
      return "";
    }
  }

  private static ExAnteTemplate template(List<ValueTable> tables) {
    Keys keys = new Keys(tables);
    Row facts = tables.get(FACTS).rows().getFirst();
    Map<String, List<Row>> byDimension = tables.get(ITEMS).rows().stream()
        .collect(Collectors.groupingBy(row -> row.text(0).strip(), LinkedHashMap::new, Collectors.toList()));
    List<Dimension> dimensions = byDimension.entrySet().stream().map(one -> new Dimension(
        keys.of("dimension", one.getValue().getFirst().key().split("/")[0]), one.getKey(), one.getValue().stream().map(row -> item(keys, row)).toList())).toList();
    return new ExAnteTemplate(facts.key(), Integer.parseInt(VERSION.stored(facts.text(1))), facts.text(0).strip(), dimensions,
        tables.get(VETOES).rows().stream().map(row -> new Veto(keys.of("veto", row.key()), row.text(0).strip())).toList(),
        tables.get(EVIDENCE).rows().stream().map(row -> new Evidence(keys.of("document", row.key()), row.text(0).strip(),
            row.cells().get(1).chosen().stream().map(one -> one.equals(ALL) ? EVERY : one).toList())).toList());
  }

  private static Item item(Keys keys, Row row) {
    return new Item(keys.of("item", row.key().substring(row.key().indexOf('/') + 1)), row.text(1).strip(), row.text(2).strip(),
        new Score(new BigDecimal(OF_ITEM.stored(row.text(POINTS)))), row.text(CHECK).strip(),
        row.cells().get(CHECK + 1).chosen().stream().map(SystemCheck::valueOf).collect(Collectors.toSet()));
  }

  /** Gives everything a key of its own: its old one, or a new one nothing else has. */
  private static final class Keys {

    private final Set<String> known;
    private final Set<String> given = new HashSet<>();

    Keys(List<ValueTable> tables) {
      known = tables.stream().skip(ITEMS).flatMap(table -> table.rows().stream()).flatMap(row -> Stream.of(row.key().split("/")))
          .collect(Collectors.toSet());
    }

    String of(String kind, String old) {
      String key = old;
      for (int number = 1; key.isEmpty() || given.contains(key) || !key.equals(old) && known.contains(key); number++) {
        key = kind + "-" + number;
      }
      given.add(key);
      return key;
    }
  }

  @Override
  public List<ValueFlaw> flaws(List<ValueTable> tables) {
    List<ValueFlaw> flaws = new ArrayList<>();
    for (int table = FACTS; table < tables.size(); table++) {
      ValueFlaw.cells(table, tables.get(table)).stream().filter(flaw -> !maybeEmpty(tables, flaw)).forEach(flaws::add);
    }
    if (tables.size() > 1 && flaws.stream().noneMatch(flaw -> flaw.table() == ITEMS)) {
      ValueTable items = tables.get(ITEMS);
      BigDecimal sum = items.rows().stream().map(row -> OF_ITEM.number(row.text(POINTS)).orElseThrow()).reduce(BigDecimal.ZERO, BigDecimal::add);
      if (sum.compareTo(OF_ITEM.most()) != 0) {
        flaws.add(ValueFlaw.of(ITEMS, new Problem("parameter-table-points", Map.of("sum", sum.toPlainString()))));
      }
    }
    return flaws;
  }

  /** An item may go without a heading of its own and without a note of what is looked at. */
  private static boolean maybeEmpty(List<ValueTable> tables, ValueFlaw flaw) {
    return flaw.table() == ITEMS && Set.of(1, CHECK).contains(flaw.column()) && tables.get(ITEMS).rows().get(flaw.row()).text(flaw.column()).isBlank();
  }

  @Override
  public String said(Words words, String text) {
    ExAnteTemplate template = ExAnteTemplate.read(text);
    if (!text.strip().startsWith("{")) {
      return ParameterWords.option(words, text.strip());
    }
    return words.say("parameter.own-template", Map.of("name", template.name(), "version", String.valueOf(template.version()),
        "dimensions", template.dimensions().stream().map(Dimension::name).collect(Collectors.joining(words.say("parameter.between")))));
  }
}
