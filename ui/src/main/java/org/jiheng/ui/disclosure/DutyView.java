package org.jiheng.ui.disclosure;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jiheng.app.calendar.Calendar;
import org.jiheng.app.disclosure.Duties;
import org.jiheng.app.disclosure.Duties.Shown;
import org.jiheng.app.disclosure.DutyAct;
import org.jiheng.app.disclosure.Secrecy;
import org.jiheng.app.review.RefusedException;
import org.jiheng.ui.frame.Address;
import org.jiheng.ui.frame.DayField;
import org.jiheng.ui.frame.Failures;
import org.jiheng.ui.frame.FreshLoginDialog;
import org.jiheng.ui.frame.ReasonDialog;
import org.jiheng.ui.selfevaluation.SelfEvaluationView;
import org.jiheng.ui.shell.MainLayout;
import org.jiheng.ui.shell.Screens;
import org.jiheng.ui.shell.Year;
import org.jiheng.ui.text.Written;

/** One duty to publish: how far it has come, and what the person may do about it. */
@Dependent
@Route(value = "disclosure", layout = MainLayout.class)
@PermitAll
class DutyView extends Div implements HasUrlParameter<String>, HasDynamicTitle, Year.Own {

  private static final long serialVersionUID = 1L;

  /** In the address: the act that waits for a fresh login. */
  private static final String WAITING = "act";
  private static final String ON = "published-on";
  private static final String PLACE = "place";
  private static final String WEB = "web";

  @Inject
  private transient Duties duties;

  @Inject
  private transient Calendar calendar;

  private transient Shown duty;
  private transient Address address;

  @Override
  public void setParameter(BeforeEvent event, String id) {
    address = Address.of(event.getLocation());
    show(SelfEvaluationView.identifier(id));
    // comes back from the login: the dialog stands as it was left, and what it asks for is done by the person, not by the address
    address.get(WAITING, DutyAct.class).filter(act -> act == DutyAct.PUBLISH)
        .filter(act -> duty.offers().stream().anyMatch(offer -> offer.act() == act && offer.allowed())).ifPresent(this::chosen);
  }

  private void show(UUID id) {
    duty = duties.open(id);
    removeAll();
    addClassNames("page", "duty");
    Span state = new Span(getTranslation("duty-state." + duty.state().name()));
    state.addClassName("status");
    Div head = new Div(new H1(duty.title()), state);
    head.addClassName("form-head");
    Div bar = new Div();
    bar.addClassName("form-bar");
    duty.offers().forEach(offer -> bar.add(button(offer)));
    add(head, bar, facts());
  }

  private Div button(DutyAct.Offer offer) {
    Button button = new Button(getTranslation("duty-act." + offer.act().name()), _ -> chosen(offer.act()));
    button.setId("act-" + offer.act().name());
    button.setEnabled(offer.allowed());
    if (offer.act() != DutyAct.REFUSE) {
      button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    }
    Div place = new Div(button);
    place.addClassName("actions");
    if (!offer.allowed()) {
      Span refusal = new Span(offer.refusals().stream().map(Failures::sentence).collect(Collectors.joining(" ")));
      refusal.addClassName("refusal");
      place.add(refusal);
    }
    return place;
  }

  private DescriptionList facts() {
    DescriptionList facts = new DescriptionList();
    fact(facts, "disclosure.what", new Anchor(Screens.addressOf(duty.formType(), duty.form(), duty.fiscalYear()), getTranslation("duty-kind." + duty.kind().name())));
    fact(facts, "column.unit", new Span(duty.unitName()));
    fact(facts, "disclosure.arose", new Span(Written.day(duty.aroseOn())));
    fact(facts, "column.due", new Span(Written.day(duty.due())));
    fact(facts, "disclosure.secrecy", new Span(duty.secrecy().map(level -> getTranslation("secrecy." + level.name())).orElse(Written.NONE)
        + (duty.secrecyWhy().isEmpty() ? "" : " · " + duty.secrecyWhy())));
    fact(facts, "disclosure.proposer", new Span(orNone(duty.proposer())));
    fact(facts, "disclosure.reviewer", new Span(orNone(duty.reviewer())));
    fact(facts, "disclosure.published", new Span(duty.publishedOn().map(Written::day).orElse(Written.NONE)));
    fact(facts, "column.place", new Span(orNone(duty.place())));
    if (!duty.address().isEmpty()) {
      Anchor web = new Anchor(duty.address(), duty.address());
      web.setTarget("_blank");
      fact(facts, "disclosure.address", web);
    }
    return facts;
  }

