package org.jiheng.app.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jiheng.tenants.scope.Caller;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.JurisdictionCode;
import org.jiheng.tenants.scope.Membership;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which forms of the jurisdiction a person may see (DOMAIN 1.2). What is not allowed here does not exist for the person. */
class VisibilityTest {

  private static final String UNIT = "(?:1 = 1|r\\.unit like :\\w+ escape '!')";
  private static final Pattern CLAUSE = Pattern.compile(
      "\\(\\((%s(?: or %s)*)\\)(?: and (r\\.round > 0 and r\\.state <> :(\\w+))| and r\\.state = :(\\w+))?\\)".formatted(UNIT, UNIT));
  private static final Pattern PARAMETER = Pattern.compile(":(\\w+)");

  @Test
  void withoutARoleNothingIsSeen() {
    assertThat(Visibility.of(People.scope(People.NOBODY)).condition()).isEqualTo("1 = 0");
    assertThat(Visibility.ofDesk(People.scope(People.NOBODY)).condition()).isEqualTo("1 = 0");
  }

  @ParameterizedTest
  @EnumSource(names = {"THIRD_PARTY", "EXPERT", "PREFECTURE_OVERSIGHT", "SYSTEM_ADMIN", "SECURITY_ADMIN", "AUDIT_ADMIN"})
  void aRoleThatReadsNoFormsSeesNone(Role role) {
    assertThat(Visibility.of(People.scope(People.person("one", People.in(role, "")))).condition()).isEqualTo("1 = 0");
  }

  /** What is told of units, for example which of their projects have no form yet, is told to nobody who may not see their forms. */
  @ParameterizedTest
  @EnumSource
  void unitsAreCoveredByThePostsThatReadFormsAndByNoOthers(Role role) {
    Scope scope = People.scope(People.person("one", People.in(role, "205")));
    assertThat(Visibility.units(scope).isEmpty()).isEqualTo(!Visibility.of(scope).reads());
    if (!Visibility.units(scope).isEmpty()) {
      assertThat(Visibility.units(scope)).containsExactly("205");
    }
    assertThat(Visibility.units(People.scope(People.person("both", People.in(Role.AUDITOR, ""), People.in(Role.EXPERT, ""))))).as("a guest").isEmpty();
  }

  @Test
  void theUnitSeesItsOwnFormsFromTheFirstWordAndNobodyElses() {
    for (Caller caller : new Caller[] {People.CLERK, People.APPROVER}) {
      assertThat(sees(caller, "205001", 0)).isTrue();
      assertThat(sees(caller, "205001", 3)).isTrue();
      assertThat(sees(caller, "205002", 3)).isFalse();
      assertThat(sees(caller, "205", 3)).as("the department above").isFalse();
      assertThat(sees(caller, "301001", 3)).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"DEPARTMENT_REVIEWER", "FINANCE_SECTION", "PERFORMANCE_OFFICE", "BUDGET_SECTION", "BUREAU_LEADER", "AUDITOR"})
  void everybodyElseSeesNothingBeforeTheFirstSubmission(Role role) {
    Caller caller = People.person("one", People.in(role, "205"));
    assertThat(sees(caller, "205001", 0)).isFalse();
    assertThat(sees(caller, "205001", 1)).isTrue();
    assertThat(sees(caller, "205", 1)).isTrue();
    assertThat(sees(caller, "301001", 1)).as("another department").isFalse();
  }

  /** Rejected and begun anew, a form is its unit's own business again until it is sent in. */
  @ParameterizedTest
  @EnumSource(names = {"DEPARTMENT_REVIEWER", "FINANCE_SECTION", "PERFORMANCE_OFFICE", "BUDGET_SECTION", "BUREAU_LEADER", "AUDITOR"})
  void everybodyElseSeesNoDraftOfALaterRound(Role role) {
    Caller caller = People.person("one", People.in(role, "205"));
    for (FormState state : FormState.values()) {
      assertThat(sees(caller, "205001", 1, state)).as(state.name()).isEqualTo(state != FormState.DRAFT);
      assertThat(sees(People.CLERK, "205001", 1, state)).as(state.name()).isTrue();
    }
  }

