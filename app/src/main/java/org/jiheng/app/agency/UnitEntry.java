package org.jiheng.app.agency;

import java.time.LocalDate;
import java.util.Optional;
import org.jiheng.app.common.CreditCode;

/**
 * What is entered about a unit.
 *
 * @param code three digits for each level
 * @param responsible the person accountable (责任人), by name: never blank (S60)
 * @param validFrom its first day; empty for a unit from before the records
 */
public record UnitEntry(
    String code, String name, UnitKind kind, Optional<CreditCode> creditCode, String responsible, Optional<LocalDate> validFrom) {}
