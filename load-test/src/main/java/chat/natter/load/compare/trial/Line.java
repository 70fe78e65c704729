package chat.natter.load.compare.trial;

/** One person's connection. */
public interface Line {
    void say(int toPerson, String body);

    /** To the group that {@link Contender#gather} made. */
    void sayToGroup(String body);

    void leave();
}
