package chat.natter.client.rest;

import chat.natter.contract.ConversationId;
import chat.natter.contract.DeviceId;
import chat.natter.contract.MessageId;
import chat.natter.contract.Problem;
import chat.natter.contract.UserId;
import chat.natter.contract.frame.Content;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The calls of a signed-in user. Get one from {@link NatterApi#as}. */
public final class UserApi {
    private final Edge edge;
    private final Supplier<String> accessToken;

    UserApi(Edge edge, Supplier<String> accessToken) {
        this.edge = edge;
        this.accessToken = accessToken;
    }

    public Profile me() {
        return profile(edge.call(signed(edge.get("/v1/me"))));
    }

    /** The user of that whole name; empty if there is none. */
    public Optional<Profile> findUser(String username) {
        String query = URLEncoder.encode(username, StandardCharsets.UTF_8);
        return find("/v1/users?username=" + query);
    }

    public Optional<Profile> findUser(UserId user) {
        return find("/v1/users/" + user);
    }

    public PresenceView presence(UserId user) {
        JsonNode answer = edge.call(signed(edge.get("/v1/users/" + user + "/presence")));
        return new PresenceView(answer.path("state").asText("offline"), instant(answer.path("lastSeen")));
    }

    public MessagePage messages(ConversationId conversation, Window window) {
        String bound = "";
        if (window instanceof Window.Before before) {
            bound = "&before=" + before.seq();
        } else if (window instanceof Window.After after) {
            bound = "&after=" + after.seq();
        }
        String path = "/v1/conversations/" + conversation + "/messages?limit=" + window.limit() + bound;
        JsonNode answer = edge.call(signed(edge.get(path)));
        List<StoredMessage> messages = new ArrayList<>();
        answer.path("messages").forEach(message -> messages.add(stored(message)));
        messages.sort(Comparator.comparingLong(StoredMessage::seq));
        JsonNode next = answer.path("next");
        return new MessagePage(messages, next.isIntegralNumber() ? next.asLong() : null);
    }

    /** The calls about what the user sets for themselves. */
    public PersonalApi personal() {
        return new PersonalApi(edge, this::signed);
    }

    /**
     * Makes a topic one of the user's own.
     *
     * @param code of its link; null for a public topic
     */
    public void follow(ConversationId topic, @Nullable String code) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        if (code != null) {
            request.put("code", code);
        }
        edge.call(signed(edge.put("/v1/conversations/" + topic + "/following", request)));
    }

    public void unfollow(ConversationId topic) {
        edge.call(signed(edge.delete("/v1/conversations/" + topic + "/following")));
    }

    /** Takes a reader out of a topic of the user's that is not public. */
    public void removeReader(ConversationId topic, UserId reader) {
        edge.call(signed(edge.delete("/v1/conversations/" + topic + "/readers/" + reader)));
    }

    /** The topics among the user's conversations, with how far each is. */
    public Map<ConversationId, Long> topics() {
        Map<ConversationId, Long> topics = new LinkedHashMap<>();
        edge.call(signed(edge.get("/v1/conversations"))).path("conversations").forEach(one -> {
            ConversationId conversation =
                    new ConversationId(one.path("conversation").asText());
            if (conversation.isTopic()) {
                topics.put(conversation, one.path("lastSeq").asLong());
            }
        });
        return topics;
    }

    /** What a group or a topic is called. */
    public String titleOf(ConversationId group) {
        return edge.call(signed(edge.get("/v1/conversations/" + group)))
                .path("title")
                .asText();
    }

    /** The calls about files. */
    public MediaApi media() {
        return new MediaApi(edge, this::signed);
    }

    /** The calls about packages of all one's messages. */
    public ExportApi exports() {
        return new ExportApi(edge, this::signed);
    }

    /** Ends the session: its tokens are worth nothing from here on. */
    public void signOut() {
        edge.call(signed(edge.delete("/v1/sessions/current")));
    }

    private Optional<Profile> find(String path) {
        try {
            return Optional.of(profile(edge.call(signed(edge.get(path)))));
        } catch (ApiRefused e) {
            if (e.code().equals(Problem.USER_UNKNOWN.code())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private HttpRequest.Builder signed(HttpRequest.Builder request) {
        return request.header("Authorization", "Bearer " + accessToken.get());
    }

    private static Profile profile(JsonNode answer) {
        return new Profile(
                new UserId(answer.path("userId").asText()),
                answer.path("username").asText(),
                answer.path("displayName").asText());
    }

    private static StoredMessage stored(JsonNode message) {
        return new StoredMessage(
                new ConversationId(message.path("conversation").asText()),
                message.path("seq").asLong(),
                message.path("epoch").asInt(),
                new UserId(message.path("from").asText()),
                new DeviceId(message.path("device").asText()),
                MessageId.parse(message.path("id").asText()),
                Instant.parse(message.path("at").asText()),
                Content.ofJson(message.path("content").toString()),
                message.path("forwarded").asInt());
    }

    private static @Nullable Instant instant(JsonNode text) {
        return text.isTextual() ? Instant.parse(text.asText()) : null;
    }
}
