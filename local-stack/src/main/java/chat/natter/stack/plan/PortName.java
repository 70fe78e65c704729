package chat.natter.stack.plan;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every port of the local stack with its default. All are bound to 127.0.0.1. */
public enum PortName {
    /** The public edge of gateway-1: REST and {@code /v1/chat}. Each further gateway takes the next number. */
    GATEWAY(8080, Owner.EACH_GATEWAY, "gateway-"),
    /** Health and metrics of gateway-1; each further gateway takes the next number. */
    GATEWAY_MANAGEMENT(9180, Owner.EACH_GATEWAY, "gateway-"),
    AUTH(8201, Owner.SERVICE, "auth"),
    PRESENCE(8203, Owner.SERVICE, "presence"),
    HISTORY(8204, Owner.SERVICE, "history"),
    MEDIA(8205, Owner.SERVICE, "media"),
    /** Health and metrics of message-1; each further instance takes the next number. */
    MESSAGE(8210, Owner.EACH_MESSAGE_SERVICE, "message-"),
    KAFKA(19092, Owner.SERVER, "kafka"),
    KAFKA_CONTROLLER(19093, Owner.SERVER, "kafka"),
    /** This and those of the third only with {@code --brokers 3}. */
    KAFKA_2(19094, Owner.FURTHER_BROKER, "kafka-2"),
    KAFKA_2_CONTROLLER(19095, Owner.FURTHER_BROKER, "kafka-2"),
    KAFKA_3(19096, Owner.FURTHER_BROKER, "kafka-3"),
    KAFKA_3_CONTROLLER(19097, Owner.FURTHER_BROKER, "kafka-3"),
    CASSANDRA(19042, Owner.SERVER, "cassandra"),
    CASSANDRA_STORAGE(17000, Owner.SERVER, "cassandra"),
    CASSANDRA_STORAGE_SSL(17001, Owner.SERVER, "cassandra"),
    CASSANDRA_JMX(17199, Owner.SERVER, "cassandra"),
    MARIADB(13306, Owner.SERVER, "mariadb"),
    S3(19000, Owner.SERVER, "s3proxy"),
    KEYCLOAK(18080, Owner.SERVER, "keycloak"),
    KEYCLOAK_MANAGEMENT(19990, Owner.SERVER, "keycloak"),
    /** Only with {@code --observe}. */
    PROMETHEUS(19190, Owner.OBSERVER, "prometheus");

    /** Who listens there, and so how many there are. */
    enum Owner {
        SERVER,
        FURTHER_BROKER,
        OBSERVER,
        SERVICE,
        EACH_GATEWAY,
        EACH_MESSAGE_SERVICE
    }

    private final int defaultPort;
    private final Owner owner;
    private final String part;

    PortName(int defaultPort, Owner owner, String part) {
        this.defaultPort = defaultPort;
        this.owner = owner;
        this.part = part;
    }

    int defaultPort() {
        return defaultPort;
    }

    Owner owner() {
        return owner;
    }

    /** The part of the stack that listens there, for instances the {@code index}-th. */
    String part(int index) {
        return part.endsWith("-") ? part + index : part;
    }

    /** As on the command line: {@code kafka-controller}. */
    public String option() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As in the environment: {@code NATTER_PORT_KAFKA_CONTROLLER}. */
    public String variable() {
        return "NATTER_PORT_" + name();
    }

    public static Optional<PortName> ofOption(String option) {
        return Arrays.stream(values())
                .filter(name -> name.option().equals(option))
                .findFirst();
    }
}
