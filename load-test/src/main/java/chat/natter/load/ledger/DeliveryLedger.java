package chat.natter.load.ledger;

import chat.natter.contract.ConversationId;
import chat.natter.contract.DeviceId;
import chat.natter.contract.MessageId;
import chat.natter.contract.UserId;
import chat.natter.contract.frame.Content;
import chat.natter.contract.frame.ServerFrame;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that clients asked for, were answered and were given, in the order in which each device saw it. Writes
 * down, judges nothing. Thread-safe.
 */
public final class DeliveryLedger {
    /** A send, before it left. */
    record Sending(
            DeviceId device,
            ConversationId conversation,
            @Nullable Content content) {}

    /** A message, and when it came. */
    record Delivered(ServerFrame.Message message, Instant when) {}

    /** What history has at one place of a conversation. */
    public record Archived(long seq, MessageId id) {}

    /** A mark, as it was told to that device. */
    record Marked(DeviceId device, ServerFrame.Receipt receipt) {}

    /** Up to where a user has read, as that user's device said. */
    record Reading(ConversationId conversation, UserId user) {}

    /** Who is in a conversation, and what is known of it. */
    record Copy(
            List<ConversationMember> members,
            Map<MessageId, Sending> sendings,
            Map<MessageId, List<ServerFrame.Sent>> answers,
            Set<MessageId> postponed,
            Set<MessageId> refused,
            Map<DeviceId, List<Delivered>> deliveries,
            List<Marked> marks,
            Map<Reading, Long> readings,
            Map<ConversationId, List<Archived>> archives) {}

    /** A device that is to get everything in that conversation but what it sent itself. */
    record ConversationMember(ConversationId conversation, DeviceId device) {}

    private final Set<ConversationMember> members = new LinkedHashSet<>();
    private final Map<MessageId, Sending> sendings = new LinkedHashMap<>();
    private final Map<MessageId, List<ServerFrame.Sent>> answers = new HashMap<>();
    private final Set<MessageId> postponed = new HashSet<>();
    private final Set<MessageId> refused = new HashSet<>();
    private final Map<DeviceId, List<Delivered>> deliveries = new HashMap<>();
    private final Map<DeviceId, Set<MessageId>> seen = new HashMap<>();
    private final List<Marked> marks = new ArrayList<>();
    private final Map<Reading, Long> readings = new LinkedHashMap<>();
    private final Map<ConversationId, List<Archived>> archives = new LinkedHashMap<>();

    /** From here on everything in the conversation is owed to the device. */
    public synchronized void member(ConversationId conversation, DeviceId device) {
        members.add(new ConversationMember(conversation, device));
        deliveries.computeIfAbsent(device, unseen -> new ArrayList<>());
        seen.computeIfAbsent(device, unseen -> new HashSet<>());
    }

    /** About to be sent. */
    public synchronized void sending(DeviceId device, ConversationId conversation, MessageId id, Content content) {
        sendings.put(id, new Sending(device, conversation, content));
    }

    /** About to create a group; what its members see of that is written by the server. */
    public synchronized void creating(DeviceId device, ConversationId group, MessageId id) {
        sendings.put(id, new Sending(device, group, null));
    }

    public synchronized void answered(ServerFrame.Sent sent) {
        answers.computeIfAbsent(sent.re(), unseen -> new ArrayList<>(1)).add(sent);
    }

    /** Refused for now: what its device sent after it may have passed it. */
    public synchronized void postponed(MessageId id) {
        postponed.add(id);
    }

    public synchronized void refused(MessageId id) {
        refused.add(id);
    }

    public synchronized void delivered(DeviceId device, ServerFrame.Message message, Instant when) {
        deliveries.computeIfAbsent(device, unseen -> new ArrayList<>()).add(new Delivered(message, when));
        seen.computeIfAbsent(device, unseen -> new HashSet<>()).add(message.id());
    }

    public synchronized void marked(DeviceId device, ServerFrame.Receipt receipt) {
        marks.add(new Marked(device, receipt));
    }

    /** The user says to have read up to there. */
    public synchronized void reading(UserId user, ConversationId conversation, long seq) {
        readings.merge(new Reading(conversation, user), seq, Math::max);
    }

    /** What history has of the conversation when everything is over. */
    public synchronized void archived(ConversationId conversation, List<Archived> messages) {
        archives.put(conversation, List.copyOf(messages));
    }

    /** Sends that have an answer. */
    public synchronized int answered() {
        return answers.size();
    }

    public synchronized int delivered(DeviceId device) {
        return deliveries.getOrDefault(device, List.of()).size();
    }

    /** What the device was given, in its order. */
    public synchronized List<ServerFrame.Message> deliveriesTo(DeviceId device) {
        return deliveries.getOrDefault(device, List.of()).stream()
                .map(Delivered::message)
                .toList();
    }

    /** Whether every send is answered or refused, and everything that is owed has arrived. */
    public synchronized boolean isSettled() {
        if (answers.size() + refused.size() < sendings.size()) {
            return false;
        }
        return members.stream().allMatch(this::hasEverything);
    }

    private boolean hasEverything(ConversationMember member) {
        Set<MessageId> arrived = seen.getOrDefault(member.device(), Set.of());
        return answers.entrySet().stream()
                .filter(answer -> answer.getValue().get(0).conversation().equals(member.conversation()))
                .map(Map.Entry::getKey)
                .filter(id -> !isOwn(id, member.device()))
                .allMatch(arrived::contains);
    }

    private boolean isOwn(MessageId id, DeviceId device) {
        Sending sending = sendings.get(id);
        return sending != null && sending.device().equals(device);
    }

    synchronized Copy copy() {
        Map<MessageId, List<ServerFrame.Sent>> answersNow = new HashMap<>();
        answers.forEach((id, list) -> answersNow.put(id, List.copyOf(list)));
        Map<DeviceId, List<Delivered>> deliveriesNow = new HashMap<>();
        deliveries.forEach((device, list) -> deliveriesNow.put(device, List.copyOf(list)));
        return new Copy(
                List.copyOf(members),
                new LinkedHashMap<>(sendings),
                answersNow,
                Set.copyOf(postponed),
                Set.copyOf(refused),
                deliveriesNow,
                List.copyOf(marks),
                new LinkedHashMap<>(readings),
                new LinkedHashMap<>(archives));
    }
}
