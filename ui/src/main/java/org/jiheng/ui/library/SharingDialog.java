package org.jiheng.ui.library;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jiheng.app.library.LibraryLine;
import org.jiheng.app.library.LibrarySharing;
import org.jiheng.app.review.RefusedException;
import org.jiheng.ui.frame.Failures;
import org.jiheng.ui.text.Written;

/** What the prefecture shows which of its counties: the list, what is added to it and what is taken away. */
final class SharingDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  private final transient LibrarySharing sharing;
  private final transient Map<String, String> counties;
  private final Grid<LibrarySharing.Shown> list = new Grid<>();

  SharingDialog(LibrarySharing sharing, List<String> industries) {
    this.sharing = sharing;
    this.counties = counties(sharing);
    addClassName("sharing");
    setHeaderTitle(getTranslation("library.sharing"));
    columns();
    Select<String> county = county(counties);
    ComboBox<String> industry = new ComboBox<>(getTranslation("column.industry"));
    industry.setId("share-industry");
    industry.setPlaceholder(getTranslation("library.whole"));
    industry.setItems(industries);
    industry.setClearButtonVisible(true);
    Button share = new Button(getTranslation("library.share"), _ -> attempt(() -> sharing.share(
        new LibrarySharing.Wish(Optional.ofNullable(county.getValue()).filter(code -> !code.isEmpty()), Optional.ofNullable(industry.getValue()), Optional.empty()))));
    share.setId("share");
    share.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    Div adding = new Div(county, industry, share);
    adding.addClassName("sharing-add");
    add(new Paragraph(getTranslation("library.sharing-text")), list, adding);
    getFooter().add(new Button(getTranslation("close"), _ -> close()));
    show();
  }

  /** Asks to whom the chosen indicators are to be shown. */
  static Dialog shareChosen(LibrarySharing sharing, Set<LibraryLine> lines) {
    UI ui = UI.getCurrent();
    Dialog dialog = new Dialog();
    dialog.addClassName("sharing");
    dialog.setHeaderTitle(ui.getTranslation("library.share-chosen"));
    Select<String> county = county(counties(sharing));
    Button share = new Button(ui.getTranslation("library.share"), _ -> attempted(() -> {
      int shared = sharing.shareAll(Optional.ofNullable(county.getValue()).filter(code -> !code.isEmpty()), lines.stream().map(LibraryLine::entry).toList());
      dialog.close();
      Failures.say(ui.getTranslation("library.shared", shared, lines.size() - shared));
    }));
    share.setId("share");
    share.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    dialog.add(new Paragraph(ui.getTranslation("list.chosen", lines.size())), county);
    dialog.getFooter().add(new Button(ui.getTranslation("cancel"), _ -> dialog.close()), share);
    return dialog;
  }

  private static Map<String, String> counties(LibrarySharing sharing) {
    Map<String, String> counties = new LinkedHashMap<>();
    counties.put("", UI.getCurrent().getTranslation("library.all-counties"));
    sharing.counties().forEach(one -> counties.put(one.code().value(), one.name()));
    return counties;
  }

  private static Select<String> county(Map<String, String> counties) {
    Select<String> county = new Select<>();
    county.setId("share-county");
    county.setLabel(county.getTranslation("library.county"));
    county.setItems(counties.keySet());
    county.setItemLabelGenerator(counties::get);
    county.setValue("");
    return county;
  }

  private void columns() {
    list.setId("shares");
    list.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_ROW_STRIPES);
    list.setEmptyStateText(getTranslation("library.nothing-shared"));
    list.addColumn(this::what).setHeader(getTranslation("library.shared-what")).setFlexGrow(1).setTooltipGenerator(this::what);
    list.addColumn(this::whom).setHeader(getTranslation("library.county")).setAutoWidth(true).setFlexGrow(0);
    list.addColumn(one -> Written.minute(one.share().sharedAt()) + " " + one.share().sharedBy()).setHeader(getTranslation("library.shared-when"))
        .setAutoWidth(true).setFlexGrow(0);
    list.addComponentColumn(one -> {
      Button withdraw = new Button(getTranslation("library.withdraw"), _ -> attempt(() -> sharing.withdraw(one.share().id())));
      withdraw.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
      withdraw.setAriaLabel(getTranslation("library.withdraw") + " " + what(one) + " " + whom(one));
      return withdraw;
    }).setWidth("110px").setFlexGrow(0);
  }

  private String what(LibrarySharing.Shown one) {
    return one.indicator().or(() -> one.share().industry().map(industry -> getTranslation("library.industry", industry)))
        .orElseGet(() -> getTranslation("library.whole"));
  }

  private String whom(LibrarySharing.Shown one) {
    return counties.getOrDefault(one.share().county().orElse(""), one.share().county().orElse(""));
  }

  private void show() {
    list.setItems(sharing.all());
  }

  private void attempt(Runnable act) {
    attempted(act);
    show();
  }

  private static void attempted(Runnable act) {
    try {
      act.run();
    } catch (RefusedException refused) {
      Failures.refused(refused);
    }
  }
}
