package org.jiheng.infra.demo;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.JurisdictionCode;

/** The jurisdictions of the demonstration: the prefecture, its city and its three counties (GB/T 2260). */
public enum Place {
  KIZILSU("653000", "克孜勒苏柯尔克孜自治州", "1"),
  ARTUX("653001", "阿图什市", "1.6"),
  AKTO("653022", "阿克陶县", "1.3"),
  AKQI("653023", "阿合奇县", "0.5"),
  ULUGQAT("653024", "乌恰县", "0.8");

  private final JurisdictionCode code;
  private final String title;
  private final BigDecimal size;

  Place(String code, String title, String size) {
    this.code = new JurisdictionCode(code);
    this.title = title;
    this.size = new BigDecimal(size);
  }

  public static List<Place> counties() {
    return Arrays.stream(values()).filter(place -> place != KIZILSU).toList();
  }

  public JurisdictionCode code() {
    return code;
  }

  /** As people say it. */
  public String title() {
    return title;
  }

  /** How big budgets and numbers of people are here, 1 being a middling county. */
  BigDecimal size() {
    return size;
  }

  /** What user names of this place begin with. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Jurisdiction jurisdiction() {
    return new Jurisdiction(code, title, this == KIZILSU ? Optional.empty() : Optional.of(KIZILSU.code));
  }
}
