package org.jiheng.ui.exante;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jiheng.app.common.Grade;
import org.jiheng.app.common.Words;
import org.jiheng.app.exante.ExAnteForm;
import org.jiheng.app.exante.ExAnteOutsiders;
import org.jiheng.app.exante.ExAnteResult;
import org.jiheng.app.exante.ExAnteScoring;
import org.jiheng.app.exante.ExAnteTemplate;
import org.jiheng.ui.frame.Asking;
import org.jiheng.ui.frame.Choices;

/** The third party's own sheet: every item ticked, the vetoes that hold, an opinion. Begins with what it handed in last. */
final class HandInDialog {

  private static final int LONGEST = 4000;

  private HandInDialog() {}

  static Asking of(ExAnteForm form, ExAnteOutsiders outsiders, Runnable done) {
    UI ui = UI.getCurrent();
    Optional<ExAnteResult> before = form.thirdParty().flatMap(ExAnteForm.Outside::result);
    Map<String, Select<Grade>> ticks = new LinkedHashMap<>();
    form.template().items().forEach(item -> ticks.put(item.key(), tick(item, before)));
    CheckboxGroup<ExAnteTemplate.Veto> vetoes = vetoes(form.template());
    before.ifPresent(sheet -> vetoes.setValue(form.template().vetoes().stream().filter(one -> sheet.ticked().vetoes().contains(one.key()))
        .collect(Collectors.toSet())));
    TextArea opinion = Choices.longText("opinion", "exante.opinion", LONGEST, before.map(ExAnteResult::opinion).orElse(""));
    Asking asking = new Asking(ui.getTranslation("exante.hand-in"), () -> {
      Map<String, Grade> chosen = new HashMap<>();
      ticks.forEach((key, choice) -> choice.getOptionalValue().ifPresent(tick -> chosen.put(key, tick)));
      outsiders.handIn(form.desk().id(), new ExAnteScoring.Ticked(chosen,
          vetoes.getValue().stream().map(ExAnteTemplate.Veto::key).collect(Collectors.toSet())), opinion.getValue());
      return true;
    }, done);
    ticks.values().forEach(asking::with);
    return asking.wide(vetoes).wide(opinion);
  }

  private static Select<Grade> tick(ExAnteTemplate.Item item, Optional<ExAnteResult> before) {
    Words words = Words.in(UI.getCurrent().getLocale());
    Select<Grade> tick = new Select<>();
    tick.setId("tick-" + item.key());
    tick.setLabel(item.text() + " (" + item.points() + ")");
    tick.setItems(Grade.values());
    tick.setItemLabelGenerator(grade -> words.say("grade." + grade));
    before.ifPresent(sheet -> tick.setValue(sheet.ticked().ticks().get(item.key())));
    return tick;
  }

  static CheckboxGroup<ExAnteTemplate.Veto> vetoes(ExAnteTemplate template) {
    CheckboxGroup<ExAnteTemplate.Veto> vetoes = new CheckboxGroup<>(UI.getCurrent().getTranslation("exante.vetoes-that-hold"));
    vetoes.setId("vetoes");
    vetoes.setItems(template.vetoes());
    vetoes.setItemLabelGenerator(ExAnteTemplate.Veto::text);
    return vetoes;
  }
}
