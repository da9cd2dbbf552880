package org.jiheng.app.library;

import java.util.List;
import java.util.UUID;
import org.jiheng.app.common.Reason;

/**
 * An indicator that may be what is being written.
 *
 * @param version what a goal would keep
 * @param points 0 to 100, the more the better it fits
 * @param reasons why, the weightiest first; never empty
 */
public record Suggestion(UUID version, String code, LibraryLevel level, Indicator.Names names, String unit, int points, List<Reason> reasons) {}
