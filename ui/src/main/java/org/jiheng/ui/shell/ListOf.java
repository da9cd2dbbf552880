package org.jiheng.ui.shell;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says of a view with a route of which kind of things it is the list. So {@link Screens} knows where each is opened: one step below. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ListOf {

  /** The kind, as the work list, the search and the trail name it: a form's type, or another thing's. */
  String value();

  /** Whether it is a type of form that units fill in: its list is where new ones are begun. */
  boolean forms() default false;

  /** Whether each thing has a page of its own; otherwise it is opened in the list. */
  boolean pages() default true;
}
