package org.jiheng.app.engagement;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import java.util.UUID;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.persistence.Schemas;

/**
 * An expert (专家) of the prefecture's register. Neither identity number nor bank account is kept: nothing that is done here needs
 * them (个人信息保护法, necessity).
 */
@Entity
@Table(name = "expert", schema = Schemas.PLATFORM)
public class Expert {

  /** Whether an expert may be called. */
  public enum State {
    /** 候选. */
    CANDIDATE,
    /** 在库. */
    ACTIVE,
    /** 暂停. */
    SUSPENDED
  }

  /**
   * What is entered of an expert.
   *
   * @param avoids names of units and firms the expert must not judge, one a line
   */
  public record Entry(String employer, String title, String field, String qualification, String phone, String avoids, State state) {}

  @Id
  private UUID id;

  private String prefecture;
  private UUID person;
  private String username;
  private String name;
  private String employer;
  private String title;
  private String field;
  private String qualification;
  private String phone;
  private String avoids;

  @Enumerated(EnumType.STRING)
  private State state;

  @Version
  private int version;

  protected Expert() {}

  Expert(String prefecture, Outsider person, Entry entry) {
    this.id = Identifiers.next();
    this.prefecture = prefecture;
    this.person = person.id();
    this.username = person.username();
    this.name = person.name();
    enter(entry);
  }

  void enter(Entry entry) {
    employer = entry.employer();
    title = entry.title();
    field = entry.field();
    qualification = entry.qualification();
    phone = entry.phone();
    avoids = entry.avoids();
    state = entry.state();
  }

  public UUID id() {
    return id;
  }

  public UUID person() {
    return person;
  }

  public String username() {
    return username;
  }

  public String name() {
    return name;
  }

  public Entry entry() {
    return new Entry(employer, title, field, qualification, phone, avoids, state);
  }

  /** Names the expert must not judge: those on the list, and the employer. */
  public List<String> avoided() {
    return java.util.stream.Stream.concat(avoids.lines(), java.util.stream.Stream.of(employer)).map(String::strip).filter(name -> !name.isEmpty()).toList();
  }
}
