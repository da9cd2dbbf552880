package org.jiheng.ui.audit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.dom.Element;
import org.jiheng.tenants.audit.AuditEntry;
import org.jiheng.ui.text.Written;

/** One entry whole: who, when, from where, what; before and after side by side. */
final class EntryDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  EntryDialog(Shown shown, AuditWords words, Runnable closed) {
    AuditEntry entry = shown.entry();
    setHeaderTitle(words.act(entry.act()) + " · " + words.outcome(entry.outcome()));
    addClassName("audit-entry");
    DescriptionList facts = new DescriptionList();
    fact(facts, "column.at", Written.second(entry.at()));
    fact(facts, "column.person", entry.personName() + " " + entry.username());
    fact(facts, "column.acting-for", entry.actingFor());
    fact(facts, "column.origin", entry.origin());
    fact(facts, "column.object", shown.object(words));
    fact(facts, "column.subject", entry.subject());
    fact(facts, "column.note", shown.note(words));
    fact(facts, "column.number", words.number(shown.line().number()));
    add(facts);
    if (!entry.before().isEmpty() || !entry.after().isEmpty()) {
      getElement().appendChild(sideBySide(shown.before(words), shown.after(words)));
    }
    Button close = new Button(getTranslation("close"), _ -> close());
    close.setId("close-entry");
    close.setAutofocus(true);
    getFooter().add(close);
    addOpenedChangeListener(change -> {
      if (!change.isOpened()) {
        closed.run();
      }
    });
  }

  private void fact(DescriptionList facts, String key, String text) {
    if (!text.isEmpty()) {
      facts.add(new DescriptionList.Term(getTranslation(key)), new DescriptionList.Description(text));
    }
  }

  private Element sideBySide(String before, String after) {
    Element table = new Element("table");
    table.getClassList().add("changes");
    Element names = new Element("tr");
    names.appendChild(new Element("th").setText(getTranslation("column.before")), new Element("th").setText(getTranslation("column.after")));
    Element texts = new Element("tr");
    texts.appendChild(new Element("td").setText(before), new Element("td").setText(after));
    return table.appendChild(names, texts);
  }
}
