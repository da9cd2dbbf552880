package org.jiheng.app.project;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;

/** The fields of a project of rural revitalisation (DOMAIN 9.2). */
@Entity
@Table(name = "project_rural")
class RuralDetail {

  @Id
  private UUID project;

  private String township;
  private String village;

  @Column(name = "library_number")
  private String libraryNumber;

  private Integer households;
  private Integer people;

  @Column(name = "lifted_people")
  private Integer liftedPeople;

  @Column(name = "monitored_people")
  private Integer monitoredPeople;

  @Column(name = "industry_share")
  private BigDecimal industryShare;

  private String assets;

  @Column(name = "platform_link")
  private String platformLink;

  protected RuralDetail() {}

  RuralDetail(UUID project, RuralEntry entry) {
    this.project = project;
    say(entry);
  }

  final void say(RuralEntry entry) {
    township = entry.township();
    village = entry.village();
    libraryNumber = entry.libraryNumber();
    households = entry.households().orElse(null);
    people = entry.people().orElse(null);
    liftedPeople = entry.liftedPeople().orElse(null);
    monitoredPeople = entry.monitoredPeople().orElse(null);
    industryShare = entry.industryShare().orElse(null);
    assets = entry.assets();
    platformLink = entry.platformLink();
  }

  UUID project() {
    return project;
  }

  RuralEntry entry() {
    return new RuralEntry(township, village, libraryNumber, Optional.ofNullable(households), Optional.ofNullable(people),
        Optional.ofNullable(liftedPeople), Optional.ofNullable(monitoredPeople), Optional.ofNullable(industryShare), assets, platformLink);
  }
}
