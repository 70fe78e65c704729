package chat.natter.message.topology;

/**
 * The names of one stage's sinks. Each stage has its own, since a shared one would tie the stages into one task; a
 * stage that does not write to a topic has no such sink.
 */
record Sinks(String stage) {
    String events() {
        return stage + "-to-events";
    }

    String inbox() {
        return stage + "-to-inbox";
    }

    String commands() {
        return stage + "-to-commands";
    }

    String deliveries() {
        return stage + "-to-deliveries";
    }

    String typing() {
        return stage + "-to-typing";
    }

    String marks() {
        return stage + "-to-marks";
    }

    String notifications() {
        return stage + "-to-notifications";
    }

    String deadLetters() {
        return stage + "-to-dead-letters";
    }
}
