package org.jiheng.tenants.desk;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.jiheng.tenants.scope.JurisdictionCode;
import org.jiheng.tenants.scope.Role;

/**
 * What is wanted of the keeper, before anybody has looked whether it may be: texts are as they were typed.
 *
 * @param code of the jurisdiction it is about; six digits or not
 * @param parent the prefecture it stands under; empty for a prefecture
 * @param name of an {@link JobKind#ONBOARD}: how it is called; of a {@link JobKind#RENAME}: how it will be; of a
 *     {@link JobKind#REMOVE}: typed once more to confirm; otherwise empty text
 * @param administrators of an {@link JobKind#ONBOARD}, one for each of {@link Administrator#ROLES}; otherwise empty
 * @param again whether an onboarding repeats one that went before, so that what is there already is no objection
 */
public record Wish(
    JobKind kind, String code, Optional<JurisdictionCode> parent, String name, List<Administrator> administrators, String reason, boolean again) {

  public Wish {
    code = code.strip();
    name = name.strip();
    reason = reason.strip();
    administrators = administrators.stream()
        .map(one -> new Administrator(one.role(), one.name().strip(), one.username().strip())).toList();
  }

  /** Something with a jurisdiction that is there, without further inputs. */
  public static Wish of(JobKind kind, JurisdictionCode code, Optional<JurisdictionCode> parent, String name, String reason) {
    return new Wish(kind, code.value(), parent, name, List.of(), reason, false);
  }

  /** The same once more. */
  public Wish repeated() {
    return new Wish(kind, code, parent, name, administrators, reason, true);
  }

  /** @throws IllegalArgumentException if the code is none */
  public JurisdictionCode jurisdiction() {
    return new JurisdictionCode(code);
  }

  /** What does not stand in columns of its own, as the job keeps it. */
  String input() {
    JsonArrayBuilder people = Json.createArrayBuilder();
    administrators.forEach(one -> people.add(Json.createObjectBuilder()
        .add("role", one.role().name()).add("name", one.name()).add("username", one.username())));
    return Json.createObjectBuilder().add("parent", parent.map(JurisdictionCode::value).orElse("")).add("name", name)
        .add("administrators", people).add("again", again).build().toString();
  }

  /** Reads what {@link #input()} wrote. */
  static Wish read(JobKind kind, String code, String reason, String input) {
    try (JsonReader reader = Json.createReader(new StringReader(input))) {
      JsonObject kept = reader.readObject();
      return new Wish(kind, code, Optional.of(kept.getString("parent")).filter(text -> !text.isEmpty()).map(JurisdictionCode::new),
          kept.getString("name"),
          kept.getJsonArray("administrators").getValuesAs(JsonObject.class).stream()
              .map(one -> new Administrator(Role.valueOf(one.getString("role")), one.getString("name"), one.getString("username"))).toList(),
          reason, kept.getBoolean("again"));
    }
  }
}
