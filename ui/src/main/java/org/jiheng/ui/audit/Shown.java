package org.jiheng.ui.audit;

import java.util.Optional;
import org.jiheng.app.project.Classified;
import org.jiheng.tenants.audit.AuditEntry;
import org.jiheng.tenants.audit.AuditTrail;
import org.jiheng.tenants.audit.Outcome;

/**
 * An entry of the trail as it is shown. The trail itself is never changed: of a project that is confidential now the screen and its file
 * say the code, and that something was written, in the place of what was written before it was marked (DOMAIN 12).
 *
 * @param classified code of that project; empty for every other entry
 */
record Shown(AuditTrail.Line line, Optional<String> classified) {

  static Shown of(AuditTrail.Line line, Classified classified) {
    AuditEntry entry = line.entry();
    return new Shown(line, classified.of(entry.title(), entry.note(), entry.subject(), entry.before(), entry.after()));
  }

  AuditEntry entry() {
    return line.entry();
  }

  String object(AuditWords words) {
    return classified.map(words::object).orElseGet(() -> words.object(entry()));
  }

  String before(AuditWords words) {
    return classified.isPresent() ? words.hidden(entry().before()) : words.before(entry());
  }

  String after(AuditWords words) {
    return classified.isPresent() ? words.hidden(entry().after()) : words.after(entry());
  }

  /** Which field was changed, and why something was refused, describe no project. */
  String note(AuditWords words) {
    boolean code = entry().outcome() != Outcome.DONE || AuditWords.FIELDS.contains(entry().note());
    return classified.isPresent() && !code ? words.hidden(entry().note()) : words.note(entry());
  }
}
