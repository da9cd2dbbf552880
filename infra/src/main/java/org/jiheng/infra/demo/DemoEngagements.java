package org.jiheng.infra.demo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jiheng.tenants.persistence.Schemas;

/**
 * Third parties of the demonstration: two firms and an expert in the register, and contracts of the first firm that are open (in two
 * counties), not yet open, and over. The register is written with the prefecture's rights, contracts with those of their county,
 * memberships with those of its keeper of guests. What is there already is left as it is.
 */
final class DemoEngagements {

  /** A contract of the demonstration. */
  private record Contract(String number, Place place, String kind, LocalDate opens, LocalDate closes, List<String> projects) {

    UUID id() {
      return made("engagement/" + number);
    }

    LocalDate signed() {
      return opens.minusDays(6);
    }
  }

  private static final List<Contract> CONTRACTS = List.of(
      new Contract("阿财绩委〔2023〕3号", Place.ARTUX, "KEY_EVALUATION", LocalDate.of(2023, 4, 10), LocalDate.of(2023, 6, 30),
          List.of("图书馆藏书补充", "校园文化建设", "实验室建设")),
      new Contract("阿财绩委〔2023〕7号", Place.ARTUX, "RE_EVALUATION", LocalDate.of(2023, 5, 8), LocalDate.of(2023, 7, 31), List.of("学校食堂改造")),
      new Contract("阿财绩委〔2022〕11号", Place.ARTUX, "KEY_EVALUATION", LocalDate.of(2022, 9, 1), LocalDate.of(2022, 11, 30), List.of("运动场改造")),
      new Contract("陶财绩委〔2023〕2号", Place.AKTO, "RE_EVALUATION", LocalDate.of(2023, 4, 12), LocalDate.of(2023, 5, 31),
          List.of("图书馆藏书补充", "教师继续教育培训")));

  private static final UUID ZHONGHUI = made("firm/zhonghui");
  private static final UUID ZHONGHUI_LEAD = made("lead/zhonghui");
  private static final String ZHONGHUI_NAME = "中汇天山绩效评价咨询有限公司";
  private static final String ZHONGHUI_CODE = "91653001MA7A1B2C3L";
  private static final UUID BOYUAN = made("firm/boyuan");
  private static final String BOYUAN_CODE = "91653022MA7D4E5F64";

  private static final byte[] DECLARATION = """
      %PDF-1.4
      1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
      2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
      3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
      trailer<</Root 1 0 R>>
      %%EOF
      """.getBytes(StandardCharsets.US_ASCII);

  private final DataSource login;

  /** @param login connections of the application's login, which takes each role in turn */
  DemoEngagements(DataSource login) {
    this.login = login;
  }

  private static UUID made(String name) {
    return UUID.nameUUIDFromBytes(("org.jiheng.demo/" + name).getBytes(StandardCharsets.UTF_8));
  }

  void plant() throws SQLException {
    InJurisdiction.call(login, Place.KIZILSU.code(), DemoEngagements::register);
    for (Contract contract : CONTRACTS) {
      InJurisdiction.call(login, contract.place().code(), connection -> sign(connection, contract));
    }
    admit();
  }

  private static Void register(Connection connection) throws SQLException {
    firm(connection, ZHONGHUI, ZHONGHUI_NAME, ZHONGHUI_CODE, "CONSULTING", "方正清", 46, "CZ653001202100017");
    firm(connection, BOYUAN, "博远会计师事务所", BOYUAN_CODE, "ACCOUNTING", "祁云山", 28, "CZ653022202200004");
    lead(connection, ZHONGHUI_LEAD, ZHONGHUI, "叶知秋", "高级经济师", LocalDate.of(2012, 7, 1));
    lead(connection, made("lead/boyuan"), BOYUAN, "祁慕白", "注册会计师", LocalDate.of(2014, 3, 1));
    person(connection, ZHONGHUI, Personas.of("zhonghui.evaluator"));
    person(connection, BOYUAN, Personas.of("boyuan.evaluator"));
    Persona expert = Personas.of("expert.lan");
    does(connection, "insert into platform.expert (id, prefecture, person, username, name, employer, title, field, qualification, avoids, state, version) "
            + "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1) on conflict do nothing", made("expert/lan"), Place.KIZILSU.code().value(), expert.id(),
        expert.username(), expert.name(), "塔里木师范学院", "教授", "教育经费绩效", "", "", "ACTIVE");
    does(connection, "insert into platform.firm_mark (id, firm, kind, points, text, noted_on, noted_by) values (?, ?, 'QUALITY', ?, ?, ?, ?) on conflict do nothing",
        made("mark/zhonghui"), ZHONGHUI, new java.math.BigDecimal("88.5"), "2022 年重点评价报告质量评分", LocalDate.of(2022, 12, 20), "萧静远");
    return null;
  }

