package chat.natter.message.group;

import chat.natter.message.group.state.Group;
import chat.natter.message.group.state.Growth;
import java.util.List;

/**
 * In which part of a fan-out a member gets the copy. Part n goes out n records later in the log, so that the others of
 * the partition come in between.
 *
 * <p>The copies of two messages must not overtake each other on the way to one member. They cannot: the number of parts
 * is a power of two that only grows, so a member's part only grows, each step is a log that keeps its order, and a
 * replay makes the parts that were made before.
 */
public final class Parts {
    private Parts() {}

    static int forMembers(int members, int partSize, int before) {
        int parts = before;
        while (parts * partSize < members) {
            parts *= 2;
        }
        return parts;
    }

    /** In how many parts the entry with that seq is copied. */
    public static int at(Group group, long seq) {
        int parts = 1;
        for (Growth growth : group.getGrowthsList()) {
            parts = growth.getSeq() <= seq ? growth.getParts() : parts;
        }
        return parts;
    }

    /** Those of the members whose copies belong to that part. */
    public static List<String> part(List<String> members, int part, int parts) {
        return parts <= 1
                ? members
                : members.stream().filter(user -> of(user, parts) == part).toList();
    }

    private static int of(String user, int parts) {
        int hash = user.hashCode();
        return (hash ^ (hash >>> 16)) & (parts - 1);
    }
}
