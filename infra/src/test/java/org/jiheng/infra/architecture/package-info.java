/**
 * The rules of the house that no compiler holds: which room may use which, who may name a schema, what the deliverable
 * carries and under which licences. Every rule is shown an offender made up for it, so that it is known to catch one.
 */
package org.jiheng.infra.architecture;
