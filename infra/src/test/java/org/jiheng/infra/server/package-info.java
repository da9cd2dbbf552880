/**
 * The product in its server, on its database: every test here runs inside Payara Micro, in the war as it is delivered, with
 * the tests added to it. What runs beside the server stands in {@code outside}.
 */
package org.jiheng.infra.server;
