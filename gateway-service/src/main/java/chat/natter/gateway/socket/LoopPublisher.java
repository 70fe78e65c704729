package chat.natter.gateway.socket;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import chat.natter.contract.record.Command;
import chat.natter.contract.record.PullRequest;
import chat.natter.contract.record.SessionRecord;
import chat.natter.contract.record.TypingRecord;
import chat.natter.contract.record.WatchRecord;
import chat.natter.gateway.kafka.PublishRecords;
import chat.natter.gateway.session.Publisher;

/** Publishes for the sessions of one loop, and brings refusals back to it. */
record LoopPublisher(PublishRecords publish, EventLoop loop) implements Publisher {
    @Override
    public boolean command(ConversationId conversation, Command command, long at, Refused refused) {
        return publish.command(conversation, command, at, traceId -> loop.run(() -> refused.command(traceId)));
    }

    @Override
    public void watch(UserId user, WatchRecord record, long at) {
        publish.watch(user, record, at);
    }

    @Override
    public void typing(ConversationId conversation, TypingRecord record, long at) {
        publish.typing(conversation, record, at);
    }

    @Override
    public boolean pull(ConversationId conversation, PullRequest request, long at, Runnable refused) {
        return publish.pull(conversation, request, at, () -> loop.run(refused));
    }

    @Override
    public void session(UserId user, SessionRecord record, long at) {
        publish.session(user, record, at);
    }
}
