package org.jiheng.app.review;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jiheng.tenants.audit.Act;

/**
 * What these use cases refuse, and what they fail at, is put on record. The first identifier among the arguments of a use case is
 * taken for the thing it is about.
 */
@Inherited
@InterceptorBinding
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface RefusalsRecorded {

  /** What the use case would have done. */
  @Nonbinding
  Act value() default Act.READ;

  /** What kind of thing it is about, as the first part of a subject of the trail names it. What a form is, is looked up. */
  @Nonbinding
  String about() default FormTrail.FORM;
}
