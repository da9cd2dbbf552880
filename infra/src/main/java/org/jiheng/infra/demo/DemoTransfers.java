package org.jiheng.infra.demo;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jiheng.tenants.audit.Chain;

/**
 * Transfers of the demonstration. The prefecture: one document sent to two counties, whose letters wait to be received, and one that
 * does not add up yet. 阿图什市: one of last year that went down to units, with what was paid of one of them, one that does not add up, one for an
 * emergency whose goals are owed, and one that was withdrawn and whose money is to be taken back. What is there already is left as it is.
 */
final class DemoTransfers {

  private static final String FARMLAND = "新财农〔2023〕18号";
  private static final String FARMLAND_NAME = "农田建设补助资金";
  private static final LocalDate SENT = LocalDate.of(2023, 4, 14);

  /** A document as it is planted; money in 万元. */
  private record Document(String number, String name, int year, String level, String kind, int wan, LocalDate received, String from, String state) {

    UUID id(Place place) {
      return made("fund/" + place + number);
    }
  }

  private final DataSource login;

  /** @param login connections of the application's login, which takes each role in turn */
  DemoTransfers(DataSource login) {
    this.login = login;
  }

  private static UUID made(String name) {
    return UUID.nameUUIDFromBytes(("org.jiheng.demo/" + name).getBytes(StandardCharsets.UTF_8));
  }

  void plant() throws SQLException {
    InJurisdiction.call(login, Place.KIZILSU.code(), DemoTransfers::prefecture);
    InJurisdiction.call(login, Place.ARTUX.code(), DemoTransfers::artux);
  }

  // --- the prefecture

  private static Void prefecture(Connection connection) throws SQLException {
    Document farmland = new Document(FARMLAND, FARMLAND_NAME, 2023, "CENTRAL", "EARMARKED", 1200, LocalDate.of(2023, 4, 3), "自治区财政厅", "SENT");
    if (there(connection, farmland.id(Place.KIZILSU))) {
      return null;
    }
    document(connection, Place.KIZILSU, farmland, "建设高标准农田,提高粮食综合生产能力", "全州新建高标准农田 8000 亩");
    UUID area = indicator(connection, farmland.id(Place.KIZILSU), 0, "数量指标", "新建高标准农田面积", "≥8000亩", true, "SUM");
    UUID rate = indicator(connection, farmland.id(Place.KIZILSU), 1, "质量指标", "工程验收合格率", "≥95%", true, "EQUAL");
    for (Place county : List.of(Place.ARTUX, Place.AKTO)) {
      int share = county == Place.ARTUX ? 700 : 500;
      int acres = county == Place.ARTUX ? 4700 : 3300;
      UUID line = line(connection, farmland.id(Place.KIZILSU), county.ordinal(), county.code().value(), null, null, county.title(), String.valueOf(share), true);
      target(connection, line, area, acres + "亩", "≥" + acres + "亩");
      target(connection, line, rate, "95%", "≥95%");
      letter(connection, county, farmland, share, area, rate, acres);
    }
    step(connection, farmland.id(Place.KIZILSU), "ENTER", Personas.of("kizilsu.oversight"), LocalDate.of(2023, 4, 3), "");
    step(connection, farmland.id(Place.KIZILSU), "SEND", Personas.of("kizilsu.leader"), SENT, "");

    Document meals = new Document("新财教〔2023〕31号", "城乡义务教育补助经费", 2023, "REGION", "EARMARKED", 860, LocalDate.of(2023, 4, 12), "自治区财政厅", "DRAFT");
    document(connection, Place.KIZILSU, meals, "改善农村学生营养状况", "全州营养改善计划受益学生 2.4 万人");
    UUID pupils = indicator(connection, meals.id(Place.KIZILSU), 0, "数量指标", "营养改善计划受益学生", "≥2.4万人", true, "SUM");
    int position = 0;
    for (Place county : Place.counties()) {
      String[] part = List.of("300|0.9", "260|0.8", "140|0.3", "160|").get(position).split("\\|", -1);
      UUID line = line(connection, meals.id(Place.KIZILSU), position++, county.code().value(), null, null, county.title(), part[0], false);
      target(connection, line, pupils, part[1], "");
    }
    step(connection, meals.id(Place.KIZILSU), "ENTER", Personas.of("kizilsu.oversight"), LocalDate.of(2023, 4, 12), "");
    return null;
  }