  private static String orNone(String text) {
    return text.isEmpty() ? Written.NONE : text;
  }

  private void fact(DescriptionList facts, String name, Component value) {
    facts.add(new DescriptionList.Term(getTranslation(name)), new DescriptionList.Description(value));
  }

  private void chosen(DutyAct act) {
    switch (act) {
      case PROPOSE -> propose();
      case AGREE -> FreshLoginDialog.unlessFresh(address.with(WAITING, act.name()), () -> change(() -> duties.agree(duty.id())));
      case REFUSE -> ReasonDialog.inWords(getTranslation("duty-act.REFUSE"), getTranslation("disclosure.refuse.text"),
          why -> change(() -> duties.refuse(duty.id(), why))).open();
      case PUBLISH -> publish();
    }
  }

  private void change(Runnable act) {
    try {
      act.run();
    } catch (RefusedException refused) {
      Failures.refused(refused);
    }
    show(duty.id());
  }

  private void propose() {
    Select<Secrecy> level = new Select<>();
    level.setId("secrecy");
    level.setLabel(getTranslation("disclosure.secrecy"));
    level.setItems(Secrecy.values());
    level.setItemLabelGenerator(one -> getTranslation("secrecy." + one.name()));
    TextArea why = new TextArea(getTranslation("disclosure.why"));
    why.setId("why");
    why.setMaxLength(1000);
    why.setWidthFull();
    Dialog dialog = dialog("duty-act.PROPOSE", () -> change(() -> duties.propose(duty.id(), level.getValue(), why.getValue())),
        () -> level.getValue() != null);
    dialog.add(new Paragraph(getTranslation("disclosure.propose.text")), level, why);
    dialog.open();
  }

  private void publish() {
    DayField on = new DayField(ON, getTranslation("disclosure.published"), DayField.day(address, ON).orElse(calendar.today()));
    TextField place = new TextField(getTranslation("column.place"));
    place.setId("place");
    place.setWidthFull();
    place.setValue(address.get(PLACE).orElse(""));
    TextField web = new TextField(getTranslation("disclosure.address"));
    web.setId("address");
    web.setWidthFull();
    web.setValue(address.get(WEB).orElse(""));
    Dialog dialog = dialog("duty-act.PUBLISH", () -> FreshLoginDialog.unlessFresh(
        address.with(WAITING, DutyAct.PUBLISH.name()).with(ON, on.getValue().toString()).with(PLACE, place.getValue()).with(WEB, web.getValue()),
        () -> change(() -> duties.published(duty.id(), on.getValue(), place.getValue(), web.getValue()))), () -> on.getValue() != null);
    dialog.add(on, place, web);
    dialog.open();
  }

  private Dialog dialog(String title, Runnable act, BooleanSupplier complete) {
    Dialog dialog = new Dialog();
    dialog.setHeaderTitle(getTranslation(title));
    dialog.addClassName("duty-dialog");
    Button give = new Button(getTranslation(title), _ -> {
      if (complete.getAsBoolean()) {
        dialog.close();
        act.run();
      }
    });
    give.setId("give");
    give.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    dialog.getFooter().add(new Button(getTranslation("cancel"), _ -> dialog.close()), give);
    return dialog;
  }

  @Override
  public int fiscalYear() {
    return duty.fiscalYear();
  }

  @Override
  public String getPageTitle() {
    return getTranslation("title.page", getTranslation("nav.disclosure"));
  }
}
