package org.jiheng.app.transfer;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.common.Money;
import org.jiheng.app.indicator.Aggregation;

/**
 * What a county is told of its part of a transfer: the money and the goals together (同步下达, S18). Goes through the exchange as one
 * JSON object, layout 1; money in yuan as text.
 *
 * @param document the sender's fund document
 * @param revision how often it has been sent, with this time
 * @param reason why it is sent anew; empty text the first time
 * @param head of the document; the amount is the part's
 * @param exemption why goals come after; empty if they do not
 */
record Notice(
    UUID document, int revision, String reason, LocalDate sentOn, FundHead head, String overallGoal, String regionalGoal, List<Line> indicators,
    Optional<Exempted> exemption) {

  static final String KIND = "TRANSFER_NOTICE";
  static final int LAYOUT = 1;

  /** An indicator with the target of the part; its identifier is the sender's. */
  record Line(UUID id, String level1, String level2, String name, String target, boolean main, Aggregation aggregation) {}

  /** An exemption the sender's leader approved. */
  record Exempted(FundExemption.Kind kind, String reason, String approver) {}

  /** Whether it says the same of the part as an earlier one. */
  boolean saysTheSame(Notice other) {
    return head.equals(other.head) && overallGoal.equals(other.overallGoal) && regionalGoal.equals(other.regionalGoal)
        && indicators.equals(other.indicators) && exemption.equals(other.exemption);
  }

  String toJson() {
    JsonArrayBuilder lines = Json.createArrayBuilder();
    indicators.forEach(line -> lines.add(Json.createObjectBuilder().add("id", line.id().toString()).add("level1", line.level1())
        .add("level2", line.level2()).add("name", line.name()).add("target", line.target()).add("main", line.main())
        .add("aggregation", line.aggregation().name())));
    JsonObjectBuilder json = Json.createObjectBuilder().add("document", document.toString()).add("revision", revision).add("reason", reason)
        .add("sentOn", sentOn.toString()).add("fiscalYear", head.fiscalYear()).add("number", head.number()).add("name", head.name())
        .add("code", head.code()).add("level", head.level().name()).add("kind", head.kind().name()).add("amount", head.amount().toString())
        .add("from", head.upperName()).add("receivedOn", head.receivedOn().toString()).add("overallGoal", overallGoal)
        .add("regionalGoal", regionalGoal).add("indicators", lines);
    exemption.ifPresent(one -> json.add("exemption", Json.createObjectBuilder().add("kind", one.kind().name()).add("reason", one.reason())
        .add("approver", one.approver())));
    return json.build().toString();
  }

  static Notice read(JsonObject json) {
    FundHead head = new FundHead(json.getInt("fiscalYear"), json.getString("number"), json.getString("name"), json.getString("code"),
        FundLevel.valueOf(json.getString("level")), FundKind.valueOf(json.getString("kind")), new Money(new BigDecimal(json.getString("amount"))),
        json.getString("from"), LocalDate.parse(json.getString("receivedOn")));
    List<Line> lines = json.getJsonArray("indicators").getValuesAs(JsonObject.class).stream().map(line -> new Line(
        UUID.fromString(line.getString("id")), line.getString("level1"), line.getString("level2"), line.getString("name"), line.getString("target"),
        line.getBoolean("main"), Aggregation.valueOf(line.getString("aggregation")))).toList();
    return new Notice(UUID.fromString(json.getString("document")), json.getInt("revision"), json.getString("reason"),
        LocalDate.parse(json.getString("sentOn")), head, json.getString("overallGoal"), json.getString("regionalGoal"), lines,
        Optional.ofNullable(json.getJsonObject("exemption")).map(one -> new Exempted(FundExemption.Kind.valueOf(one.getString("kind")),
            one.getString("reason"), one.getString("approver"))));
  }
}
