package chat.natter.load.faults;

/** What brings the troubles of a run. */
public enum Course {
    /** Chance: {@link DrawTroubles}. */
    CHANCE,
    /** An upgrade: {@link RollServices}. */
    UPGRADE,
    /** Machines of Kafka that are lost: {@link LoseBrokers}. */
    LOST_BROKERS
}
