package org.jiheng.app.transfer;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.project.Project;
import org.jiheng.tenants.scope.Jurisdiction;

/**
 * Fund documents with their goals as rows of the national element tables, as far as those are known (DOMAIN 11.2): field names and
 * widths as a deployed product has them, texts cut to their width, times as 17 characters, yes 1 and no 2. A field whose dictionary
 * nobody has given us is there and empty. Pure.
 *
 * @param projects of the parts, by key
 * @param units names by code
 * @param created when each document was entered or received here
 * @param mainWord what a main quantity indicator is called in a remark
 */
record RegionRows(Jurisdiction own, Map<UUID, Project> projects, Map<String, String> units, Map<UUID, Instant> created, String mainWord) {

  static final String GOALS = "PM_PERF_GOAL_INFO";
  static final String INDICATORS = "PM_PERF_INDICATOR";
  static final String DOCUMENTS = "FUND_DOCUMENT";

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS").withZone(ZoneId.of("Asia/Shanghai"));
  private static final int LONGEST_GOAL = 2000;
  private static final int LONGEST_NAME = 180;
  private static final int LONGEST_INDICATOR = 1000;
  private static final String YES = "1";
  private static final String NO = "2";

  /** Fields whose codes or meaning only the region can tell. */
  private static final String[] CODED = {"busi_type", "perf_obj_type_code", "perf_obj_type_name", "mof_aud_opinion_code", "mof_aud_opinion_name",
      "fin_perf_code", "fin_perf_name", "bgt_id", "spe_pro_code", "spe_pro_name"};

  static String time(Instant at) {
    return TIME.format(at);
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest);
  }

  /** What goals and indicators begin with: whose they are, of which document and part. */
  private JsonObjectBuilder head(FundSheet sheet, FundLine line, String key, String id) {
    FundDocument document = sheet.document();
    Optional<Project> project = line.part().project().map(projects::get);
    JsonObjectBuilder row = Json.createObjectBuilder().add(key, id).add("mof_div_code", own.code().value()).add("mof_div_name", own.name())
        .add("fiscal_year", String.valueOf(document.head().fiscalYear())).add("pro_code", project.map(Project::code).orElse(""))
        .add("pro_name", cut(line.name(), LONGEST_NAME)).add("version", String.valueOf(document.revision())).add("version_name", document.head().number())
        .add("sub_mof_div_code", line.part().county().orElse("")).add("sub_mof_div_name", line.part().county().isPresent() ? line.name() : "")
        .add("ori_div_code", "").add("ori_div_name", document.head().upperName())
        .add("agency_code", line.part().unit().orElse("")).add("agency_name", line.part().unit().map(unit -> units.getOrDefault(unit, "")).orElse(""));
    for (String coded : CODED) {
      row.add(coded, "");
    }
    return row;
  }

  private JsonObjectBuilder tail(JsonObjectBuilder row, FundDocument document) {
    return row.add("is_last_inst", YES).add("update_time", time(document.changedAt())).add("create_time", time(created.get(document.id())))
        .add("is_deleted", document.state() == FundState.WITHDRAWN ? YES : NO);
  }

  /** The goal a part goes down with: that of the region; of a document that says none, that of the whole. */
  private static String goal(FundDocument document) {
    return document.regionalGoal().isBlank() ? document.overallGoal() : document.regionalGoal();
  }

  /** One row for every part that has gone down. */
  void goals(FundSheet sheet, JsonArrayBuilder rows) {
    sheet.lines().stream().filter(line -> line.sentAmount().isPresent()).forEach(line -> rows.add(tail(
        head(sheet, line, "kpi_per_id", line.id().toString()).add("kpi_target", cut(goal(sheet.document()), LONGEST_GOAL)), sheet.document())));
  }

  /** One row for every indicator a part carries. */
  void indicators(FundSheet sheet, JsonArrayBuilder rows) {
    for (FundLine line : sheet.lines()) {
      for (FundIndicator indicator : sheet.indicators()) {
        sheet.target(line.id(), indicator.id()).filter(target -> !target.sent().isEmpty()).ifPresent(target -> rows.add(tail(
            head(sheet, line, "kpi_id", line.id() + "/" + indicator.id()).add("kpi_per_id", line.id().toString())
                .add("lv1_perf_ind_code", "").add("lv1_perf_ind_name", cut(indicator.level1(), LONGEST_INDICATOR))
                .add("lv2_perf_ind_code", "").add("lv2_perf_ind_name", cut(indicator.level2(), LONGEST_INDICATOR))
                .add("lv3_perf_ind_code", "").add("lv3_perf_ind_name", cut(indicator.name(), LONGEST_INDICATOR))
                .add("kpi_content", "").add("kpi_evalstd", "").add("kpi_val", target.sent()).add("kpi_remark", indicator.main() ? mainWord : ""),
            sheet.document())));
      }
    }
  }

  /** The documents themselves in a layout of our own: of transfers no element table is known. Money in yuan as text. */
  void documents(FundSheet sheet, JsonArrayBuilder rows) {
    FundHead head = sheet.document().head();
    JsonArrayBuilder parts = Json.createArrayBuilder();
    sheet.lines().forEach(line -> line.sentAmount().ifPresent(money -> parts.add(Json.createObjectBuilder().add("id", line.id().toString())
        .add("county", line.part().county().orElse("")).add("unit", line.part().unit().orElse(""))
        .add("project", line.part().project().map(projects::get).map(Project::code).orElse("")).add("name", line.name()).add("amount", money.toString())
        .add("takenBack", line.takenBack().toString()).add("cutAway", line.cutAway().toString()).add("takenBackOn", line.takenBackOn().map(Object::toString).orElse("")))));
    rows.add(Json.createObjectBuilder().add("id", sheet.document().id().toString()).add("version", sheet.document().revision())
        .add("upperDocument", sheet.document().upperDocument().map(UUID::toString).orElse("")).add("fiscalYear", head.fiscalYear())
        .add("number", head.number()).add("name", head.name()).add("code", head.code()).add("level", head.level().name()).add("kind", head.kind().name())
        .add("amount", head.amount().toString()).add("from", head.upperName()).add("receivedOn", head.receivedOn().toString())
        .add("dueOn", sheet.document().dueOn().toString()).add("firstSentOn", sheet.document().firstSentOn().map(Object::toString).orElse(""))
        .add("sentOn", sheet.document().sentOn().map(Object::toString).orElse(""))
        .add("state", sheet.document().state().name()).add("overallGoal", sheet.document().overallGoal())
        .add("regionalGoal", sheet.document().regionalGoal()).add("parts", parts));
  }
}
