package org.jiheng.app.transfer;

import java.util.List;
import org.jiheng.app.review.Refusal;

/**
 * All a move asks about before it is walked.
 *
 * @param received whether it came from above through the exchange
 * @param exempt whether its goals come after, for an emergency
 * @param exempted whether it was exempted at any time; nobody is exempted twice
 * @param determined whether the exempted projects are determined
 * @param toTakeBack whether it was withdrawn and money that went down by it is still below
 * @param callerDrafts whether the caller writes goals and parts: section or office of finance
 * @param callerDecides whether the caller is a leader of the bureau
 * @param sending what stands in the way of sending it
 */
public record FundStanding(
    FundState state, boolean earmarked, boolean received, boolean exempt, boolean exempted, boolean determined, boolean toTakeBack,
    boolean callerDrafts, boolean callerDecides, List<Refusal> sending) {}
