/**
 * Invented places of work, people and forms of Kizilsu, shared by the demonstration and by tests. What is in the tables
 * beside this package is data; the rules everything is computed with are the product's own.
 */
package org.jiheng.infra.demo;
