package org.jiheng.ui.shell;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Inline;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.shared.ui.Transport;
import com.vaadin.flow.theme.lumo.Lumo;

/** The page all screens live in. Clicks go by ordinary requests, so that each one passes the scope filter. */
@Push(transport = Transport.WEBSOCKET_XHR)
@Viewport("width=device-width, initial-scale=1")
@StyleSheet(Lumo.STYLESHEET)
@StyleSheet("context://static/jiheng.css")
public class JihengShell implements AppShellConfigurator {

  private static final long serialVersionUID = 1L;

  @Override
  public void configurePage(AppShellSettings settings) {
    settings.setPageTitle("绩衡");
    settings.addLink("icon", "static/icon.svg");
    // until the screen itself says its language; it also makes a browser choose the simplified glyphs
    settings.addInlineWithContents("document.documentElement.lang='zh-CN'", Inline.Wrapping.JAVASCRIPT);
  }
}
