package chat.natter.contract.frame;

import chat.natter.contract.ConversationId;
import chat.natter.contract.MediaId;
import chat.natter.contract.MessageId;
import chat.natter.contract.UserId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads {@code group} frames; {@code action} says what else is in them. */
final class ReadGroupFrame {
    static final int MAX_MEMBERS = 1_024;
    private static final int MAX_TITLE = 100;
    private static final int MAX_DESCRIPTION = 2_048;
    private static final int MIN_CODE = 22;
    private static final int MAX_CODE = 64;

    private ReadGroupFrame() {}

    static ClientFrame read(Fields fields) {
        MessageId id = fields.require("id", MessageId::parse);
        String action = fields.requireText("action");
        if (action.equals("create")) {
            return new ClientFrame.Group(id, null, create(fields));
        }
        ConversationId conversation = fields.require("conversation", ConversationId::new);
        GroupAction asked = action(action, fields);
        if (!conversation.isGroup() && !(asked instanceof GroupAction.Settings settings && settings.isTimer())) {
            throw BadFrame.of("two people can set no more than expireAfter");
        }
        return new ClientFrame.Group(id, conversation, asked);
    }

    private static GroupAction action(String action, Fields fields) {
        return switch (action) {
            case "add" -> new GroupAction.Add(members(fields));
            case "remove" -> new GroupAction.Remove(members(fields));
            case "leave" -> new GroupAction.Leave();
            case "profile" -> profile(fields);
            case "promote" -> new GroupAction.Role(members(fields), true);
            case "demote" -> new GroupAction.Role(members(fields), false);
            case "settings" -> settings(fields.requireObject("settings"));
            case "handover" -> new GroupAction.HandOver(fields.require("to", UserId::new));
            case "invite" -> {
                Long expiresIn = fields.number("expiresIn", 1, ReadClientFrame.MAX_EXPIRY_SECONDS);
                yield new GroupAction.Invite(code(fields), expiresIn == null ? null : expiresIn.intValue());
            }
            case "revoke" -> new GroupAction.Revoke();
            case "join" -> new GroupAction.Join(code(fields));
            case "decline" -> new GroupAction.Decline(members(fields));
            default -> throw BadFrame.of("action is none that this version knows");
        };
    }

    private static GroupAction create(Fields fields) {
        GroupAction.Profile profile = profile(fields);
        String title = profile.title();
        if (title == null || title.isBlank()) {
            throw BadFrame.of("title is missing or blank");
        }
        return new GroupAction.Create(
                profile,
                fields.users("members", MAX_MEMBERS - 1),
                settings(fields.objectOrEmpty("settings")),
                isTopic(fields));
    }

    private static boolean isTopic(Fields fields) {
        String kind = fields.text("kind");
        if (kind != null && !kind.equals("group") && !kind.equals("topic")) {
            throw BadFrame.of("kind is neither group nor topic");
        }
        return "topic".equals(kind);
    }

    private static GroupAction.Profile profile(Fields fields) {
        String title = fields.text("title", MAX_TITLE);
        String avatar = fields.text("avatar");
        if (title != null && title.isBlank()) {
            throw BadFrame.of("title is blank");
        }
        if (avatar != null && !avatar.isEmpty()) {
            fields.require("avatar", MediaId::new);
        }
        return new GroupAction.Profile(title, fields.text("description", MAX_DESCRIPTION), avatar);
    }

    private static GroupAction.Settings settings(Fields fields) {
        Long expireAfter = fields.number("expireAfter", 0, ReadClientFrame.MAX_EXPIRY_SECONDS);
        return new GroupAction.Settings(
                who(fields, "send"),
                who(fields, "add"),
                who(fields, "edit"),
                fields.choice("openHistory"),
                fields.choice("approval"),
                expireAfter == null ? null : expireAfter.intValue(),
                fields.choice("public"));
    }

    private static GroupAction.@Nullable Who who(Fields fields, String name) {
        String word = fields.text(name);
        if (word == null) {
            return null;
        }
        for (GroupAction.Who who : GroupAction.Who.values()) {
            if (who.name().toLowerCase(Locale.ROOT).equals(word)) {
                return who;
            }
        }
        throw BadFrame.of(name + " is neither everybody nor admins");
    }

    private static List<UserId> members(Fields fields) {
        List<UserId> members = fields.users("members", MAX_MEMBERS);
        if (members.isEmpty()) {
            throw BadFrame.of("members is missing or empty");
        }
        return members;
    }

    private static String code(Fields fields) {
        String code = fields.requireText("code");
        if (code.length() < MIN_CODE || code.length() > MAX_CODE) {
            throw BadFrame.of("code has not " + MIN_CODE + " to " + MAX_CODE + " characters");
        }
        return code;
    }
}
