package org.jiheng.ui.platform;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.shared.HasValidationProperties;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jiheng.tenants.desk.Objection;
import org.jiheng.tenants.desk.WishRefusedException;
import org.jiheng.tenants.identity.FreshLoginNeededException;
import org.jiheng.tenants.scope.Role;
import org.jiheng.ui.frame.Address;
import org.jiheng.ui.frame.FreshLoginDialog;

/**
 * The fields of a dialog, each with what speaks against its input; what is about none of them stands below. What was typed survives a
 * fresh login.
 */
final class ObjectedFields extends Div {

  private static final long serialVersionUID = 1L;

  private record Input(Objection.Field field, Optional<Role> role) {}

  private final transient Map<Input, HasValidationProperties> fields = new LinkedHashMap<>();
  private final transient Map<String, HasValue<?, String>> texts = new LinkedHashMap<>();
  private final transient Set<Input> touched = new HashSet<>();
  private final transient Supplier<List<Objection>> objections;
  private final transient KeptTyping kept;
  private final Div others = new Div();

  /**
   * @param dialog whose fields these are: when it is closed, what was typed is kept no more
   * @param named the act and the county it is about
   * @param objections what speaks against the inputs as they are now
   */
  ObjectedFields(Dialog dialog, String named, Supplier<List<Objection>> objections) {
    this.objections = objections;
    kept = new KeptTyping(named);
    dialog.addOpenedChangeListener(changed -> {
      if (!changed.isOpened()) {
        kept.forget();
      }
    });
    addClassName("objected-fields");
    others.getElement().setAttribute("role", "alert");
    others.addClassName("problem");
    add(others);
  }

  <F extends Component & HasValue<?, String> & HasValidationProperties> void field(F field, Objection.Field about) {
    field(field, about, Optional.empty());
  }

  /** Adds a field, which is looked at as soon as somebody has left it. */
  <F extends Component & HasValue<?, String> & HasValidationProperties> void field(F field, Objection.Field about, Optional<Role> role) {
    Input input = new Input(about, role);
    fields.put(input, field);
    texts.put(field.getId().orElseThrow(), field);
    field.addValueChangeListener(change -> {
      if (change.isFromClient()) {
        touched.add(input);
        show(objections.get(), touched);
      }
    });
    addComponentAtIndex(getComponentCount() - 1, field);
  }

  /**
   * Wants what was typed: asks for a fresh login where there is none, and shows what speaks against it.
   *
   * @param waiting where the dialog is opened again after a fresh login
   * @param wanting hands the wish in
   */
  void want(Address waiting, Runnable wanting) {
    try {
      FreshLoginDialog.unlessFresh(waiting, () -> {
        try {
          wanting.run();
        } catch (FreshLoginNeededException first) {
          Map<String, String> typed = new LinkedHashMap<>();
          texts.forEach((id, field) -> typed.put(id, field.getValue()));
          kept.keep(typed);
          throw first;
        }
      });
    } catch (WishRefusedException refused) {
      show(refused.objections());
    }
  }

  /** Fills in what was typed before a fresh login. */
  void takeBack() {
    kept.takeBack(typed -> texts.forEach((id, field) -> Optional.ofNullable(typed.get(id)).ifPresent(field::setValue)));
  }

  void show(List<Objection> found) {
    show(found, fields.keySet());
    others.removeAll();
    found.stream().filter(one -> !fields.containsKey(input(one))).map(one -> new Paragraph(sentence(one))).forEach(others::add);
  }

  private void show(List<Objection> found, Set<Input> about) {
    for (Input input : about) {
      List<String> sentences = new ArrayList<>();
      found.stream().filter(one -> input(one).equals(input)).map(this::sentence).distinct().forEach(sentences::add);
      fields.get(input).setErrorMessage(String.join(" ", sentences));
      fields.get(input).setInvalid(!sentences.isEmpty());
    }
  }

  private static Input input(Objection objection) {
    return new Input(objection.field(), objection.role());
  }

  private String sentence(Objection objection) {
    return objection.why().sentence(getLocale());
  }
}
