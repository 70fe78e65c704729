package chat.natter.message.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.record.Action;
import chat.natter.contract.record.Event;
import chat.natter.contract.record.GroupChange;
import chat.natter.contract.record.GroupMember;
import chat.natter.contract.record.GroupRole;
import chat.natter.contract.record.GroupSettings;
import chat.natter.contract.record.GroupSettings.Who;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a group is, told in the simplest way: walks once through the log and says of each event whether it was permitted
 * then, and who sees it.
 */
final class GroupModel {
    private static final long EDIT_MILLIS = 15 * 60 * 1_000L;
    private static final long RETRACT_MILLIS = 48 * 3_600 * 1_000L;

    private final Map<String, GroupRole> roles = new HashMap<>();
    private final TreeMap<Long, Event> messages = new TreeMap<>();
    private GroupSettings settings = GroupSettings.getDefaultInstance();

    /** Takes the next event; returns who sees it. */
    Set<String> next(Event event) {
        Set<String> sees = new HashSet<>(roles.keySet());
        switch (event.getBodyCase()) {
            case MESSAGE -> {
                assertThat(may(event.getFrom(), settings.getSend())).isTrue();
                messages.put(event.getSeq(), event);
            }
            case CHANGED -> changed(event);
            case GROUP -> group(event, event.getGroup().getChange());
            case BODY_NOT_SET -> throw new AssertionError("an event without a body");
        }
        sees.addAll(roles.keySet());
        return sees;
    }

    Set<String> members() {
        return roles.keySet();
    }

    private void changed(Event event) {
        assertThat(roles).as("only members act").containsKey(event.getFrom());
        long target = event.getChanged().getTarget();
        assertThat(target).isBetween(1L, event.getSeq() - 1);
        Event message = messages.getOrDefault(target, Event.getDefaultInstance());
        boolean own = message.getFrom().equals(event.getFrom());
        if (event.getChanged().getAction() == Action.EDIT) {
            assertThat(own).as("edits one's own").isTrue();
            assertThat(event.getAt() - message.getAt()).isLessThanOrEqualTo(EDIT_MILLIS);
        } else if (event.getChanged().getAction() == Action.RETRACT) {
            boolean inTime = own && event.getAt() - message.getAt() <= RETRACT_MILLIS;
            assertThat(inTime || isAdmin(event.getFrom())).as("may retract").isTrue();
        }
    }

    private void group(Event event, GroupChange change) {
        String from = event.getFrom();
        switch (change.getChangeCase()) {
            case CREATED -> {
                assertThat(roles).as("created once").isEmpty();
                for (GroupMember member : change.getCreated().getMembersList()) {
                    roles.put(member.getUser(), member.getRole());
                }
                settings = change.getCreated().getSettings();
            }
            case ADDED -> {
                assertThat(may(from, settings.getAdd())).isTrue();
                for (String user : change.getAdded().getMembersList()) {
                    assertThat(roles.put(user, GroupRole.MEMBER))
                            .as("was no member")
                            .isNull();
                }
            }
            case REMOVED -> {
                boolean byService = !change.getRemoved().getReason().isEmpty();
                assertThat(byService || isAdmin(from)).isTrue();
                for (String user : change.getRemoved().getMembersList()) {
                    assertThat(roles.remove(user)).as("was a member").isIn(GroupRole.MEMBER, GroupRole.ADMIN);
                }
            }
            case LEFT -> {
                GroupRole role = roles.remove(from);
                assertThat(role).as("was a member").isNotNull();
                if (role == GroupRole.OWNER && !roles.isEmpty()) {
                    assertThat(roles).containsKey(change.getLeft().getOwner());
                    roles.put(change.getLeft().getOwner(), GroupRole.OWNER);
                }
            }
            case ROLE -> {
                assertThat(isAdmin(from)).isTrue();
                for (String user : change.getRole().getMembersList()) {
                    assertThat(roles.put(user, change.getRole().getRole())).isIn(GroupRole.MEMBER, GroupRole.ADMIN);
                }
            }
            case OWNER -> {
                assertThat(roles.put(from, GroupRole.ADMIN)).isEqualTo(GroupRole.OWNER);
                roles.put(change.getOwner().getOwner(), GroupRole.OWNER);
            }
            case SETTINGS -> {
                assertThat(isAdmin(from)).isTrue();
                settings = settings.toBuilder().mergeFrom(change.getSettings()).build();
            }
            case PROFILE -> assertThat(may(from, settings.getEdit())).isTrue();
            case INVITE, REVOKED, ASKED, DECLINED, CHANGE_NOT_SET ->
                throw new AssertionError("nobody asks for that here");
        }
        if (!roles.isEmpty()) {
            assertThat(roles.values()).as("one owner").containsOnlyOnce(GroupRole.OWNER);
        }
    }

    private boolean may(String user, Who who) {
        return who == Who.EVERYBODY ? roles.containsKey(user) : isAdmin(user);
    }

    private boolean isAdmin(String user) {
        GroupRole role = roles.get(user);
        return role == GroupRole.ADMIN || role == GroupRole.OWNER;
    }
}
