package org.jiheng.app.transfer;

import java.time.LocalDate;
import java.util.UUID;
import org.jiheng.app.common.Money;

/**
 * Money of a transfer has gone down to a project of the library, or was taken back from it, in the transaction in which it did.
 *
 * @param command stands for this movement alone: told twice, it is booked once
 * @param change yuan; what was sent before is not in it; below zero where less went down than before
 * @param document 资金文号
 */
public record FundsReachedProject(UUID command, UUID project, int fiscalYear, Money change, String document, String transfer, LocalDate day) {}