  /** As the application would have sent it: chained to the one before. */
  private static void letter(Connection connection, Place county, Document document, int share, UUID area, UUID rate, int acres) throws SQLException {
    Persona leader = Personas.of("kizilsu.leader");
    UUID fund = document.id(Place.KIZILSU);
    UUID id = made("envelope/" + county + document.number());
    String payload = """
        {"document":"%s","revision":1,"reason":"","sentOn":"%s","fiscalYear":2023,"number":"%s","name":"%s","code":"","level":"CENTRAL",\
        "kind":"EARMARKED","amount":"%s","from":"%s","receivedOn":"2023-04-03","overallGoal":"建设高标准农田,提高粮食综合生产能力",\
        "regionalGoal":"全州新建高标准农田 8000 亩","indicators":[\
        {"id":"%s","level1":"产出指标","level2":"数量指标","name":"新建高标准农田面积","target":"≥%d亩","main":true,"aggregation":"SUM"},\
        {"id":"%s","level1":"产出指标","level2":"质量指标","name":"工程验收合格率","target":"≥95%%","main":true,"aggregation":"EQUAL"}]}"""
        .formatted(fund, SENT, document.number(), document.name(), yuan(share), Place.KIZILSU.title(), area, acres, rate);
    long number = 1;
    String previous = Chain.BEGINNING;
    try (PreparedStatement last = connection.prepareStatement("select number, digest from exchange.envelope where sender = ? order by number desc limit 1")) {
      last.setString(1, Place.KIZILSU.code().value());
      try (ResultSet row = last.executeQuery()) {
        if (row.next()) {
          number = row.getLong(1) + 1;
          previous = row.getString(2);
        }
      }
    }
    OffsetDateTime at = at(SENT);
    String key = "TRANSFER_NOTICE/" + fund + "/" + county.code() + "/1";
    String subject = "FUND_DOCUMENT/" + fund;
    String title = document.number() + " " + document.name();
    String digest = Chain.digest(previous, number, List.of(id.toString(), Place.KIZILSU.code().value(), county.code().value(), "TRANSFER_NOTICE", subject, title,
        key, "1", payload, "[]", "", at.toInstant().toString(), leader.id().toString(), leader.name()));
    does(connection, "insert into exchange.envelope (id, sender, number, receiver, kind, subject, title, key, schema_version, payload, sent_at, sent_by, sent_by_name, "
            + "previous, digest) values (?, ?, ?, ?, 'TRANSFER_NOTICE', ?, ?, ?, 1, ?, ?, ?, ?, ?, ?)", id, Place.KIZILSU.code().value(), number,
        county.code().value(), subject, title, key, payload, at, leader.id(), leader.name(), previous, digest);
  }

  // --- 阿图什市