  private static void firm(Connection connection, UUID id, String name, String code, String type, String legalPerson, int staff, String credit)
      throws SQLException {
    does(connection, "insert into platform.firm (id, prefecture, name, uscc, type, legal_person, staff, credit_number, changed_at, changed_by, version) "
            + "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1) on conflict do nothing",
        id, Place.KIZILSU.code().value(), name, code, type, legalPerson, staff, credit, at(LocalDate.of(2023, 1, 10)), "萧静远");
  }

  private static void lead(Connection connection, UUID id, UUID firm, String name, String qualification, LocalDate since) throws SQLException {
    does(connection, "insert into platform.lead_evaluator (id, firm, name, qualification, in_business_since) values (?, ?, ?, ?, ?) on conflict do nothing",
        id, firm, name, qualification, since);
  }

  private static void person(Connection connection, UUID firm, Persona person) throws SQLException {
    does(connection, "insert into platform.firm_person (firm, person, username, name) values (?, ?, ?, ?) on conflict do nothing",
        firm, person.id(), person.username(), person.name());
  }

  private static Void sign(Connection connection, Contract contract) throws SQLException {
    Persona office = Personas.of(contract.place().key() + ".office");
    UUID declaration = made("declaration/" + contract.number());
    does(connection, "insert into attachment (id, subject, file_name, media_type, size, sha256, content, at, by_name) values (?, ?, ?, ?, ?, ?, ?, ?, ?) "
        + "on conflict do nothing", declaration, contract.id(), "独立性声明.pdf", "application/pdf", DECLARATION.length, digest(), DECLARATION,
        at(contract.signed()), office.name());
    LocalDate grantedOn = contract.signed().plusDays(2);
    does(connection, "insert into engagement (id, contract_number, kind, firm, firm_name, firm_uscc, lead_evaluator, lead_name, client, opens, closes, report_from, "
            + "report_until, acceptance, grace_days, declared_on, declaration, checked_on, verdict, findings, granted_on, version) "
            + "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 30, ?, ?, ?, 'CLEAR', ?::jsonb, ?, 1) on conflict do nothing",
        contract.id(), contract.number(), contract.kind(), ZHONGHUI, ZHONGHUI_NAME, ZHONGHUI_CODE, ZHONGHUI_LEAD, "叶知秋",
        contract.place().title() + "财政局", contract.opens(), contract.closes(), contract.opens(), contract.closes(), contract.closes(),
        contract.signed(), declaration, grantedOn, findings(contract), grantedOn);
    for (String project : contract.projects()) {
      for (String table : List.of("engagement_project", "project_window")) {
        does(connection, "insert into " + table + " (engagement, project) select ?, id from project where name = ? and fiscal_year = ? on conflict do nothing",
            contract.id(), project, DemoProject.YEAR);
      }
    }
    Persona evaluator = Personas.of("zhonghui.evaluator");
    does(connection, "insert into engagement_person (engagement, person, name) values (?, ?, ?) on conflict do nothing",
        contract.id(), evaluator.id(), evaluator.name());
    int day = 0;
    for (String move : List.of("REVISE", "DECLARE", "CHECK", "OPEN")) {
      does(connection, "insert into engagement_step (id, engagement, move, person, person_name, at) values (?, ?, ?, ?, ?, ?) on conflict do nothing",
          made("step/" + contract.number() + move), contract.id(), move, office.id(), office.name(), at(contract.signed().plusDays(day / 2)).plusMinutes(day++));
    }
    return null;
  }

  private static String findings(Contract contract) {
    return """
        {"reasons": [{"rule": "engagement.nothing-found", "ruleSet": "第三方核查规则2023", "article": "财监〔2021〕4号",
                      "inputs": {"projects": "%d", "people": "1"}}]}""".formatted(contract.projects().size());
  }

  private void admit() throws SQLException {
    UUID evaluator = Personas.of("zhonghui.evaluator").id();
    for (Contract contract : CONTRACTS) {
      try (Connection connection = login.getConnection()) {
        connection.setAutoCommit(false);
        does(connection, "select set_config('role', ?, true)", Schemas.engagerRoleOf(contract.place().code()));
        does(connection, "insert into platform.membership (id, person, jurisdiction, role, valid_from, valid_until, engagement) "
                + "values (?, ?, ?, 'THIRD_PARTY', ?, ?, ?) on conflict do nothing", made("membership/" + contract.number()), evaluator,
            contract.place().code().value(), contract.opens(), contract.closes(), contract.id());
        does(connection, "insert into platform.job (engagement, jurisdiction, firm, lead_evaluator, opens, closes) values (?, ?, ?, ?, ?, ?) on conflict do nothing",
            contract.id(), contract.place().code().value(), ZHONGHUI, ZHONGHUI_LEAD, contract.opens(), contract.closes());
        connection.commit();
      }
    }
  }

  private static OffsetDateTime at(LocalDate day) {
    return day.atTime(11, 20).atOffset(java.time.ZoneOffset.ofHours(8));
  }

  private static String digest() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(DECLARATION));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  private static void does(Connection connection, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.execute();
    }
  }
}
