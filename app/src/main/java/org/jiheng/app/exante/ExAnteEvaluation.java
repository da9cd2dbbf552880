package org.jiheng.app.exante;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiheng.app.common.Grade;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Score;
import org.jiheng.app.project.Project;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.review.CellKind;
import org.jiheng.app.review.Cells;
import org.jiheng.app.review.FilledForm;
import org.jiheng.tenants.persistence.JsonColumn;

/**
 * The ex-ante evaluation of one project (事前绩效评估, 中发〔2018〕34号): the unit says what it asks for and judges it by the items of
 * the template; its department checks, finance looks at it, a third party evaluates a major project again, and finance concludes.
 * Its life is its {@link org.jiheng.app.review.Review}; with a support of finance it ends approved, with 不支持 its round is over.
 */
@Entity
@Table(name = "exante_evaluation")
public class ExAnteEvaluation implements FilledForm {

  public static final String FORM_TYPE = "EX_ANTE";

  @Id
  private UUID id;

  private UUID project;
  private String unit;

  @Column(name = "fiscal_year")
  private int fiscalYear;

  @Convert(converter = JsonColumn.class)
  private String template;

  @Convert(converter = JsonColumn.class)
  private String need;

  private Boolean needed;

  /** Written by the database, from {@link #need}. */
  @Column(name = "need_by", insertable = false, updatable = false)
  private String needBy;

  @Column(name = "third_party")
  private boolean thirdParty;

  private BigDecimal asked;
  private BigDecimal total;

  @Enumerated(EnumType.STRING)
  private Conclusion conclusion;

  private BigDecimal supported;

  @ElementCollection
  @CollectionTable(name = "exante_entry", joinColumns = @JoinColumn(name = "evaluation"))
  @MapKeyColumn(name = "cell")
  @Column(name = "text")
  private Map<String, String> entries = new HashMap<>();

  @Version
  private int version;

  protected ExAnteEvaluation() {}

  ExAnteEvaluation(UUID id, Project project, ExAnteTemplate template, KeptNeed need) {
    this.id = id;
    this.project = project.id();
    this.unit = project.unit();
    this.fiscalYear = project.fiscalYear();
    this.template = template.toJson();
    takes(need);
  }

  private void takes(KeptNeed kept) {
    need = kept.toJson();
    needed = kept.need().value().orElse(false);
    thirdParty = kept.thirdParty().value().orElse(false);
  }

  @Override
  public UUID id() {
    return id;
  }

  public UUID project() {
    return project;
  }

  public String unit() {
    return unit;
  }

  public int fiscalYear() {
    return fiscalYear;
  }

  /** As it was when the form was begun. */
  public ExAnteTemplate template() {
    return ExAnteTemplate.fromJson(template);
  }

  /** Whether a third party has to evaluate it again before finance concludes (S14). */
  public boolean thirdParty() {
    return thirdParty;
  }

  /** By which parameters it was begun, and what they came to last; empty in a form begun before that was kept. */
  Optional<KeptNeed> need() {
    return Optional.ofNullable(need).map(KeptNeed::fromJson);
  }

  /** Amount asked for, yuan; empty until it is filled in. */
  public Optional<Money> asked() {
    return Optional.ofNullable(asked).map(Money::new);
  }

  /** The unit's own total; empty until every item is ticked. */
  public Optional<Score> total() {
    return Optional.ofNullable(total).map(Score::new);
  }

  public Optional<Conclusion> conclusion() {
    return Optional.ofNullable(conclusion);
  }

  public Optional<Money> supported() {
    return Optional.ofNullable(supported).map(Money::new);
  }

  /** Keeps what lists and sums show. */
  void scored(Optional<Score> reached, KeptNeed kept) {
    takes(kept);
    total = reached.map(Score::points).orElse(null);
    String text = entries.getOrDefault(ExAnteCells.AMOUNT_TOTAL.path(), "");
    asked = text.isEmpty() ? null : new BigDecimal(text);
  }

  void concluded(ExAnteConclusion made) {
    conclusion = made.conclusion();
    supported = made.supported().yuan();
  }

  @Override
  public Cells cells() {
    return ExAnteCells.of(template(), this::text);
  }

  @Override
  public CellKind kind(CellKey cell) {
    return ExAnteCells.kind(cell);
  }

  @Override
  public void write(CellKey key, String text) {
    if (text.isEmpty()) {
      entries.remove(key.path());
    } else {
      entries.put(key.path(), text);
    }
  }

  String text(CellKey key) {
    return entries.getOrDefault(key.path(), "");
  }

  Optional<Money> money(CellKey key) {
    return Optional.of(text(key)).filter(text -> !text.isEmpty()).map(Money::ofYuan);
  }

  /** What the unit ticked. */
  ExAnteScoring.Ticked ticked() {
    Map<String, Grade> ticks = new HashMap<>();
    Set<String> vetoes = new HashSet<>();
    ExAnteTemplate asks = template();
    asks.items().forEach(item -> Optional.of(text(ExAnteCells.tick(item.key()))).filter(text -> !text.isEmpty())
        .ifPresent(text -> ticks.put(item.key(), Grade.valueOf(text))));
    asks.vetoes().stream().filter(veto -> text(ExAnteCells.veto(veto.key())).equals(ExAnteCells.HOLDS)).forEach(veto -> vetoes.add(veto.key()));
    return new ExAnteScoring.Ticked(ticks, vetoes);
  }
}
