package chat.natter.contract.frame;

import chat.natter.contract.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a member asks of a group. */
public sealed interface GroupAction {
    <R> R accept(Handler<R> handler);

    /** One method per kind. */
    interface Handler<R> {
        R create(Create create);

        R add(Add add);

        R remove(Remove remove);

        R leave(Leave leave);

        R profile(Profile profile);

        R role(Role role);

        R settings(Settings settings);

        R handOver(HandOver handOver);

        R invite(Invite invite);

        R revoke(Revoke revoke);

        R join(Join join);

        R decline(Decline decline);
    }

    /**
     * The sender becomes the owner.
     *
     * @param topic whether it is to be a topic, of which the members are those who publish there
     */
    record Create(Profile profile, List<UserId> members, Settings settings, boolean topic) implements GroupAction {
        public Create {
            members = List.copyOf(members);
        }

        /** A group. */
        public Create(Profile profile, List<UserId> members, Settings settings) {
            this(profile, members, settings, false);
        }

        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.create(this);
        }
    }

    /** Adds members, or lets in who has asked. */
    record Add(List<UserId> members) implements GroupAction {
        public Add {
            members = List.copyOf(members);
        }

        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.add(this);
        }
    }

    record Remove(List<UserId> members) implements GroupAction {
        public Remove {
            members = List.copyOf(members);
        }

        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.remove(this);
        }
    }

    record Leave() implements GroupAction {
        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.leave(this);
        }
    }

    /** Changes what is not null. An empty text takes it away. */
    record Profile(
            @Nullable String title,
            @Nullable String description,
            @Nullable String avatar) implements GroupAction {
        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.profile(this);
        }

        @Override
        public String toString() {
            return "Profile[…]";
        }
    }

    /** Promotes to admin, or demotes to member. */
    record Role(List<UserId> members, boolean admin) implements GroupAction {
        public Role {
            members = List.copyOf(members);
        }

        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.role(this);
        }
    }

    /** Who may do something. */
    enum Who {
        EVERYBODY,
        ADMINS
    }

    /**
     * Changes what is not null.
     *
     * @param openHistory whether a new member may read what was before
     * @param approval whether an admin has to let in who comes by the invite link
     * @param expireAfter seconds after which messages vanish unless they say otherwise; 0 for never
     * @param isPublic of a topic: whether everybody may read it; otherwise only who has come by its link
     */
    record Settings(
            @Nullable Who send,
            @Nullable Who add,
            @Nullable Who edit,
            @Nullable Boolean openHistory,
            @Nullable Boolean approval,
            @Nullable Integer expireAfter,
            @Nullable Boolean isPublic)
            implements GroupAction {
        /** Changes nothing. */
        public static final Settings NONE = new Settings(null, null, null, null, null, null);

        /** Seconds after which messages vanish, 0 for never: what two people can set, too. */
        public static Settings timer(int expireAfter) {
            return new Settings(null, null, null, null, null, expireAfter);
        }

        /** Whether it sets that and nothing else. */
        boolean isTimer() {
            return expireAfter != null && equals(timer(expireAfter));
        }

        /** Those of a group. */
        public Settings(
                @Nullable Who send,
                @Nullable Who add,
                @Nullable Who edit,
                @Nullable Boolean openHistory,
                @Nullable Boolean approval,
                @Nullable Integer expireAfter) {
            this(send, add, edit, openHistory, approval, expireAfter, null);
        }

        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.settings(this);
        }
    }

    record HandOver(UserId to) implements GroupAction {
        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.handOver(this);
        }
    }

    /**
     * Makes the invite link; it replaces an earlier one.
     *
     * @param code a secret that the client made; the server keeps only its hash
     * @param expiresIn seconds; null for until it is revoked
     */
    record Invite(String code, @Nullable Integer expiresIn) implements GroupAction {
        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.invite(this);
        }

        @Override
        public String toString() {
            return "Invite[…]";
        }
    }

    record Revoke() implements GroupAction {
        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.revoke(this);
        }
    }

    /** Comes in by the link, or asks to where an admin has to approve. */
    record Join(String code) implements GroupAction {
        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.join(this);
        }

        @Override
        public String toString() {
            return "Join[…]";
        }
    }

    /** Does not let in who has asked. */
    record Decline(List<UserId> members) implements GroupAction {
        public Decline {
            members = List.copyOf(members);
        }

        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.decline(this);
        }
    }
}
