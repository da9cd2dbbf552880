package org.jiheng.ui.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.tenants.audit.Act;
import org.jiheng.tenants.audit.Outcome;
import org.jiheng.tenants.audit.Record;
import org.jiheng.tenants.audit.Trail;

/** Pages for what is not there. What may not be seen looks the same as what does not exist. */
public final class DeniedView {

  private DeniedView() {}

  private abstract static class Missing<E extends Exception> extends Div implements HasErrorParameter<E>, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<E> parameter) {
      addClassName("page");
      add(new H1(getTranslation("error.not-found")), new Paragraph(getTranslation("error.not-found.text")));
      return HttpServletResponse.SC_NOT_FOUND;
    }

    @Override
    public String getPageTitle() {
      return getTranslation("title.page", getTranslation("error.not-found"));
    }
  }

  /** A view the caller's roles do not open; that it was tried is on record. */
  @Dependent
  @ParentLayout(MainLayout.class)
  public static class OfView extends Missing<AccessDeniedException> {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Trail trail;

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
      String path = event.getLocation().getPath();
      trail.addWhateverHappens(Record.of(Act.READ, "VIEW/" + path, "/" + path).not(Outcome.REFUSED, "no-role"));
      return super.setErrorParameter(event, parameter);
    }
  }

  /** An address nothing stands at. */
  @Dependent
  @ParentLayout(MainLayout.class)
  public static class OfAddress extends Missing<NotFoundException> {

    private static final long serialVersionUID = 1L;
  }

  /** A form that is not there for the caller. */
  @Dependent
  @ParentLayout(MainLayout.class)
  public static class OfForm extends Missing<NoSuchFormException> {

    private static final long serialVersionUID = 1L;
  }
}
