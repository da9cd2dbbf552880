package org.jiheng.tenants.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jiheng.tenants.desk.Objection.Field;
import org.jiheng.tenants.desk.Objection.Why;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.JurisdictionCode;
import org.jiheng.tenants.scope.JurisdictionState;
import org.jiheng.tenants.scope.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be wanted of the keeper, and what speaks against it. */
class ObjectionsTest {

  private static final JurisdictionCode KIZILSU = new JurisdictionCode("653000");
  private static final Instant MAY = Instant.parse("2023-05-01T00:00:00Z");
  private static final Instant JUNE = Instant.parse("2023-06-01T00:00:00Z");

  private final List<Standing> registry = new ArrayList<>(List.of(
      standing("653000", "克孜勒苏柯尔克孜自治州", null, JurisdictionState.ACTIVE),
      standing("653001", "阿图什市", "653000", JurisdictionState.ACTIVE),
      standing("653024", "乌恰县", "653000", JurisdictionState.SUSPENDED),
      standing("653090", "旧县", "653000", JurisdictionState.REMOVED)));

  private static Standing standing(String code, String name, String parent, JurisdictionState state) {
    return new Standing(new Jurisdiction(new JurisdictionCode(code), name, Optional.ofNullable(parent).map(JurisdictionCode::new)), state,
        Optional.empty(), MAY, "", "2", Optional.empty());
  }

  private static Wish onboarding(String code, String name) {
    return onboarding(code, name, "张三", "zhang.san", "李四", "li.si", "王五", "wang.wu");
  }

  private static Wish onboarding(String code, String name, String... people) {
    return new Wish(JobKind.ONBOARD, code, Optional.of(KIZILSU), name, List.of(
        new Administrator(Role.SYSTEM_ADMIN, people[0], people[1]),
        new Administrator(Role.SECURITY_ADMIN, people[2], people[3]),
        new Administrator(Role.AUDIT_ADMIN, people[4], people[5])), "国务院批准设立", false);
  }

  private static Wish with(JobKind kind, String code, String name) {
    return Wish.of(kind, new JurisdictionCode(code), Optional.of(KIZILSU), name, "机构改革需要");
  }

  private List<String> to(Wish wish) {
    return Objections.to(wish, registry, "taken"::equals).stream()
        .map(one -> one.field() + one.role().map(role -> " of " + role).orElse("") + ": " + one.why()).toList();
  }

