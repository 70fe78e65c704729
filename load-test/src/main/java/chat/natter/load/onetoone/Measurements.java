package chat.natter.load.onetoone;

import chat.natter.load.measure.Latency;

/** What is measured, from the moment at which a message was to be sent. */
final class Measurements {
    final Latency sent = new Latency("sent");
    final Latency delivered = new Latency("delivered");

    void begin() {
        sent.begin();
        delivered.begin();
    }

    void end() {
        sent.end();
        delivered.end();
    }
}
