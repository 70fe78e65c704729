package chat.natter.presence.lookup;

import java.util.List;

/** One for each user that was asked for. */
public record PresenceAnswers(List<PresenceAnswer> presences) {}