  private static Void artux(Connection connection) throws SQLException {
    Document roads = new Document("新财建〔2022〕77号", "农村公路养护补助资金", 2022, "REGION", "EARMARKED", 420, LocalDate.of(2022, 5, 10), "自治区财政厅", "SENT");
    UUID id = roads.id(Place.ARTUX);
    if (there(connection, id)) {
      return null;
    }
    Persona office = Personas.of("artux.office");
    Persona leader = Personas.of("artux.leader");
    document(connection, Place.ARTUX, roads, "保障农村公路安全畅通", "全市养护农村公路 310 公里");
    UUID length = indicator(connection, id, 0, "数量指标", "养护农村公路里程", "≥310公里", true, "SUM");
    UUID road = line(connection, id, 0, null, "104001", null, Place.ARTUX.title() + "农村公路养护中心", "380", true);
    UUID transport = line(connection, id, 1, null, "104002", null, Place.ARTUX.title() + "道路运输服务中心", "40", true);
    target(connection, road, length, "280公里", "≥280公里");
    target(connection, transport, length, "30000米", "≥30000米");
    step(connection, id, "ENTER", office, LocalDate.of(2022, 5, 10), "");
    step(connection, id, "SEND", leader, LocalDate.of(2022, 6, 2), "");

    Document grants = new Document("新财教〔2023〕12号", "普惠性学前教育补助", 2023, "REGION", "EARMARKED", 150, LocalDate.of(2023, 3, 28), "自治区财政厅", "DRAFT");
    document(connection, Place.ARTUX, grants, "提高普惠性幼儿园保教质量", "全市资助在园幼儿 1200 人");
    UUID children = indicator(connection, grants.id(Place.ARTUX), 0, "数量指标", "资助在园幼儿", "≥1200人", true, "SUM");
    UUID garden = line(connection, grants.id(Place.ARTUX), 0, null, "101003", null, Place.ARTUX.title() + "第一幼儿园", "110", false);
    target(connection, garden, children, "1000", "");
    step(connection, grants.id(Place.ARTUX), "ENTER", office, LocalDate.of(2023, 3, 28), "");

    Document relief = new Document("新财资环〔2023〕5号", "自然灾害救灾资金", 2023, "CENTRAL", "EARMARKED", 90, LocalDate.of(2023, 2, 20), "自治区财政厅", "SENT");
    document(connection, Place.ARTUX, relief, "", "");
    line(connection, relief.id(Place.ARTUX), 0, null, "103001", null, Place.ARTUX.title() + "水利管理站", "90", true);
    does(connection, "insert into fund_exemption (document, kind, reason, approver, at, from_above, determined_on, goals_due) values (?, 'DISASTER', ?, ?, ?, false, ?, ?)",
        relief.id(Place.ARTUX), "融雪性洪水抢险,年初无法确定项目", leader.name(), at(LocalDate.of(2023, 2, 21)), LocalDate.of(2023, 3, 6), LocalDate.of(2023, 4, 5));
    does(connection, "insert into fund_task (id, document, kind, reason, since, due) values (?, ?, 'ADD_GOALS', ?, ?, ?)", made("fund-task/relief"),
        relief.id(Place.ARTUX), "融雪性洪水抢险,年初无法确定项目", at(LocalDate.of(2023, 2, 21)), LocalDate.of(2023, 4, 5));
    step(connection, relief.id(Place.ARTUX), "ENTER", office, LocalDate.of(2023, 2, 20), "");
    step(connection, relief.id(Place.ARTUX), "EXEMPT", leader, LocalDate.of(2023, 2, 21), "DISASTER 融雪性洪水抢险,年初无法确定项目");
    step(connection, relief.id(Place.ARTUX), "SEND", leader, LocalDate.of(2023, 2, 22), "");
    paid(connection, road, "361.5", "国库集中支付明细账(2022 年 12 月)", office);
    withdrawn(connection, office, leader);
    return null;
  }

  /** One whose money went down before the region took the document back. */
  private static void withdrawn(Connection connection, Persona office, Persona leader) throws SQLException {
    Document farming = new Document("新财农〔2023〕9号", "农业生产发展资金", 2023, "REGION", "GENERAL", 65, LocalDate.of(2023, 3, 1), "自治区财政厅", "SENT");
    UUID id = farming.id(Place.ARTUX);
    document(connection, Place.ARTUX, farming, "", "");
    line(connection, id, 0, null, "102001", null, Place.ARTUX.title() + "农业技术推广中心", "65", true);
    step(connection, id, "ENTER", office, LocalDate.of(2023, 3, 1), "");
    step(connection, id, "SEND", leader, LocalDate.of(2023, 3, 3), "");
    step(connection, id, "WITHDRAW", leader, LocalDate.of(2023, 4, 6), "自治区调整补助方案,收回该项资金");
    does(connection, "update fund_document set state = 'WITHDRAWN', withdrawn_reason = ? where id = ?", "自治区调整补助方案,收回该项资金", id);
    does(connection, "insert into fund_task (id, document, kind, reason, since, due) values (?, ?, 'TAKE_BACK', ?, ?, ?)", made("fund-task/farming"), id,
        "自治区调整补助方案,收回该项资金", at(LocalDate.of(2023, 4, 6)), LocalDate.of(2023, 5, 6));
  }

