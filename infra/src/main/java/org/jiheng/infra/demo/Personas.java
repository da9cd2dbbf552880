package org.jiheng.infra.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jiheng.tenants.scope.Role;

/** The people of the demonstration. None of them is a real person. */
public final class Personas {

  /** Of every one of them. The only password written anywhere in the product. */
  public static final String PASSWORD = "Jiheng@2023";

  private static final List<Persona> ALL = read();

  private Personas() {}

  /** In the order of places, and within a place from the unit's clerk to the performance office. */
  public static List<Persona> all() {
    return ALL;
  }

  /** The people who act first in a place; the others keep the remaining units going. */
  public static List<Persona> leading(Place place) {
    return ALL.stream().filter(person -> person.place() == place && !person.role().fromOutside() && person.post().chars().noneMatch(Character::isDigit)).toList();
  }

  /** @throws IllegalArgumentException if nobody is called so */
  public static Persona of(String username) {
    return ALL.stream().filter(person -> person.username().equals(username)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("nobody is called " + username));
  }

  /**
   * Who holds this role for this unit.
   *
   * @throws IllegalArgumentException if nobody does
   */
  public static Persona holding(Role role, Place place, String unit) {
    return ALL.stream().filter(person -> person.place() == place && person.holds(role, unit)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("nobody is " + role + " for " + unit + " in " + place));
  }

  private static List<Persona> read() {
    List<Persona> people = new ArrayList<>();
    people.add(new Persona(Place.KIZILSU, "oversight", "萧静远", Role.PREFECTURE_OVERSIGHT, List.of("")));
    people.add(new Persona(Place.KIZILSU, "leader", "贺长风", Role.BUREAU_LEADER, List.of("")));
    people.add(new Persona(Place.KIZILSU, "system", "严守正", Role.SYSTEM_ADMIN, List.of("")));
    people.add(new Persona(Place.KIZILSU, "security", "努尔曼·托合提", Role.SECURITY_ADMIN, List.of("")));
    people.add(new Persona(Place.KIZILSU, "audit", "韦若兰", Role.AUDIT_ADMIN, List.of("")));
    // of the prefecture's bureau, lent to two counties at once
    people.add(new Persona(Place.KIZILSU, "seconded", "白一帆", Role.FINANCE_SECTION, List.of("101"), List.of(Place.AKTO, Place.ULUGQAT)));
    people.add(new Persona(Place.KIZILSU, "zhonghui.evaluator", "方卓然", Role.THIRD_PARTY, List.of("")));
    people.add(new Persona(Place.KIZILSU, "boyuan.evaluator", "祁慕白", Role.THIRD_PARTY, List.of("")));
    people.add(new Persona(Place.KIZILSU, "expert.lan", "兰若溪", Role.EXPERT, List.of("")));
    List<Map<String, String>> rows = Table.read("people");
    for (Place county : Place.counties()) {
      for (Map<String, String> row : rows) {
        people.add(new Persona(county, row.get("post"), row.get(county.name()), Role.valueOf(row.get("role")),
            Arrays.asList(row.get("units").split(","))));
      }
    }
    return List.copyOf(people);
  }
}
