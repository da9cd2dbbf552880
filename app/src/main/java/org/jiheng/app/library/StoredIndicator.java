package org.jiheng.app.library;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiheng.app.indicator.Aggregation;
import org.jiheng.app.indicator.Target.Sign;
import org.jiheng.app.indicator.TargetKind;

/** An {@link Indicator} in the columns of a version. */
@Embeddable
public class StoredIndicator {

  private String level1;
  private String level2;
  private String level3;
  private boolean common;
  private String explanation;
  private String formula;
  private String unit;

  @Enumerated(EnumType.STRING)
  private TargetKind kind;

  @Enumerated(EnumType.STRING)
  private Sign sign;

  private String target;

  @Enumerated(EnumType.STRING)
  private Standard standard;

  @Column(name = "standard_source")
  private String standardSource;

  @Column(name = "data_source")
  private String dataSource;

  private String evidence;

  @Enumerated(EnumType.STRING)
  private Scoring scoring;

  @Column(name = "scoring_rule")
  private String scoringRule;

  @Enumerated(EnumType.STRING)
  private Aggregation aggregation;

  @Column(name = "main_quantity")
  private boolean mainQuantity;

  private String industry;
  private String area;
  private String layer;

  @Column(name = "function_code")
  private String functionCode;

  private boolean required;

  @Column(name = "for_category")
  private String forCategory = "";

  @Column(name = "for_type")
  private String forType = "";

  @Column(name = "for_industry")
  private String forIndustry = "";

  private String editable = "";
  private String remark;

  @Column(name = "valid_from")
  private LocalDate validFrom;

  @Column(name = "valid_until")
  private LocalDate validUntil;

  protected StoredIndicator() {}

  StoredIndicator(Indicator one) {
    level1 = one.names().level1();
    level2 = one.names().level2();
    level3 = one.names().level3();
    common = one.common();
    explanation = one.explanation();
    remark = one.remark();
    validFrom = one.from();
    validUntil = one.until().orElse(null);
    kind = one.measure().kind();
    sign = one.measure().sign().orElse(null);
    target = one.measure().target();
    unit = one.measure().unit();
    formula = one.measure().formula();
    aggregation = one.measure().aggregation();
    mainQuantity = one.measure().mainQuantity();
    basis(one.basis());
    industry = one.place().industry();
    area = one.place().area();
    layer = one.place().layer();
    functionCode = one.place().functionCode();
    one.requirement().ifPresent(this::require);
  }

  private void basis(Indicator.Basis basis) {
    standard = basis.standard();
    standardSource = basis.standardSource();
    dataSource = basis.dataSource();
    evidence = basis.evidence();
    scoring = basis.scoring();
    scoringRule = basis.scoringRule();
  }

  private void require(Indicator.Requirement requirement) {
    required = true;
    forCategory = requirement.category();
    forType = requirement.type();
    forIndustry = requirement.industry();
    editable = requirement.editable().stream().sorted().map(Enum::name).collect(Collectors.joining(","));
  }

  Indicator indicator() {
    return new Indicator(new Indicator.Names(level1, level2, level3), common, explanation,
        new Indicator.Measure(kind, Optional.ofNullable(sign), target, unit, formula, aggregation, mainQuantity),
        new Indicator.Basis(standard, standardSource, dataSource, evidence, scoring, scoringRule),
        new Indicator.Place(industry, area, layer, functionCode), requirement(), validFrom, Optional.ofNullable(validUntil), remark);
  }

  private Optional<Indicator.Requirement> requirement() {
    if (!required) {
      return Optional.empty();
    }
    Set<Indicator.Editable> fields = EnumSet.noneOf(Indicator.Editable.class);
    Arrays.stream(editable.split(",")).filter(name -> !name.isEmpty()).map(Indicator.Editable::valueOf).forEach(fields::add);
    return Optional.of(new Indicator.Requirement(forCategory, forType, forIndustry, fields));
  }

  /** Ends on the day before another version begins; one that had not begun yet never holds. */
  void endBefore(LocalDate day) {
    validUntil = day.isAfter(validFrom) ? day.minusDays(1) : validFrom.minusDays(1);
  }
}
