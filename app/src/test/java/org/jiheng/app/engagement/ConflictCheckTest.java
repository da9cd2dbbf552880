package org.jiheng.app.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jiheng.app.common.CreditCode;
import org.jiheng.app.common.Reason;
import org.jiheng.app.common.Reasoned;
import org.jiheng.app.engagement.ConflictFacts.OfFirm;
import org.jiheng.app.engagement.ConflictFacts.OfLead;
import org.jiheng.app.engagement.ConflictFacts.OfPerson;
import org.jiheng.app.engagement.ConflictFacts.OfProject;
import org.jiheng.app.parameter.ParameterSet;
import org.jiheng.app.project.ProjectParty;
import org.jiheng.app.project.ProjectParty.Part;
import org.jiheng.app.project.ProjectPartyBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may be let in, article by article (财监〔2021〕4号, 财预〔2021〕6号, DOMAIN 5.9 and 5.10). */
class ConflictCheckTest {

  private static final LocalDate TODAY = LocalDate.of(2023, 4, 18);
  private static final CreditCode OURS = new CreditCode("91110000600037341L");
  private static final CreditCode OTHER = new CreditCode("116530010000000160");
  private static final OfFirm FIRM = new OfFirm(OURS, "中衡咨询", Optional.empty(), true, 0);
  private static final OfLead LEAD = new OfLead("主评人", true, LocalDate.of(2010, 1, 1), 0);
  private static final OfPerson PERSON = new OfPerson("评价员", true, true, List.of());
  private static final OfProject PROJECT = new OfProject("校舍维修", "101001", List.of("第一小学", "教育局"), List.of());

  private static final ConflictCheck CHECK = ConflictCheck.of(ParameterSet.STANDARD);

  private static ConflictFacts facts(Optional<OfFirm> firm, Optional<OfLead> lead, OfPerson person, OfProject project) {
    return new ConflictFacts(TODAY, firm, lead, List.of(person), List.of(project), Optional.empty(), Set.of());
  }

  private static void comesTo(ConflictFacts facts, Verdict verdict, String... rules) {
    Reasoned<Verdict> found = CHECK.verdict(facts);
    assertThat(found.value()).contains(verdict);
    assertThat(found.reasons()).extracting(Reason::rule).containsExactly(rules);
    assertThat(found.reasons()).allSatisfy(reason -> assertThat(reason.article()).startsWith("财"));
  }

  @Test
  void whereNothingIsFoundTheCheckSaysSo() {
    comesTo(facts(Optional.of(FIRM), Optional.of(LEAD), PERSON, PROJECT), Verdict.CLEAR, "engagement.nothing-found");
  }

  @ParameterizedTest
  @EnumSource
  void whoHasAPartInTheProjectDoesNotEvaluateIt(Part part) {
    ProjectParty party = ProjectPartyBuilder.party(OURS, part, LocalDate.of(2019, 5, 1), Optional.empty());
    comesTo(facts(Optional.of(FIRM), Optional.of(LEAD), PERSON, with(party)), Verdict.BLOCKED, switch (part) {
      case SUPPLIER -> "engagement.supplier-of-project";
      case AUDITOR -> "engagement.auditor-of-project";
      case CONSULTANT -> "engagement.consultant-of-project";
    });
  }

  private static OfProject with(ProjectParty party) {
    return new OfProject("校舍维修", "101001", List.of("第一小学", "教育局"), List.of(party));
  }

  @ParameterizedTest
  @CsvSource({"2021-04-18,BLOCKED", "2021-04-17,CLEAR", "2023-04-17,BLOCKED"})
  void aPartCountsForTwoYearsAfterItsEnd(LocalDate until, Verdict verdict) {
    ProjectParty party = ProjectPartyBuilder.party(OURS, Part.SUPPLIER, LocalDate.of(2019, 5, 1), Optional.of(until));
    assertThat(CHECK.verdict(facts(Optional.of(FIRM), Optional.of(LEAD), PERSON, with(party))).value()).contains(verdict);
  }

  @Test
  void anotherFirmsPartIsNoConflict() {
    ProjectParty party = ProjectPartyBuilder.party(OTHER, Part.SUPPLIER, LocalDate.of(2022, 5, 1), Optional.empty());
    comesTo(facts(Optional.of(FIRM), Optional.of(LEAD), PERSON, with(party)), Verdict.CLEAR, "engagement.nothing-found");
  }

  @ParameterizedTest
  @CsvSource({"2023-04-18,BLOCKED", "2023-04-17,CLEAR"})
  void theBlacklistHoldsUntilItsLastDay(LocalDate until, Verdict verdict) {
    OfFirm listed = new OfFirm(OURS, "中衡咨询", Optional.of(until), true, 0);
    assertThat(CHECK.verdict(facts(Optional.of(listed), Optional.of(LEAD), PERSON, PROJECT)).value()).contains(verdict);
  }

