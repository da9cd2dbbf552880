package org.jiheng.ui.disclosure;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
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
import java.util.stream.Collectors;
import org.jiheng.app.calendar.Calendar;
import org.jiheng.app.disclosure.Duties;
import org.jiheng.app.disclosure.Duties.Shown;
import org.jiheng.app.disclosure.DutyAct;
import org.jiheng.app.disclosure.Secrecy;
import org.jiheng.app.review.RefusedException;
import org.jiheng.ui.frame.Address;
import org.jiheng.ui.frame.Asking;
import org.jiheng.ui.frame.Choices;
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
    TextArea why = Choices.longText("why", "disclosure.why", Duties.LONGEST_WHY, "");
    new Asking(getTranslation("duty-act.PROPOSE"), () -> {
      level.setInvalid(level.getValue() == null);
      if (level.isInvalid()) {
        return false;
      }
      duties.propose(duty.id(), level.getValue(), why.getValue());
      return true;
    }, () -> show(duty.id())).wide(new Paragraph(getTranslation("disclosure.propose.text"))).with(level).wide(why).open();
  }

  private void publish() {
    DayField on = new DayField(ON, getTranslation("disclosure.published"), calendar.today());
    TextField place = Choices.line("place", "column.place", Duties.LONGEST_PLACE, "");
    TextField web = Choices.line("address", "disclosure.address", Duties.LONGEST_ADDRESS, "");
    new Asking(getTranslation("duty-act.PUBLISH"), () -> published(on, place, web), () -> show(duty.id())).with(on).wide(place).wide(web).open();
    // filled in when it is open: what was typed before the login is typed work, too
    DayField.day(address, ON).ifPresent(on::setValue);
    address.get(PLACE).ifPresent(place::setValue);
    address.get(WEB).ifPresent(web::setValue);
  }

  /** Whether it is written down; if a fresh login is needed first, it is offered over the dialog, which stays. */
  private boolean published(DayField on, TextField place, TextField web) {
    on.setInvalid(on.getValue() == null);
    if (on.isInvalid()) {
      return false;
    }
    Address waiting = address.with(WAITING, DutyAct.PUBLISH.name()).with(ON, on.getValue().toString()).with(PLACE, place.getValue())
        .with(WEB, web.getValue());
    boolean[] done = {false};
    FreshLoginDialog.unlessFresh(waiting, () -> {
      duties.published(duty.id(), on.getValue(), place.getValue(), web.getValue());
      done[0] = true;
    });
    return done[0];
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
