package chat.natter.client.rest;

import chat.natter.contract.ConversationId;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a signed-in user sets for themselves, on all of their devices. Get one from {@link UserApi#personal}. */
public final class PersonalApi {
    private final Edge edge;
    private final UnaryOperator<HttpRequest.Builder> signed;

    PersonalApi(Edge edge, UnaryOperator<HttpRequest.Builder> signed) {
        this.edge = edge;
        this.signed = signed;
    }

    /** Nobody is woken for it until then; null to be woken again. */
    public void mute(ConversationId conversation, @Nullable Instant until) {
        String text = until == null ? null : until.toString();
        change(conversation, JsonNodeFactory.instance.objectNode().put("mutedUntil", text));
    }

    public void archive(ConversationId conversation, boolean on) {
        change(conversation, JsonNodeFactory.instance.objectNode().put("archived", on));
    }

    /** Whether the message is to be found again. */
    public void star(ConversationId conversation, long seq, boolean on) {
        String path = "/v1/conversations/" + conversation + "/messages/" + seq + "/star";
        edge.call(signed.apply(on ? edge.put(path) : edge.delete(path)));
    }

    private void change(ConversationId conversation, ObjectNode body) {
        edge.call(signed.apply(edge.patch("/v1/conversations/" + conversation + "/personal", body)));
    }
}
