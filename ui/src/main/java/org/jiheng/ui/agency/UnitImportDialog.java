package org.jiheng.ui.agency;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Optional;
import org.jiheng.app.agency.UnitEntry;
import org.jiheng.app.agency.UnitRegister;
import org.jiheng.app.agency.UnitSheet;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.Words;
import org.jiheng.ui.frame.TakingDialog;

/** Takes units from a file: first shows what would change and, at each cell, what cannot be taken; then takes all of it or nothing. */
final class UnitImportDialog extends TakingDialog<UnitSheet.Preview> {

  private static final long serialVersionUID = 1L;
  private static final int MOST_SHOWN = 200;

  private final transient UnitRegister register;

  UnitImportDialog(UnitRegister register, Runnable done) {
    super(UI.getCurrent().getTranslation("unit.import"), UI.getCurrent().getTranslation("unit.import-text"),
        UI.getCurrent().getTranslation("unit.wrong-type"), List.of(".xlsx", ".xls"), done);
    this.register = register;
  }

  @Override
  protected UnitSheet.Preview read(String fileName, byte[] content) {
    return register.preview(fileName, content);
  }

  @Override
  protected Optional<Problem> refused(UnitSheet.Preview what) {
    return what.refused();
  }

  @Override
  protected List<Component> shown(UnitSheet.Preview what) {
    Words words = Words.in(getLocale());
    UnorderedList findings = new UnorderedList();
    findings.addClassName("findings");
    what.findings().stream().limit(MOST_SHOWN).forEach(one -> findings.add(new ListItem(one.place() + " " + one.in(words))));
    UnorderedList changes = new UnorderedList();
    what.added().stream().limit(MOST_SHOWN).forEach(one -> changes.add(line("+", one)));
    what.changed().stream().limit(MOST_SHOWN).forEach(one -> changes.add(line("~", one)));
    return List.of(new Paragraph(getTranslation("unit.import-preview", what.added().size(), what.changed().size(), what.unchanged(), what.findings().size())),
        findings, changes);
  }

  private static ListItem line(String sign, UnitEntry unit) {
    return new ListItem(sign + " " + unit.code() + " " + unit.name() + " · " + unit.responsible());
  }

  @Override
  protected boolean applicable(UnitSheet.Preview what) {
    return what.applicable();
  }

  @Override
  protected void take(UnitSheet.Preview what) {
    register.take(what);
  }
}
