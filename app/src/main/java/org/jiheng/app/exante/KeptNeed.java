package org.jiheng.app.exante;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jiheng.app.common.Reason;
import org.jiheng.app.common.Reasoned;
import org.jiheng.app.parameter.ParameterKey;
import org.jiheng.app.parameter.ParameterSet;

/**
 * Whether a project is evaluated, and whether a third party does it again, by the parameters that were in force when its form was begun
 * (S12, S14). What the jurisdiction sets later is for forms begun later.
 *
 * @param parameters written out
 */
public record KeptNeed(ParameterSet parameters, Reasoned<Boolean> need, Reasoned<Boolean> thirdParty) {

  private static final Jsonb JSON = JsonbBuilder.create();

  /** An answer in the shape in which it is kept. */
  public static final class Said {
    public boolean value;
    public List<Reason> reasons;
  }

  /**
   * @param library the project as the library describes it
   * @param asking the same by the money its unit asks for
   */
  public static KeptNeed of(ParameterSet parameters, ProjectProfile library, ProjectProfile asking) {
    return new KeptNeed(only(parameters), ExAnteNeed.of(parameters).of(library), parameters.get(ExAnteParameters.THIRD_PARTY).of(asking));
  }

  private static ParameterSet only(ParameterSet all) {
    Map<String, ParameterSet.Setting> written = all.writtenOut(ExAnteParameters.NEED).settings();
    return new ParameterSet(ExAnteParameters.NEED.stream().map(ParameterKey::name).collect(Collectors.toMap(name -> name, written::get)));
  }

  private static JsonObject json(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  private static JsonObject said(Reasoned<Boolean> answer) {
    Said said = new Said();
    said.value = answer.value().orElse(false);
    said.reasons = answer.reasons();
    return json(JSON.toJson(said));
  }

  private static Reasoned<Boolean> read(JsonObject kept) {
    Said said = JSON.fromJson(kept.toString(), Said.class);
    return new Reasoned<>(Optional.of(said.value), said.reasons);
  }

  /** As it is kept with the form. */
  public String toJson() {
    return Json.createObjectBuilder().add("parameters", json(parameters.toJson())).add("need", said(need)).add("thirdParty", said(thirdParty))
        .build().toString();
  }

  /** Reads what {@link #toJson()} wrote. */
  static KeptNeed fromJson(String text) {
    JsonObject kept = json(text);
    return new KeptNeed(ParameterSet.fromJson(kept.getJsonObject("parameters").toString()), read(kept.getJsonObject("need")),
        read(kept.getJsonObject("thirdParty")));
  }
}