  @Test
  void theOfficeSeesTheWholeJurisdictionOnceFormsWereSent() {
    assertThat(sees(People.OFFICE, "301001", 1)).isTrue();
    assertThat(sees(People.OFFICE, "301001", 0)).isFalse();
  }

  /** A pattern that matches everything would be planned for as one that matches little. */
  @Test
  void whoLooksAtTheWholeJurisdictionIsAskedForWithoutUnits() {
    assertThat(Visibility.of(People.scope(People.OFFICE)).condition()).doesNotContain("like").contains("r.round > 0");
    assertThat(Visibility.ofDesk(People.scope(People.OFFICE)).condition()).doesNotContain("like").contains("r.state =");
    assertThat(Visibility.of(People.scope(People.REVIEWER)).condition()).contains("r.unit like :seen");
  }

  @Test
  void severalRolesAddUp() {
    Caller both = People.person("both", People.in(Role.UNIT_CLERK, "301001"), People.in(Role.DEPARTMENT_REVIEWER, "205"), People.in(Role.SYSTEM_ADMIN, ""));
    assertThat(sees(both, "301001", 0)).isTrue();
    assertThat(sees(both, "205001", 1)).isTrue();
    assertThat(sees(both, "205001", 0)).isFalse();
    assertThat(sees(both, "301002", 1)).isFalse();
  }

  @Test
  void onADeskLiesWhatItsHolderHasToActOn() {
    assertThat(waits(People.CLERK, "205001", FormState.DRAFT)).isTrue();
    assertThat(waits(People.CLERK, "205001", FormState.RETURNED)).isTrue();
    assertThat(waits(People.CLERK, "205001", FormState.UNIT_REVIEW)).isFalse();
    assertThat(waits(People.CLERK, "205002", FormState.DRAFT)).isFalse();
    assertThat(waits(People.APPROVER, "205001", FormState.UNIT_REVIEW)).isTrue();
    assertThat(waits(People.REVIEWER, "205002", FormState.DEPARTMENT_REVIEW)).isTrue();
    assertThat(waits(People.SECTION, "301001", FormState.FINANCE_FIRST)).isFalse();
    assertThat(waits(People.OFFICE, "301001", FormState.FINANCE_SECOND)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"APPROVED", "CANCELLED"})
  void whatIsOverLiesOnNoDesk(FormState over) {
    Caller everybody = People.person("everybody", Arrays.stream(Role.values()).filter(role -> !role.fromOutside())
        .map(role -> People.in(role, "")).toArray(Membership[]::new));
    assertThat(waits(everybody, "205001", over)).isFalse();
  }

  @Test
  void peopleFromOutsideSeeWhatTheirEngagementsOpenAndNothingByAnotherPost() {
    UUID engagement = new UUID(1, 1);
    Membership engaged = new Membership(People.ATUSHI, "", Role.THIRD_PARTY, LocalDate.EPOCH, Optional.empty(), Optional.of(engagement));
    Visibility visibility = Visibility.of(People.scope(People.person("guest", engaged, People.in(Role.PERFORMANCE_OFFICE, ""))));
    assertThat(visibility.condition()).isEqualTo(
        "((r.round > 0 and r.state <> :seen0 and r.project in (select w.project from ProjectWindow w where w.engagement in :seen1)))");
    assertThat(visibility.parameters()).containsExactly(Map.entry("seen0", FormState.DRAFT), Map.entry("seen1", Set.of(engagement)));
    assertThat(Visibility.ofDesk(People.scope(People.person("guest", engaged, People.in(Role.UNIT_CLERK, "")))).condition()).isEqualTo("1 = 0");
  }

