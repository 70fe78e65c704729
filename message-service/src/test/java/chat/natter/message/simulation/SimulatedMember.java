package chat.natter.message.simulation;

import chat.natter.contract.MessageId;
import chat.natter.contract.Problem;
import chat.natter.contract.record.Acknowledged;
import chat.natter.contract.record.Action;
import chat.natter.contract.record.Command;
import chat.natter.contract.record.Delivery;
import chat.natter.contract.record.GroupCommand;
import chat.natter.contract.record.MessageDelivery;
import chat.natter.contract.record.ReadMark;
import chat.natter.contract.record.Send;
import chat.natter.contract.record.Sent;
import chat.natter.contract.record.SessionClosed;
import chat.natter.contract.record.SessionOpened;
import chat.natter.contract.record.SessionRecord;
import chat.natter.contract.record.Target;
import chat.natter.message.simulation.SimulatedLog.Name;
import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** A device of somebody who may be a member of the group, with the gateway in front of it. */
final class SimulatedMember {
    private final SimulatedLog log;
    private final String conversation;
    final String user;
    final String device;
    /** What was asked, by its id, and how often it went out. */
    final Map<UUID, Command> asked = new LinkedHashMap<>();

    final Map<UUID, Integer> attempts = new LinkedHashMap<>();
    final Map<UUID, Sent> sent = new LinkedHashMap<>();
    final Map<UUID, String> refused = new LinkedHashMap<>();
    final List<MessageDelivery> received = new ArrayList<>();
    long ownRead;
    private int sessions;
    private String session = "";
    private int nextDelivery;
    private long written;
    private long acknowledged;

    SimulatedMember(SimulatedLog log, String conversation, String user, String device) {
        this.log = log;
        this.conversation = conversation;
        this.user = user;
        this.device = device;
    }

    boolean isConnected() {
        return !session.isEmpty();
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

    void send(Random random, Action action, Target target, long now) {
        UUID id = new UUID(random.nextLong(), random.nextLong());
        Send.Builder send = Send.newBuilder()
                .setMessageId(bytes(id))
                .setContent(ByteString.copyFromUtf8(id.toString()))
                .setAction(action);
        if (action != Action.MESSAGE) {
            send.setTarget(target);
        }
        ask(id, Command.newBuilder().setSend(send), now);
    }

    void group(UUID id, GroupCommand.Builder group, long now) {
        ask(id, Command.newBuilder().setGroup(group.setMessageId(bytes(id))), now);
    }

    private void ask(UUID id, Command.Builder command, long now) {
        asked.put(id, command.setUser(user).setDevice(device).build());
        repeat(id, now);
    }

    void repeat(UUID id, long now) {
        Command command = asked.get(id);
        if (command != null) {
            attempts.merge(id, 1, Integer::sum);
            log.append(
                    Name.COMMANDS,
                    conversation,
                    command.toBuilder().setSession(session).setGateway("g").build(),
                    now);
        }
    }

    boolean isAnswered(UUID id) {
        String problem = refused.get(id);
        return sent.containsKey(id) || (problem != null && !problem.equals(Problem.UNAVAILABLE.code()));
    }

    void read(long seq, long now) {
        session(
                SessionRecord.newBuilder()
                        .setRead(ReadMark.newBuilder()
                                .setConversation(conversation)
                                .setSeq(seq)),
                now);
    }

    void receive() {
        List<SimulatedLog.Entry> deliveries = log.topic(Name.DELIVERIES);
        while (nextDelivery < deliveries.size()) {
            Delivery delivery = (Delivery) deliveries.get(nextDelivery++).value();
            if (isConnected() && delivery.getSession().equals(session)) {
                take(delivery);
            }
        }
    }

    private void take(Delivery delivery) {
        if (delivery.hasMessage() && isNew(delivery.getMessage().getPosition())) {
            received.add(delivery.getMessage());
        } else if (delivery.hasReceipt() && isNew(delivery.getReceipt().getPosition())) {
            if (delivery.getReceipt().getUser().equals(user)) {
                ownRead = Math.max(ownRead, delivery.getReceipt().getRead());
            }
        } else if (delivery.hasSent()) {
            sent.putIfAbsent(id(delivery.getSent().getRe()), delivery.getSent());
        } else if (delivery.hasRefused()) {
            refused.putIfAbsent(
                    id(delivery.getRefused().getRe()), delivery.getRefused().getProblem());
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

    private static ByteString bytes(UUID id) {
        return ByteString.copyFrom(new MessageId(id).toBytes());
    }

    private static UUID id(ByteString bytes) {
        return MessageId.of(bytes.toByteArray()).value();
    }
}
