package org.jiheng.ui.shell;

import com.vaadin.cdi.CdiVaadinServlet;
import com.vaadin.cdi.CdiVaadinServletService;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.server.ServiceException;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.VaadinSession;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebInitParam;
import jakarta.servlet.annotation.WebServlet;

/**
 * The door of all screens. Makes {@link ScopedSession}s, so that work handed to a browser later runs under that browser's
 * own scope. Idle sessions are closed although an open push connection would keep them alive.
 */
@WebServlet(
    urlPatterns = "/*",
    asyncSupported = true,
    initParams = {
      @WebInitParam(name = "closeIdleSessions", value = "true"),
      @WebInitParam(name = "heartbeatInterval", value = "120")
    })
public class JihengServlet extends CdiVaadinServlet {

  private static final long serialVersionUID = 1L;

  @Inject
  private transient BeanManager beans;

  @Override
  protected VaadinServletService createServletService(DeploymentConfiguration configuration) throws ServiceException {
    Service service = new Service(this, configuration, beans);
    service.init();
    return service;
  }

  private static final class Service extends CdiVaadinServletService {

    private static final long serialVersionUID = 1L;

    Service(CdiVaadinServlet servlet, DeploymentConfiguration configuration, BeanManager beans) {
      super(servlet, configuration, beans);
    }

    @Override
    protected VaadinSession createVaadinSession(VaadinRequest request) {
      return new ScopedSession(this);
    }
  }
}
