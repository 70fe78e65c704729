package chat.natter.stack.plan;

import java.util.List;

/** The nodes of Kafka, each of them broker and controller, in the order in which a stack gets them. */
public enum Broker {
    FIRST(1, "kafka", PortName.KAFKA, PortName.KAFKA_CONTROLLER),
    SECOND(2, "kafka-2", PortName.KAFKA_2, PortName.KAFKA_2_CONTROLLER),
    THIRD(3, "kafka-3", PortName.KAFKA_3, PortName.KAFKA_3_CONTROLLER);

    private final int id;
    private final String part;
    private final PortName clients;
    private final PortName controller;

    Broker(int id, String part, PortName clients, PortName controller) {
        this.id = id;
        this.part = part;
        this.clients = clients;
        this.controller = controller;
    }

    public static List<Broker> first(int count) {
        return List.of(values()).subList(0, count);
    }

    /** Kafka's {@code node.id}. */
    public int id() {
        return id;
    }

    /** Its name among the parts of the stack. */
    public String part() {
        return part;
    }

    /** Where clients and the other brokers reach it. */
    public PortName clients() {
        return clients;
    }

    public PortName controller() {
        return controller;
    }
}