  /** What finance wrote down as paid of a part. */
  private static void paid(Connection connection, UUID line, String wan, String basis, Persona person) throws SQLException {
    does(connection, "insert into fund_payment (id, line, amount, basis, person, person_name, at) values (?, ?, ?, ?, ?, ?, ?)", made("fund-payment/" + line), line,
        new BigDecimal(wan).movePointRight(4), basis, person.id(), person.name(), at(LocalDate.of(2023, 1, 12)));
  }

  // --- rows

  private static boolean there(Connection connection, UUID document) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement("select from fund_document where id = ?")) {
      query.setObject(1, document);
      try (ResultSet row = query.executeQuery()) {
        return row.next();
      }
    }
  }

  private static void document(Connection connection, Place place, Document one, String overall, String regional) throws SQLException {
    boolean sent = one.state().equals("SENT");
    LocalDate sentOn = one.received().plusDays(place == Place.KIZILSU ? 11 : one.year() == 2022 ? 23 : 2);
    does(connection, "insert into fund_document (id, fiscal_year, number, name, level, kind, amount, upper_name, received_on, due_on, overall_goal, regional_goal, state, "
            + "revision, sent_on, changed_at, changed_by, version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)",
        one.id(place), one.year(), one.number(), one.name(), one.level(), one.kind(), new BigDecimal(yuan(one.wan())), one.from(), one.received(),
        one.received().plusDays(30), overall, regional, one.state(), sent ? 1 : 0, sent ? sentOn : null, at(sent ? sentOn : one.received()),
        Personas.of(place == Place.KIZILSU ? "kizilsu.oversight" : place.key() + ".office").name());
  }

  private static UUID indicator(Connection connection, UUID document, int position, String level2, String name, String target, boolean main, String aggregation)
      throws SQLException {
    UUID id = made("fund-indicator/" + document + position);
    does(connection, "insert into fund_indicator (id, document, position, level1, level2, name, target, main, aggregation) values (?, ?, ?, '产出指标', ?, ?, ?, ?, ?)",
        id, document, position, level2, name, target, main, aggregation);
    return id;
  }

  private static UUID line(Connection connection, UUID document, int position, String county, String unit, UUID project, String name, String wan, boolean sent)
      throws SQLException {
    UUID id = made("fund-line/" + document + position);
    does(connection, "insert into fund_line (id, document, position, county, unit, project, name, amount, sent_amount) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        id, document, position, county, unit, project, name, wan, sent ? new BigDecimal(yuan(Integer.parseInt(wan))) : null);
    return id;
  }

  private static void target(Connection connection, UUID line, UUID indicator, String typed, String sent) throws SQLException {
    does(connection, "insert into fund_target (id, line, indicator, typed, sent) values (?, ?, ?, ?, ?)", made("fund-target/" + line + indicator), line, indicator, typed, sent);
  }

  private static void step(Connection connection, UUID document, String act, Persona person, LocalDate day, String comment) throws SQLException {
    does(connection, "insert into fund_step (id, document, act, person, person_name, at, comment) values (?, ?, ?, ?, ?, ?, ?)",
        made("fund-step/" + document + act), document, act, person.id(), person.name(), at(day), comment);
  }

  private static String yuan(int wan) {
    return wan + "0000.00";
  }

  private static OffsetDateTime at(LocalDate day) {
    return day.atTime(10, 40).atOffset(ZoneOffset.ofHours(8));
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
