package chat.natter.history.group;

import org.jspecify.annotations.Nullable;

/**
 * What became of a member.
 *
 * @param role owner, admin or member; null if the membership ended
 */
public record MemberChange(String user, long seq, @Nullable String role) {}
