package chat.natter.message.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.ConversationId;
import chat.natter.contract.MessageId;
import chat.natter.contract.record.Acknowledged;
import chat.natter.contract.record.Command;
import chat.natter.contract.record.Delivery;
import chat.natter.contract.record.GroupCommand;
import chat.natter.contract.record.GroupSettings;
import chat.natter.contract.record.MessageDelivery;
import chat.natter.contract.record.Send;
import chat.natter.contract.record.Sent;
import chat.natter.contract.record.SessionClosed;
import chat.natter.contract.record.SessionOpened;
import chat.natter.contract.record.SessionRecord;
import chat.natter.message.simulation.SimulatedLog.Name;
import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A device with the gateway in front of it: repeats of a position are dropped, as a gateway does. */
final class SimulatedDevice {
    private final SimulatedLog log;
    private final ConversationId conversation;
    final String user;
    final String device;
    final Map<UUID, Sent> sent = new LinkedHashMap<>();
    final List<UUID> asked = new ArrayList<>();
    final List<MessageDelivery> received = new ArrayList<>();
    long peerDelivered;
    private int sessions;
    private String session = "";
    private int nextDelivery;
    private long written;
    private long acknowledged;

    SimulatedDevice(SimulatedLog log, ConversationId conversation, String user, String device) {
        this.log = log;
        this.conversation = conversation;
        this.user = user;
        this.device = device;
    }

    void connect(long now) {
        session = device + "#" + ++sessions;
        written = 0;
        session(SessionRecord.newBuilder().setOpened(SessionOpened.newBuilder().setPosition(acknowledged)), now);
    }

    void disconnect(long now) {
        session(SessionRecord.newBuilder().setClosed(SessionClosed.getDefaultInstance()), now);
        session = "";
    }

    boolean isConnected() {
        return !session.isEmpty();
    }

    void send(UUID id, long now) {
        asked.add(id);
        repeat(id, now);
    }

    void repeat(UUID id, long now) {
        ByteString messageId = ByteString.copyFrom(new MessageId(id).toBytes());
        Command.Builder command = Command.newBuilder()
                .setUser(user)
                .setDevice(device)
                .setSession(session)
                .setGateway("g");
        if (isTimer(id)) {
            command.setGroup(GroupCommand.newBuilder()
                    .setMessageId(messageId)
                    .setSettings(GroupSettings.newBuilder().setExpireAfter(timer(id))));
        } else {
            command.setSend(
                    Send.newBuilder().setMessageId(messageId).setContent(ByteString.copyFromUtf8(id.toString())));
        }
        log.append(Name.COMMANDS, conversation.value(), command.build(), now);
    }

    /** What is asked follows from its id, so that it is the same when it is repeated. */
    static boolean isTimer(UUID id) {
        return Math.floorMod(id.getLeastSignificantBits(), 8) == 0;
    }

    /** Seconds; 0 for never, or long after the end of the simulation. */
    private static int timer(UUID id) {
        return Math.floorMod(id.getMostSignificantBits(), 4) * 100_000;
    }

    /** Reads what arrived for the present session. */
    void receive() {
        List<SimulatedLog.Entry> deliveries = log.topic(Name.DELIVERIES);
        while (nextDelivery < deliveries.size()) {
            Delivery delivery = (Delivery) deliveries.get(nextDelivery++).value();
            if (delivery.getSession().equals(session) && isConnected()) {
                take(delivery);
            }
        }
    }

    private void take(Delivery delivery) {
        switch (delivery.getBodyCase()) {
            case MESSAGE -> {
                if (isNew(delivery.getMessage().getPosition())) {
                    received.add(delivery.getMessage());
                }
            }
            case RECEIPT -> {
                if (isNew(delivery.getReceipt().getPosition())) {
                    peerDelivered =
                            Math.max(peerDelivered, delivery.getReceipt().getDelivered());
                }
            }
            case SENT -> {
                UUID id = MessageId.of(delivery.getSent().getRe().toByteArray()).value();
                Sent before = sent.put(id, delivery.getSent());
                if (before != null) {
                    assertThat(delivery.getSent().getSeq())
                            .as("the same answer for the same id")
                            .isEqualTo(before.getSeq());
                }
            }
            case SYNCED,
                    MISSED,
                    SECURITY,
                    REFUSED,
                    CLOSE,
                    PRESENCE,
                    TYPING,
                    VIEWING,
                    PAGE,
                    PERSONAL,
                    NEWS,
                    BODY_NOT_SET -> {
                // not what this simulation is about
            }
        }
    }

    private boolean isNew(long position) {
        boolean isNew = position > written;
        written = Math.max(written, position);
        return isNew;
    }

    void acknowledge(long now) {
        if (isConnected() && written > acknowledged) {
            acknowledged = written;
            session(
                    SessionRecord.newBuilder()
                            .setAcknowledged(Acknowledged.newBuilder().setPosition(written)),
                    now);
        }
    }

    private void session(SessionRecord.Builder record, long now) {
        record.setSession(session).setDevice(device).setGateway("g").setGatewayEpoch(1);
        log.append(Name.SESSIONS, user, record.build(), now);
    }
}
