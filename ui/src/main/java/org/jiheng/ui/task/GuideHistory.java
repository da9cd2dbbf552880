package org.jiheng.ui.task;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.UUID;
import org.jiheng.app.review.FormGuide;
import org.jiheng.app.task.Guides;
import org.jiheng.ui.frame.GuideBox;

/** Every version of what was said to a task, the latest first. */
final class GuideHistory extends Dialog {

  private static final long serialVersionUID = 1L;

  GuideHistory(Guides guides, UUID task) {
    addClassName("guide-history");
    setHeaderTitle(getTranslation("guide.history"));
    setWidth("720px");
    List<FormGuide> versions = guides.versions(task);
    versions.forEach(guide -> add(guide.says() ? new GuideBox(guide, file -> guides.file(task, file), guide.equals(versions.getFirst()))
        : new Paragraph(getTranslation("guide.taken-back", guide.number(), guide.byName()))));
    getFooter().add(new Button(getTranslation("close"), _ -> close()));
  }
}
