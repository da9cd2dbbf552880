package org.jiheng.app.calendar;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jiheng.tenants.persistence.Identifiers;

/**
 * A task of the performance office: a kind of work for a fiscal year and some units, from when, until when (DOMAIN 1.3). It is issued
 * open, may be changed with a reason, is closed when its date is over, or cancelled with a reason; forms stay whatever becomes of it.
 */
@Entity
@Table(name = "task")
public class Task {

  @Id
  private UUID id;

  @Column(name = "fiscal_year")
  private int fiscalYear;

  @Column(name = "form_type")
  private String formType;

  private String title;
  private LocalDate opens;
  private LocalDate due;

  @Column(name = "cut_off")
  private LocalDate cutOff;

  @Enumerated(EnumType.STRING)
  private TaskScope scope = TaskScope.ALL;

  @ElementCollection
  @CollectionTable(name = "task_unit", joinColumns = @JoinColumn(name = "task"))
  private List<TaskUnit> units = new ArrayList<>();

  @Column(name = "issued_by")
  private String issuedBy = "";

  @Column(name = "issued_at")
  private Instant issuedAt;

  @Enumerated(EnumType.STRING)
  private TaskState state = TaskState.OPEN;

  @Column(name = "state_reason")
  private String stateReason = "";

  private boolean guided;

  @Version
  private int version;

  protected Task() {}

  /** Issued by this person at this moment. */
  public Task(TaskTerms terms, String by, Instant at) {
    this.id = Identifiers.next();
    this.fiscalYear = terms.fiscalYear();
    this.formType = terms.kind().name();
    this.issuedBy = by;
    this.issuedAt = at;
    takes(terms);
  }

  /** Takes over other terms; what it is for, and of which year, stays. */
  public void takes(TaskTerms terms) {
    this.title = terms.title();
    this.opens = terms.opens();
    this.due = terms.due();
    this.cutOff = terms.cutOff().orElse(null);
    this.scope = terms.scope();
    names(terms.units(), true);
  }

  private void names(Collection<String> prefixes, boolean live) {
    List<TaskUnit> named = new ArrayList<>();
    new TreeSet<>(prefixes).forEach(prefix -> named.add(new TaskUnit(this, prefix, live)));
    units = named;
  }

  /** Another unit goes on with the work of one that it names: from now on it names that one, if it does not already. */
  public void follows(String unit, String successor) {
    TreeSet<String> named = new TreeSet<>(units());
    if (named.remove(unit)) {
      named.add(successor);
      names(named, true);
    }
  }

  /** A unit's work goes on under another task: this one does not name the unit any longer. It has to name others. */
  public void leavesOut(String unit) {
    TreeSet<String> named = new TreeSet<>(units());
    named.remove(unit);
    if (named.isEmpty()) {
      throw new IllegalStateException("a task for chosen units names one at least");
    }
    names(named, true);
  }

  public void close() {
    state = TaskState.CLOSED;
  }

  public void cancel(String reason) {
    state = TaskState.CANCELLED;
    stateReason = reason;
    names(units(), false);
  }

  public UUID id() {
    return id;
  }

  public int fiscalYear() {
    return fiscalYear;
  }

  /** Name of a {@link TaskKind}; of one that has a form, the form's type. */
  public String formType() {
    return formType;
  }

  public String title() {
    return title;
  }

  public LocalDate opens() {
    return opens;
  }

  /** Last day on time, inclusive, as it was issued; whether it is a workday is asked by {@link Deadline}. */
  public LocalDate due() {
    return due;
  }

  /** Last day of the data that are reported; empty where there is none. */
  public Optional<LocalDate> cutOff() {
    return Optional.ofNullable(cutOff);
  }

  public TaskScope scope() {
    return scope;
  }

  /** Codes of the chosen departments and units in their order; empty unless the scope is {@link TaskScope#CHOSEN}. */
  public List<String> units() {
    return units.stream().map(TaskUnit::prefix).sorted().toList();
  }

  /** Who issued it; empty text for one that was there before tasks said so. */
  public String issuedBy() {
    return issuedBy;
  }

  public Optional<Instant> issuedAt() {
    return Optional.ofNullable(issuedAt);
  }

  public TaskState state() {
    return state;
  }

  /** Why it was cancelled; empty text for no reason. */
  public String stateReason() {
    return stateReason;
  }

  /** Whether finance says something to it that is in force. */
  public boolean guided() {
    return guided;
  }

  /** Finance says something to it, or takes it back. */
  public void guided(boolean says) {
    guided = says;
  }

  public int version() {
    return version;
  }

  /** How near its scope is to a unit: nothing if it does not cover it; the higher, the nearer. */
  public Optional<Integer> nearness(String unit) {
    return Nearness.of(scope(), units(), unit);
  }

  /**
   * Whether what was entered into the library on this day came after its last day, and has a day of its own.
   *
   * @param entered empty where nobody knows any more: it was there in time
   */
  public boolean isBefore(Optional<LocalDate> entered) {
    return TaskKind.comesInTheYear(formType()) && entered.filter(day -> day.isAfter(due())).isPresent();
  }

  /** Whether it is for some of the units that this prefix covers. */
  public boolean touches(String prefix) {
    return switch (scope()) {
      case ALL -> true;
      case DEPARTMENTS -> prefix.length() <= Nearness.DEPARTMENT_CODE;
      case CHOSEN -> units().stream().anyMatch(one -> one.startsWith(prefix) || prefix.startsWith(one));
    };
  }
}
