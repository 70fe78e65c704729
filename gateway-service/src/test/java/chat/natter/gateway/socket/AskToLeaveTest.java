package chat.natter.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.gateway.session.ClientSession;
import chat.natter.gateway.session.OneSession;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class AskToLeaveTest {
    @Test
    void asksEachOnceAndAtLastEverybody() {
        // Given
        List<ClientSession> sockets = sockets(7);
        AskToLeave leaving = new AskToLeave(sockets);

        // When
        List<Integer> sizes = new ArrayList<>();
        List<ClientSession> asked = new ArrayList<>();
        for (int batch = 1; batch <= 4; batch++) {
            List<ClientSession> next = leaving.upTo(batch / 4.0);
            sizes.add(next.size());
            asked.addAll(next);
        }

        // Then
        assertThat(asked).containsExactlyInAnyOrderElementsOf(sockets);
        assertThat(sizes).containsExactly(2, 2, 2, 1);
        assertThat(leaving.upTo(1)).isEmpty();
    }

    @Test
    void hasNobodyToAskOnAnIdleLoop() {
        assertThat(new AskToLeave(List.of()).upTo(1)).isEmpty();
    }

    private static List<ClientSession> sockets(int count) {
        return Stream.generate(() -> new OneSession().session).limit(count).toList();
    }
}
