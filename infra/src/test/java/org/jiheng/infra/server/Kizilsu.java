package org.jiheng.infra.server;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiheng.tenants.scope.Caller;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.JurisdictionCode;
import org.jiheng.tenants.scope.Membership;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;

/** The prefecture of the tests: its counties, in each the same unit codes, and the people at their desks. No real person. */
public final class Kizilsu {

  public static final Jurisdiction PREFECTURE =
      new Jurisdiction(new JurisdictionCode("653000"), "克孜勒苏柯尔克孜自治州", Optional.empty());
  public static final Jurisdiction ARTUX = county("653001", "阿图什市");
  public static final Jurisdiction AKTO = county("653022", "阿克陶县");
  public static final Jurisdiction AKQI = county("653023", "阿合奇县");
  public static final Jurisdiction WUQIA = county("653024", "乌恰县");
  public static final Jurisdiction KASHI = county("653099", "测试县");
  public static final List<Jurisdiction> COUNTIES = List.of(ARTUX, AKTO, AKQI, WUQIA, KASHI);

  /** Another prefecture and its counties; what happens in Kizilsu is none of their business. */
  public static final Jurisdiction ELSEWHERE = new Jurisdiction(new JurisdictionCode("659000"), "另一地州", Optional.empty());
  public static final List<Jurisdiction> COUNTIES_ELSEWHERE = IntStream.rangeClosed(1, 8)
      .mapToObj(n -> new Jurisdiction(new JurisdictionCode("65900" + n), "他州" + n + "县", Optional.of(ELSEWHERE.code()))).toList();

  /** Thirteen counties of two prefectures. */
  public static final List<Jurisdiction> ALL_COUNTIES = Stream.concat(COUNTIES.stream(), COUNTIES_ELSEWHERE.stream()).toList();

  public static final String EDUCATION = "101";
  public static final String SCHOOL = "101001";
  public static final String OTHER_SCHOOL = "101002";
  public static final String HEALTH = "102";
  public static final String HOSPITAL = "102001";

  public static final Map<String, String> UNITS = new TreeMap<>(Map.of(
      EDUCATION, "教育局", SCHOOL, "第一小学", OTHER_SCHOOL, "第二小学", HEALTH, "卫生健康委", HOSPITAL, "人民医院"));

  private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

  private Kizilsu() {}

  private static Jurisdiction county(String code, String name) {
    return new Jurisdiction(new JurisdictionCode(code), name, Optional.of(PREFECTURE.code()));
  }

  /** Counties for whoever measures many; how many is said by the environment. */
  public static List<Jurisdiction> more() {
    int howMany = Integer.parseInt(System.getenv().getOrDefault("JIHENG_MORE_COUNTIES", "0"));
    return IntStream.range(0, howMany)
        .mapToObj(n -> new Jurisdiction(new JurisdictionCode(String.valueOf(700_001 + n)), "更多" + n + "县", Optional.of(ELSEWHERE.code()))).toList();
  }

  /** A person with these roles, each for the same unit and what is below it. */
  public static Scope person(Jurisdiction where, String name, String unit, Role... roles) {
    UUID id = UUID.nameUUIDFromBytes((where.code() + name).getBytes(StandardCharsets.UTF_8));
    List<Membership> memberships = Arrays.stream(roles)
        .map(role -> new Membership(where.code(), unit, role, LONG_AGO, Optional.empty())).toList();
    return Scope.of(new Caller(id, name, name, memberships), where);
  }

  public static Scope clerk(Jurisdiction where) {
    return person(where, "填报员甲", SCHOOL, Role.UNIT_CLERK);
  }

  public static Scope secondClerk(Jurisdiction where) {
    return person(where, "填报员乙", SCHOOL, Role.UNIT_CLERK);
  }

  public static Scope clerkOfAnotherUnit(Jurisdiction where) {
    return person(where, "填报员丙", OTHER_SCHOOL, Role.UNIT_CLERK);
  }

  public static Scope approver(Jurisdiction where) {
    return person(where, "单位审核人", SCHOOL, Role.UNIT_APPROVER);
  }

  public static Scope departmentReviewer(Jurisdiction where) {
    return person(where, "主管部门审核员", EDUCATION, Role.DEPARTMENT_REVIEWER);
  }

  public static Scope financeSection(Jurisdiction where) {
    return person(where, "业务科室", EDUCATION, Role.FINANCE_SECTION);
  }

  public static Scope performanceOffice(Jurisdiction where) {
    return person(where, "绩效办", "", Role.PERFORMANCE_OFFICE);
  }

  public static Scope auditor(Jurisdiction where) {
    return person(where, "审计员", "", Role.AUDITOR);
  }

  public static Scope systemAdministrator(Jurisdiction where) {
    return person(where, "系统管理员", "", Role.SYSTEM_ADMIN);
  }

  public static Scope auditAdministrator(Jurisdiction where) {
    return person(where, "审计管理员", "", Role.AUDIT_ADMIN);
  }

  public static Scope oversight() {
    return person(PREFECTURE, "州绩效科", "", Role.PREFECTURE_OVERSIGHT);
  }
}
