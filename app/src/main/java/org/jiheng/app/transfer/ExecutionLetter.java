package org.jiheng.app.transfer;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiheng.app.common.Money;

/**
 * How a county carried out its part of a transfer, as it is told the jurisdiction above and kept (S11): one JSON object, layout 1;
 * money in yuan as text.
 *
 * @param document the document of the jurisdiction above; the own one if it came from nowhere
 * @param actuals what was reached, by the indicator of the document above it is a part of
 */
record ExecutionLetter(UUID document, int number, LocalDate reportedOn, Money budget, Money paid, Map<UUID, String> actuals) {

  static final String KIND = "TRANSFER_REPORT";
  static final int LAYOUT = 1;

  static String json(FundExecution execution, Map<UUID, UUID> above, UUID document, int number) {
    JsonArrayBuilder parts = Json.createArrayBuilder();
    execution.lines().forEach(line -> parts.add(Json.createObjectBuilder().add("name", line.name()).add("budget", line.budget().toString())
        .add("paid", line.paid().orElseThrow().toString()).add("origin", line.origin().name()).add("basis", line.basis())
        .add("rate", line.rate().map(Object::toString).orElse("")).add("indicators", indicators(line.reached(), Map.of()))));
    JsonObjectBuilder json = Json.createObjectBuilder().add("document", document.toString()).add("number", number)
        .add("reportedOn", execution.today().toString()).add("fiscalYear", execution.document().head().fiscalYear())
        .add("budget", execution.budget().toString()).add("paid", execution.paid().orElseThrow().toString())
        .add("rate", execution.rate().map(Object::toString).orElse(""))
        .add("indicators", indicators(execution.goals(), above)).add("parts", parts);
    return json.build().toString();
  }

  private static JsonArrayBuilder indicators(List<FundExecution.Reached> reached, Map<UUID, UUID> above) {
    JsonArrayBuilder indicators = Json.createArrayBuilder();
    reached.forEach(one -> indicators.add(Json.createObjectBuilder().add("id", above.getOrDefault(one.id(), one.id()).toString()).add("name", one.name())
        .add("target", one.target()).add("main", one.main()).add("actual", one.actual())
        .add("completion", one.completion().map(Object::toString).orElse(""))));
    return indicators;
  }

  static ExecutionLetter read(JsonObject json) {
    Map<UUID, String> actuals = json.getJsonArray("indicators").getValuesAs(JsonObject.class).stream().collect(Collectors.toMap(
        one -> UUID.fromString(one.getString("id")), one -> one.getString("actual"), (first, _) -> first));
    return new ExecutionLetter(UUID.fromString(json.getString("document")), json.getInt("number"), LocalDate.parse(json.getString("reportedOn")),
        money(json, "budget"), money(json, "paid"), actuals);
  }

  private static Money money(JsonObject json, String name) {
    return new Money(new BigDecimal(json.getString(name)));
  }

  Optional<String> actual(UUID indicator) {
    return Optional.ofNullable(actuals.get(indicator)).filter(text -> !text.isBlank());
  }
}
