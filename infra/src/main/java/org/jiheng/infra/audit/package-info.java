/** Commands for whoever audits: a trail exported past the screens, and an exported trail verified without any database. */
package org.jiheng.infra.audit;
