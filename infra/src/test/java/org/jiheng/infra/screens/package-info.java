/** What screens do besides what is seen of them. */
package org.jiheng.infra.screens;
