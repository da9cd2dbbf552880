package org.jiheng.ui.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedHttpSession;
import java.util.List;
import org.jiheng.tenants.identity.Registry;
import org.jiheng.tenants.identity.SwitchServlet;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.Scope;

/**
 * Where one is, in the header; for whoever holds posts in several jurisdictions also the way to another. It ends the session: a
 * window that was left open in the old one says so when it comes back.
 */
final class Places extends Composite<Div> {

  private static final long serialVersionUID = 1L;

  private final transient Jurisdiction here;

  Places(Scope scope, Registry registry) {
    here = scope.jurisdiction();
    List<Jurisdiction> places = registry.scopesOf(scope.caller().id()).stream().map(Scope::jurisdiction).toList();
    getContent().addClassName("jurisdiction");
    getContent().add(places.size() > 1 ? choice(places) : new Span(here.name()));
  }

  private Component choice(List<Jurisdiction> places) {
    Select<Jurisdiction> choice = new Select<>();
    choice.setId("jurisdiction");
    choice.setAriaLabel(getTranslation("shell.jurisdiction-choice"));
    choice.setItems(places);
    choice.setItemLabelGenerator(Jurisdiction::name);
    choice.setValue(here);
    choice.addValueChangeListener(change -> {
      if (change.isFromClient() && change.getValue() != null) {
        String word = SwitchServlet.wordOf(((WrappedHttpSession) VaadinSession.getCurrent().getSession()).getHttpSession());
        getElement().executeJs("window.jihengPlaces.goTo($0, $1, $2, $3)", SwitchServlet.JURISDICTION, change.getValue().code().value(), SwitchServlet.WORD, word);
      }
    });
    return choice;
  }

  @Override
  protected void onAttach(AttachEvent attached) {
    getElement().executeJs("return window.jihengPlaces.isElsewhere($0)", here.code().value()).then(Boolean.class, elsewhere -> {
      if (elsewhere) {
        moved();
      }
    });
  }

  private void moved() {
    Dialog moved = new Dialog();
    moved.addClassName("moved");
    moved.setHeaderTitle(getTranslation("shell.moved", here.name()));
    moved.add(new Paragraph(getTranslation("shell.moved.text", here.name())));
    Button home = new Button(getTranslation("shell.moved.home"), _ -> {
      moved.close();
      getUI().ifPresent(ui -> ui.navigate(""));
    });
    home.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    moved.getFooter().add(home);
    moved.open();
  }
}
