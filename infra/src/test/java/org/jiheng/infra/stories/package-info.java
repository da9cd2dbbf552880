/** Stories: people at real browsers, the whole product behind them. One started product serves all of them. */
package org.jiheng.infra.stories;