  @ParameterizedTest
  @CsvSource({"2018-04-18,CLEAR", "2018-04-19,BLOCKED"})
  void aLeadEvaluatorHasBeenFiveYearsInTheBusiness(LocalDate since, Verdict verdict) {
    assertThat(CHECK.verdict(facts(Optional.of(FIRM), Optional.of(new OfLead("主评人", true, since, 0)), PERSON, PROJECT)).value()).contains(verdict);
  }

  @Test
  void aLeadEvaluatorOfAnotherFirmSignsNothingHere() {
    comesTo(facts(Optional.of(FIRM), Optional.of(new OfLead("主评人", false, LocalDate.of(2010, 1, 1), 0)), PERSON, PROJECT), Verdict.BLOCKED,
        "engagement.lead-of-another-firm");
  }

  @ParameterizedTest
  @CsvSource({"2,CLEAR", "3,WARNED"})
  void moreThanThreeJobsAtOnceAreSaidAndDoNotForbid(int others, Verdict verdict) {
    assertThat(CHECK.verdict(facts(Optional.of(FIRM), Optional.of(new OfLead("主评人", true, LocalDate.of(2010, 1, 1), others)), PERSON, PROJECT))
        .value()).contains(verdict);
  }

  @Test
  void whoCommissionsDoesNotCarryOutWhatIsJudged() {
    ConflictFacts own = new ConflictFacts(TODAY, Optional.of(FIRM), Optional.of(LEAD), List.of(PERSON), List.of(PROJECT), Optional.of("101001"), Set.of());
    comesTo(own, Verdict.BLOCKED, "engagement.client-carries-out");
    ConflictFacts above = new ConflictFacts(TODAY, Optional.of(FIRM), Optional.of(LEAD), List.of(PERSON), List.of(PROJECT), Optional.of("101"), Set.of());
    comesTo(above, Verdict.CLEAR, "engagement.nothing-found");
  }

  @Test
  void whomTheFirmWorksForIsNotJudgedByIt() {
    ConflictFacts served = new ConflictFacts(TODAY, Optional.of(FIRM), Optional.of(LEAD), List.of(PERSON), List.of(PROJECT), Optional.empty(), Set.of("101001"));
    comesTo(served, Verdict.BLOCKED, "engagement.unit-is-a-client");
  }

  @Test
  void onlyTheFirmsOwnPeopleWithoutAPostComeIn() {
    comesTo(facts(Optional.of(FIRM), Optional.of(LEAD), new OfPerson("评价员", false, true, List.of()), PROJECT), Verdict.BLOCKED, "engagement.person-not-entered");
    comesTo(facts(Optional.of(FIRM), Optional.of(LEAD), new OfPerson("评价员", true, false, List.of()), PROJECT), Verdict.BLOCKED, "engagement.person-holds-a-post");
  }

  @Test
  void anExpertDoesNotJudgeTheOwnEmployer() {
    comesTo(facts(Optional.empty(), Optional.empty(), new OfPerson("专家", true, true, List.of("教育局")), PROJECT), Verdict.BLOCKED, "engagement.person-avoids");
    comesTo(facts(Optional.empty(), Optional.empty(), new OfPerson("专家", true, true, List.of("水利局")), PROJECT), Verdict.CLEAR, "engagement.nothing-found");
  }

  @Test
  void aFirmThatIsNotOnTheCreditPlatformOrWasPenalisedIsSaid() {
    comesTo(facts(Optional.of(new OfFirm(OURS, "中衡咨询", Optional.empty(), false, 2)), Optional.of(LEAD), PERSON, PROJECT), Verdict.WARNED,
        "engagement.not-on-credit-platform", "engagement.penalised");
  }

  @Test
  void whatForbidsIsSaidBeforeWhatIsOnlyToBeKnown() {
    OfFirm firm = new OfFirm(OURS, "中衡咨询", Optional.of(TODAY), false, 0);
    comesTo(facts(Optional.of(firm), Optional.of(LEAD), PERSON, PROJECT), Verdict.BLOCKED, "engagement.blacklisted", "engagement.not-on-credit-platform");
  }

  @Test
  void howLongAPartCountsIsAParameterOfTheJurisdiction() {
    ProjectParty party = ProjectPartyBuilder.party(OURS, Part.AUDITOR, LocalDate.of(2017, 1, 1), Optional.of(LocalDate.of(2019, 1, 1)));
    assertThat(new ConflictCheck(5, 3, 5).verdict(facts(Optional.of(FIRM), Optional.of(LEAD), PERSON, with(party))).value()).contains(Verdict.BLOCKED);
  }
}