  @Test
  void somebodyFromOutsideWithoutAnEngagementSeesNothingWhateverElseTheyHold() {
    Caller stray = People.person("stray", People.in(Role.EXPERT, ""), People.in(Role.PERFORMANCE_OFFICE, ""));
    assertThat(Visibility.of(People.scope(stray)).condition()).isEqualTo("1 = 0");
  }

  /** A parameter no condition names is refused by the query it is bound to. */
  @ParameterizedTest
  @EnumSource
  void everyParameterStandsInTheCondition(Role role) {
    for (Visibility one : List.of(Visibility.of(People.scope(People.person("one", People.in(role, "205"), People.in(role, "301001")))),
        Visibility.ofDesk(People.scope(People.person("one", People.in(role, "205")))))) {
      assertThat(one.parameters().keySet()).allSatisfy(name -> assertThat(one.condition()).containsPattern(":" + name + "\\b"));
    }
  }

  /** The prefecture looks in through views that hold approved forms only; nothing of a county lies on its desk. */
  @Test
  void whoLooksIntoACountyHasNoDeskThere() {
    Jurisdiction prefecture = new Jurisdiction(new JurisdictionCode("653000"), "克州", Optional.empty());
    Caller overseer = People.person("overseer", Stream.of(Role.PREFECTURE_OVERSIGHT, Role.PERFORMANCE_OFFICE, Role.UNIT_CLERK)
        .map(role -> held(prefecture, role)).toArray(Membership[]::new));
    Scope lookingIn = Scope.of(overseer, prefecture).lookingInto(
        new Jurisdiction(People.ATUSHI, "阿图什市", Optional.of(prefecture.code())), new UUID(1, 1));
    assertThat(Visibility.ofDesk(lookingIn).condition()).isEqualTo("1 = 0");
    assertThat(Visibility.of(lookingIn).reads()).isTrue();
    assertThat(Visibility.of(Scope.of(People.person("admin", held(prefecture, Role.SYSTEM_ADMIN)), prefecture)).reads()).isFalse();
  }

  private static Membership held(Jurisdiction where, Role role) {
    return new Membership(where.code(), "", role, LocalDate.EPOCH, Optional.empty());
  }

  private static boolean sees(Caller caller, String unit, int round) {
    return sees(caller, unit, round, round == 0 ? FormState.DRAFT : FormState.UNIT_REVIEW);
  }

  private static boolean sees(Caller caller, String unit, int round, FormState state) {
    Visibility visibility = Visibility.of(People.scope(caller));
    return clauses(visibility).anyMatch(clause -> like(visibility, clause.group(1), unit)
        && (clause.group(2) == null || round > 0 && visibility.parameters().get(clause.group(3)) != state));
  }

  private static boolean waits(Caller caller, String unit, FormState state) {
    Visibility desk = Visibility.ofDesk(People.scope(caller));
    return clauses(desk).anyMatch(clause -> like(desk, clause.group(1), unit) && desk.parameters().get(clause.group(4)) == state);
  }

  /** Without a parameter it is about the whole jurisdiction. */
  private static boolean like(Visibility visibility, String units, String unit) {
    return units.equals("1 = 1") || PARAMETER.matcher(units).results().map(parameter -> (String) visibility.parameters().get(parameter.group(1))).anyMatch(pattern -> {
      assertThat(pattern).endsWith("%");
      return unit.startsWith(pattern.substring(0, pattern.length() - 1));
    });
  }

  /** The condition is one bracket of clauses joined by or; anything else would not be understood here. */
  private static Stream<MatchResult> clauses(Visibility visibility) {
    String condition = visibility.condition();
    if (condition.equals("1 = 0")) {
      return Stream.empty();
    }
    assertThat(condition).startsWith("((").endsWith("))");
    String inner = condition.substring(1, condition.length() - 1);
    assertThat(inner).matches("(?:%s)(?: or (?:%s))*".formatted(CLAUSE, CLAUSE));
    return CLAUSE.matcher(inner).results();
  }
}
