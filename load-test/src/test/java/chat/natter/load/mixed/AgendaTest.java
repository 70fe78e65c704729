package chat.natter.load.mixed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AgendaTest {
    private final Agenda agenda = new Agenda();
    private final List<String> done = new ArrayList<>();

    @Test
    void doesWhatIsDueInItsOrder() {
        // Given
        agenda.add(30, () -> done.add("late"));
        agenda.add(20, () -> done.add("second"));
        agenda.add(10, () -> done.add("first"));
        agenda.add(20, () -> done.add("third"));
        // When
        agenda.doUntil(20);
        // Then
        assertThat(done).containsExactly("first", "second", "third");
        assertThat(agenda.isEmpty()).isFalse();
    }

    @Test
    void goesOnWithWhatIsAddedMeanwhile() {
        // Given
        agenda.add(10, () -> agenda.add(15, () -> done.add("and then")));
        // When
        agenda.doUntil(20);
        // Then
        assertThat(done).containsExactly("and then");
        assertThat(agenda.isEmpty()).isTrue();
    }
}
