package chat.natter.contract.frame;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.Problem;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReadClientFrameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "\"hello\"",
                "{} {}",
                "{\"type\":7}",
                "{\"type\":\"hello\"}",
                "{\"type\":\"hello\",\"token\":\"a\",\"ticket\":\"b\"}",
                "{\"type\":\"hello\",\"token\":\"a\",\"position\":-1}",
                "{\"type\":\"hello\",\"token\":\"a\",\"position\":99999999999999999999}",
                "{\"type\":\"ack\"}",
                "{\"type\":\"ack\",\"position\":\"7\"}",
                "{\"type\":\"ack\",\"position\":9007199254740992}",
                "{\"type\":\"read\",\"conversation\":\"d-x-y\",\"seq\":1}",
                "{\"type\":\"send\",\"id\":\"1-2-3-4-5\",\"to\":{\"user\":\"x\"},\"content\":{\"kind\":\"text\"}}",
            })
    void refusesWhatIsNoFrame(String text) {
        assertThat(problem(text)).isEqualTo(Problem.BAD_FRAME);
    }

    @Test
    void saysThatATypeIsUnknown() {
        assertThat(problem("{\"type\":\"teleport\"}")).isEqualTo(Problem.UNKNOWN_TYPE);
    }

    @Test
    void refusesContentWithoutAKind() {
        // Given
        String text = "{\"type\":\"send\",\"id\":\"01930e2f-6d2b-7c41-9f52-1b2f0c1d2e3f\","
                + "\"to\":{\"user\":\"01jd3zk8x0000000000000000b\"},\"content\":{\"text\":\"hello\"}}";

        // When, Then
        assertThat(problem(text)).isEqualTo(Problem.BAD_FRAME);
    }

    @Test
    void namesTheRequestThatItRefuses() {
        // Given
        String text = "{\"type\":\"send\",\"id\":\"01930e2f-6d2b-7c41-9f52-1b2f0c1d2e3f\",\"to\":{}}";

        // When
        Decoded<ClientFrame> decoded = ReadClientFrame.read(text.getBytes(StandardCharsets.UTF_8));

        // Then
        assertThat(decoded)
                .isInstanceOfSatisfying(
                        Decoded.Bad.class,
                        bad -> assertThat(bad.re()).isEqualTo("01930e2f-6d2b-7c41-9f52-1b2f0c1d2e3f"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"forwarded\":0",
                "\"forwarded\":128",
                "\"mentions\":[\"everybody\"]",
                "\"mentions\":\"01jd3zk8x0000000000000000b\"",
                "\"action\":\"react\",\"target\":{\"seq\":1},\"forwarded\":1",
                "\"action\":\"edit\",\"target\":{\"seq\":1},\"mentionsAll\":true",
            })
    void refusesWhatNoMessageCanSayOfItself(String members) {
        assertThat(problem("{\"type\":\"send\",\"id\":\"01930e2f-6d2b-7c41-9f52-1b2f0c1d2e3f\","
                        + "\"to\":{\"user\":\"01jd3zk8x0000000000000000b\"},\"content\":{\"kind\":\"text\"},"
                        + members
                        + "}"))
                .isEqualTo(Problem.BAD_FRAME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"action\":\"leave\"",
                "\"action\":\"settings\",\"settings\":{}",
                "\"action\":\"settings\",\"settings\":{\"send\":\"admins\"}",
                "\"action\":\"settings\",\"settings\":{\"expireAfter\":60,\"approval\":true}",
            })
    void letsTwoPeopleSetOnlyTheirTimer(String members) {
        assertThat(problem("{\"type\":\"group\",\"id\":\"01930e2f-6d2b-7c41-9f52-1b2f0c1d2e3f\","
                        + "\"conversation\":\"d-01jd3zk8x0000000000000000a-01jd3zk8x0000000000000000b\","
                        + members
                        + "}"))
                .isEqualTo(Problem.BAD_FRAME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"replyTo\":1",
                "\"forwarded\":1",
                "\"mentionsAll\":true",
                "\"action\":\"pin\",\"target\":{\"seq\":1}",
            })
    void refusesToSeveralWhatIsAboutOneConversation(String members) {
        assertThat(problem("{\"type\":\"send\",\"id\":\"01930e2f-6d2b-7c41-9f52-1b2f0c1d2e3f\","
                        + "\"to\":{\"users\":[\"01jd3zk8x0000000000000000b\"]},\"content\":{\"kind\":\"text\"},"
                        + members
                        + "}"))
                .isEqualTo(Problem.BAD_FRAME);
    }

    @Test
    void refusesWhatNestsTooDeep() {
        assertThat(problem("{\"type\":\"ping\",\"x\":" + "[".repeat(100) + "]".repeat(100) + "}"))
                .isEqualTo(Problem.BAD_FRAME);
    }

    @Test
    void ignoresMembersThatItDoesNotKnow() {
        // Given
        String text = "{\"shiny\":{\"new\":[1,2.5,null]},\"position\":7,\"type\":\"ack\"}";

        // When
        Decoded<ClientFrame> decoded = ReadClientFrame.read(text.getBytes(StandardCharsets.UTF_8));

        // Then
        assertThat(decoded).isEqualTo(new Decoded.Frame<ClientFrame>(new ClientFrame.Ack(7)));
    }

    private static Problem problem(String text) {
        Decoded<ClientFrame> decoded = ReadClientFrame.read(text.getBytes(StandardCharsets.UTF_8));
        assertThat(decoded).isInstanceOf(Decoded.Bad.class);
        return ((Decoded.Bad<ClientFrame>) decoded).problem();
    }
}
