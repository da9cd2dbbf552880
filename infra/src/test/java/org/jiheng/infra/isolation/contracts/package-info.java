/** People from outside: before, in and after the days of their contract. */
package org.jiheng.infra.isolation.contracts;
