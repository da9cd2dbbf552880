/** Screens of administrators: of people, and of counties. */
package org.jiheng.infra.isolation.administration;