  @Test
  void aNewCountyWithThreePeopleMayBeOnboarded() {
    assertThat(to(onboarding("653025", "测试县").repeated())).isEmpty();
    assertThat(to(onboarding("653025", "测试县"))).isEmpty();
    assertThat(to(onboarding(" 653025 ", " 测试县 "))).as("blanks around do no harm").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "65302", "6530255", "053025", "65302x", "６５３０２５"})
  void aCodeIsSixDigits(String code) {
    assertThat(to(onboarding(code, "测试县"))).containsExactly("CODE: CODE_NOT_SIX_DIGITS");
  }

  @Test
  void aCountysCodeBeginsLikeItsPrefectures() {
    assertThat(to(onboarding("653125", "测试县"))).containsExactly("CODE: CODE_NOT_UNDER_PREFECTURE");
    assertThat(to(onboarding("653000", "测试县"))).contains("CODE: CODE_NOT_UNDER_PREFECTURE");
  }

  @Test
  void aCodeIsTakenUnlessItWasRemovedOrTheSameIsRepeated() {
    assertThat(to(onboarding("653001", "测试县"))).containsExactly("CODE: CODE_TAKEN");
    assertThat(to(onboarding("653001", "阿图什市").repeated())).isEmpty();
    assertThat(to(onboarding("653001", "测试县").repeated())).containsExactly("CODE: CODE_TAKEN");
    assertThat(to(onboarding("653090", "旧县"))).isEmpty();
  }

  @Test
  void aNameIsSomethingAndNoOtherCountysOfThePrefecture() {
    assertThat(to(onboarding("653025", "县"))).containsExactly("NAME: NAME_TOO_SHORT");
    assertThat(to(onboarding("653025", "县".repeat(61)))).containsExactly("NAME: NAME_TOO_SHORT");
    assertThat(to(onboarding("653025", "阿图什市"))).containsExactly("NAME: NAME_TAKEN");
    assertThat(to(with(JobKind.RENAME, "653001", "乌恰县"))).containsExactly("NAME: NAME_TAKEN");
    assertThat(to(with(JobKind.RENAME, "653001", "阿图什市"))).as("its own").isEmpty();
    assertThat(to(with(JobKind.RENAME, "653001", "旧县"))).as("one that is gone").isEmpty();
  }

  @Test
  void theThreeAdministratorsAreThreePeople() {
    assertThat(to(onboarding("653025", "测试县", "张三", "zhang.san", "李四", "zhang.san", "张三", "wang.wu")))
        .containsExactly("USERNAME of SECURITY_ADMIN: PERSON_TWICE", "PERSON of AUDIT_ADMIN: PERSON_TWICE");
    assertThat(to(onboarding("653025", "测试县", "", "", "李四", "li.si", "王五", "wang.wu")))
        .containsExactly("PERSON of SYSTEM_ADMIN: PERSON_NAME_MISSING", "USERNAME of SYSTEM_ADMIN: USERNAME_MALFORMED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "Zhang", "张三", "zhang san", "zhang.", ".zhang", "1zhang", "zhang@san", "program-653001-x"})
  void aUserNameIsOneTheIdentityProviderTakesAndNobodyMistakes(String username) {
    assertThat(to(onboarding("653025", "测试县", "张三", username, "李四", "li.si", "王五", "wang.wu")))
        .containsExactly("USERNAME of SYSTEM_ADMIN: USERNAME_MALFORMED");
  }

  @Test
  void aUserNameOfSomebodyElseIsTaken() {
    assertThat(to(onboarding("653025", "测试县", "张三", "zhang.san", "李四", "taken", "王五", "wang.wu")))
        .containsExactly("USERNAME of SECURITY_ADMIN: USERNAME_TAKEN");
  }

  @ParameterizedTest
  @EnumSource
  void whateverIsWantedHasAReason(JobKind kind) {
    Wish wish = new Wish(kind, "653001", Optional.of(KIZILSU), "阿图什市", onboarding("653025", "").administrators(), "  四个字好 ", true);
    assertThat(to(wish)).contains("REASON: REASON_TOO_SHORT");
  }

  @ParameterizedTest
  @EnumSource(names = "ONBOARD", mode = EnumSource.Mode.EXCLUDE)
  void whatIsNotThereOrNotUnderThePrefectureIsUnknown(JobKind kind) {
    assertThat(to(with(kind, "653025", "新名县"))).contains("CODE: CODE_UNKNOWN");
    Wish others = Wish.of(kind, new JurisdictionCode("653001"), Optional.of(new JurisdictionCode("653100")), "新名县", "机构改革需要");
    assertThat(to(others)).contains("CODE: CODE_UNKNOWN");
  }

  @Test
  void aCountyIsOnboardedUnderAPrefectureThatIsInUse() {
    registry.set(0, standing("653000", "克孜勒苏柯尔克孜自治州", null, JurisdictionState.SUSPENDED));
    assertThat(to(onboarding("653025", "测试县"))).containsExactly("STATE: PREFECTURE_NOT_ACTIVE");
  }

  @Test
  void aPrefectureHasAPrefecturesCode() {
    Wish wish = new Wish(JobKind.ONBOARD, "652901", Optional.empty(), "阿克苏地区", onboarding("653025", "").administrators(), "国务院批准设立", false);
    assertThat(to(wish)).containsExactly("CODE: CODE_NOT_A_PREFECTURE");
  }

  @ParameterizedTest
  @EnumSource(names = {"RENAME", "SUSPEND", "RESUME", "EXPORT", "MIGRATE"})
  void whatIsBeingSetUpOrRemovedIsNotChanged(JobKind kind) {
    registry.add(standing("653025", "开通县", "653000", JurisdictionState.ONBOARDING));
    assertThat(to(with(kind, "653025", "新名县"))).containsExactly("STATE: NOT_OPEN");
    assertThat(to(with(kind, "653090", "新名县"))).containsExactly("STATE: NOT_OPEN");
    assertThat(to(with(kind, "653001", "新名县"))).isEmpty();
    assertThat(to(with(kind, "653024", "新名县"))).isEmpty();
  }

  private static Standing exported(JurisdictionState state, Optional<JurisdictionState> before, Instant at) {
    return new Standing(new Jurisdiction(new JurisdictionCode("653030"), "将撤县", Optional.of(KIZILSU)), state, before, MAY, "", "2", Optional.of(at));
  }

  @Test
  void onlyWhatIsSuspendedAndExportedSinceIsRemovedAndItsNameIsTyped() {
    assertThat(to(with(JobKind.REMOVE, "653001", "阿图什市"))).containsExactly("STATE: NOT_SUSPENDED");
    assertThat(to(with(JobKind.REMOVE, "653024", "乌恰县"))).containsExactly("STATE: NOT_EXPORTED");
    registry.add(exported(JurisdictionState.SUSPENDED, Optional.empty(), MAY));
    assertThat(to(with(JobKind.REMOVE, "653030", "将撤县"))).as("not after it was suspended").containsExactly("STATE: NOT_EXPORTED");
    registry.set(4, exported(JurisdictionState.SUSPENDED, Optional.empty(), JUNE));
    assertThat(to(with(JobKind.REMOVE, "653030", "将撤县"))).isEmpty();
    assertThat(to(with(JobKind.REMOVE, "653030", "将撤"))).containsExactly("NAME: NAME_NOT_CONFIRMED");
    registry.set(4, exported(JurisdictionState.QUARANTINED, Optional.of(JurisdictionState.SUSPENDED), JUNE));
    assertThat(to(with(JobKind.REMOVE, "653030", "将撤县"))).isEmpty();
    registry.set(4, exported(JurisdictionState.QUARANTINED, Optional.of(JurisdictionState.ACTIVE), JUNE));
    assertThat(to(with(JobKind.REMOVE, "653030", "将撤县"))).containsExactly("STATE: NOT_SUSPENDED");
    assertThat(to(with(JobKind.REMOVE, "653090", "旧县"))).as("gone already: nothing happens").isEmpty();
  }

  @Test
  void aPrefectureWithCountiesIsNotRemoved() {
    registry.set(0, new Standing(registry.getFirst().jurisdiction(), JurisdictionState.SUSPENDED, Optional.empty(), MAY, "", "2", Optional.of(JUNE)));
    Wish wish = Wish.of(JobKind.REMOVE, KIZILSU, Optional.empty(), "克孜勒苏柯尔克孜自治州", "机构改革需要");
    assertThat(to(wish)).containsExactly("STATE: HAS_COUNTIES");
  }

  @Test
  void aWishIsReadAsItWasWritten() {
    Wish wish = onboarding("653025", "测试\"县\"").repeated();
    assertThat(Wish.read(wish.kind(), wish.code(), wish.reason(), wish.input())).isEqualTo(wish);
  }

  @Test
  void anObjectionIsSaidInEitherLanguage() {
    Objection objection = Objection.to(Field.CODE, Why.CODE_TAKEN);
    assertThat(objection.why().sentence(Locale.SIMPLIFIED_CHINESE)).isEqualTo("该代码已被登记。");
    assertThat(objection.why().sentence(Locale.forLanguageTag("en-GB"))).startsWith("The code");
  }
}
