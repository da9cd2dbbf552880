/** Programs: every resource under every foreign key, and tokens that are not for these doors. */
package org.jiheng.infra.isolation.rest;
