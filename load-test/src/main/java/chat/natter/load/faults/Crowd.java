package chat.natter.load.faults;

import chat.natter.client.connection.ChatClient;
import chat.natter.client.rest.NatterApi;
import chat.natter.contract.ConversationId;
import chat.natter.load.ledger.DeliveryLedger;
import chat.natter.load.scenario.Gateways;
import chat.natter.load.scenario.NewPerson;
import chat.natter.load.scenario.SignedIn;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Who talks: pairs in both directions, all of them together in a group, and some who come and go and are written to
 * whether they are there or not.
 */
final class Crowd {
    /** Somebody has something to say there. */
    private record Turn(Talker talker, ConversationId conversation) {}

    private static final int COMMUTERS = 2;
    private static final int FEWEST_TICKS_AT_PLACE = 100;

    private final List<Talker> talkers = new ArrayList<>();
    private final List<Talker> commuters = new ArrayList<>();
    private final Map<ConversationId, Talker> readers = new LinkedHashMap<>();
    private final List<Turn> turns = new ArrayList<>();
    private final DeliveryLedger ledger;
    private final Freshness freshness;
    private final Random random;
    private int turn;
    private int untilCommute = FEWEST_TICKS_AT_PLACE;
    private boolean commutersAreThere = true;

    private Crowd(DeliveryLedger ledger, Freshness freshness, Random random) {
        this.ledger = ledger;
        this.freshness = freshness;
        this.random = random;
    }

    static Crowd gather(
            ChatClient client,
            List<URI> edges,
            int pairs,
            Records records,
            DeliveryLedger ledger,
            Freshness freshness,
            Random random) {
        Crowd crowd = new Crowd(ledger, freshness, random);
        for (int person = 0; person < 2 * pairs; person++) {
            crowd.talkers.add(newTalker(client, edges, person, records));
        }
        for (int person = 0; person < COMMUTERS; person++) {
            crowd.commuters.add(newTalker(client, edges, person, records));
        }
        crowd.everybody().forEach(Talker::come);
        return crowd;
    }

    private static Talker newTalker(ChatClient client, List<URI> edges, int person, Records records) {
        List<URI> order = Gateways.startingAt(person, edges);
        NatterApi api = new NatterApi(order.get(0));
        SignedIn signedIn = new SignedIn(api, NewPerson.at(order.get(0)), Clock.systemUTC());
        return new Talker(client, api, signedIn, order, records);
    }

    private List<Talker> everybody() {
        List<Talker> everybody = new ArrayList<>(talkers);
        everybody.addAll(commuters);
        return everybody;
    }

    boolean isSynced() {
        return everybody().stream().allMatch(Talker::isSynced);
    }

    /** Settles who talks where. To be called once all are connected; the group exists when its creation is answered. */
    void meet() {
        for (int one = 0; one < talkers.size(); one += 2) {
            Talker left = talkers.get(one);
            Talker right = talkers.get(one + 1);
            ConversationId conversation = ConversationId.direct(left.user(), right.user());
            join(conversation, left, true);
            join(conversation, right, true);
        }
        Talker founder = talkers.get(0);
        ConversationId group = founder.found(everybody().subList(1, everybody().size()));
        talkers.forEach(talker -> join(group, talker, true));
        commuters.forEach(commuter -> owe(group, commuter, false));
        readers.put(group, founder);
        for (int number = 0; number < COMMUTERS; number++) {
            Talker friend = talkers.get(number);
            Talker commuter = commuters.get(number);
            ConversationId conversation = ConversationId.direct(friend.user(), commuter.user());
            owe(conversation, commuter, false);
            owe(conversation, friend, false);
            turns.add(new Turn(friend, conversation));
            readers.put(conversation, friend);
        }
        Collections.shuffle(turns, random);
    }

    private void join(ConversationId conversation, Talker talker, boolean always) {
        owe(conversation, talker, always);
        turns.add(new Turn(talker, conversation));
        readers.putIfAbsent(conversation, talker);
    }

    private void owe(ConversationId conversation, Talker talker, boolean always) {
        ledger.member(conversation, talker.device());
        if (always) {
            freshness.expect(conversation, talker.device(), System.nanoTime());
        }
    }

    /** The next one says something; now and then the commuters go or come back. */
    void tick() {
        Turn next = turns.get(turn++ % turns.size());
        next.talker().say(next.conversation());
        if (--untilCommute == 0) {
            if (commutersAreThere) {
                commuters.forEach(Talker::leave);
            } else {
                commuters.forEach(Talker::come);
            }
            commutersAreThere = !commutersAreThere;
            untilCommute = FEWEST_TICKS_AT_PLACE + random.nextInt(3 * FEWEST_TICKS_AT_PLACE);
        }
    }

    /** Nobody says anything any more, and everybody is there to get what is owed. */
    void finish() {
        if (!commutersAreThere) {
            commuters.forEach(Talker::come);
            commutersAreThere = true;
        }
    }

    List<ConversationId> conversations() {
        return List.copyOf(readers.keySet());
    }

    /** All that history has of it, as a member sees it. */
    List<DeliveryLedger.Archived> readArchive(ConversationId conversation) {
        Talker reader = readers.get(conversation);
        return reader == null ? List.of() : reader.readArchive(conversation);
    }

    /** One of those who are always there. */
    Talker someone() {
        return talkers.get(0);
    }
}
