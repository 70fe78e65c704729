package chat.natter.gateway.session;

import chat.natter.contract.record.Delivery;

/** What is of interest only while somebody looks at the app, and is held back otherwise. */
final class WhileLookedAt {
    final FollowPresence presence;
    final FollowTyping typing;

    WhileLookedAt(
            ClientSession client,
            OpenSession session,
            SessionContext context,
            Publisher publisher,
            SessionRegistry registry) {
        presence = new FollowPresence(client, session, context, publisher, registry);
        typing = new FollowTyping(client, session, context, publisher, registry, presence::isShown);
    }

    void activity(boolean active) {
        presence.activity(active);
        typing.activity(active);
    }

    void tick() {
        presence.tick();
        typing.tick();
    }

    /** Of presence or typing. */
    void deliver(Delivery delivery) {
        if (delivery.hasPresence()) {
            presence.deliver(delivery);
        } else {
            typing.deliver(delivery);
        }
    }

    void ended() {
        presence.ended();
        typing.ended();
    }
}
