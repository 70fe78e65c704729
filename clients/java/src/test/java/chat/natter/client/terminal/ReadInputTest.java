package chat.natter.client.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.ConversationId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadInputTest {
    @Test
    void takesPlainTextForAMessage() {
        assertThat(ReadInput.read("  hello there ")).isEqualTo(new Input.Say("hello there"));
        assertThat(ReadInput.read("//etc is a folder")).isEqualTo(new Input.Say("/etc is a folder"));
        assertThat(ReadInput.read("   ")).isEqualTo(new Input.Nothing());
    }

    @Test
    void readsCommands() {
        assertThat(ReadInput.read("/to bob")).isEqualTo(new Input.To("bob"));
        assertThat(ReadInput.read("/history")).isEqualTo(new Input.History(20));
        assertThat(ReadInput.read("/history 5")).isEqualTo(new Input.History(5));
        assertThat(ReadInput.read("/who")).isEqualTo(new Input.Who());
        assertThat(ReadInput.read("/help")).isEqualTo(new Input.Help());
        assertThat(ReadInput.read("/quit")).isEqualTo(new Input.Quit());
    }

    @Test
    void readsWhatIsAskedOfGroupsAndMessages() {
        assertThat(ReadInput.read("/group Our team: bob carol"))
                .isEqualTo(new Input.NewGroup("Our team", List.of("bob", "carol")));
        assertThat(ReadInput.read("/group g-01jd3zk8x0000000000000000g"))
                .isEqualTo(new Input.InGroup(new ConversationId("g-01jd3zk8x0000000000000000g")));
        assertThat(ReadInput.read("/group nobody")).isInstanceOf(Input.Wrong.class);
        assertThat(ReadInput.read("/add dave")).isEqualTo(new Input.Add("dave"));
        assertThat(ReadInput.read("/remove dave")).isEqualTo(new Input.Remove("dave"));
        assertThat(ReadInput.read("/rename Us all")).isEqualTo(new Input.Rename("Us all"));
        assertThat(ReadInput.read("/leave")).isEqualTo(new Input.Leave());
        assertThat(ReadInput.read("/timer 90m")).isEqualTo(new Input.Timer(Duration.ofMinutes(90)));
        assertThat(ReadInput.read("/timer off")).isEqualTo(new Input.Timer(Duration.ZERO));
        assertThat(ReadInput.read("/timer 367d")).isInstanceOf(Input.Wrong.class);
        assertThat(ReadInput.read("/timer soon")).isInstanceOf(Input.Wrong.class);
        assertThat(ReadInput.read("/broadcast bob carol: see: here"))
                .isEqualTo(new Input.Broadcast(List.of("bob", "carol"), "see: here"));
        assertThat(ReadInput.read("/broadcast bob")).isInstanceOf(Input.Wrong.class);
        assertThat(ReadInput.read("/mute 8h")).isEqualTo(new Input.Mute(Duration.ofHours(8)));
        assertThat(ReadInput.read("/mute off")).isEqualTo(new Input.Mute(Duration.ZERO));
        assertThat(ReadInput.read("/mute")).isInstanceOf(Input.Wrong.class);
        assertThat(ReadInput.read("/archive")).isEqualTo(new Input.Archive(true));
        assertThat(ReadInput.read("/unarchive")).isEqualTo(new Input.Archive(false));
        assertThat(ReadInput.read("/star")).isEqualTo(new Input.Star());
        assertThat(ReadInput.read("/forward bob")).isEqualTo(new Input.Forward("bob"));
        assertThat(ReadInput.read("/forward")).isInstanceOf(Input.Wrong.class);
        assertThat(ReadInput.read("/reply yes")).isEqualTo(new Input.Reply("yes"));
        assertThat(ReadInput.read("/edit no")).isEqualTo(new Input.Edit("no"));
        assertThat(ReadInput.read("/retract")).isEqualTo(new Input.Retract());
        assertThat(ReadInput.read("/react 👍")).isEqualTo(new Input.React("👍"));
    }

    @Test
    void readsWhatIsAskedOfTopics() {
        ConversationId topic = new ConversationId("t-01jd3zk8x0000000000000000t");

        assertThat(ReadInput.read("/topic Our news")).isEqualTo(new Input.NewTopic("Our news", false));
        assertThat(ReadInput.read("/topic Our news: public")).isEqualTo(new Input.NewTopic("Our news", true));
        assertThat(ReadInput.read("/topic")).isInstanceOf(Input.Wrong.class);
        assertThat(ReadInput.read("/follow " + topic)).isEqualTo(new Input.Follow(topic, null));
        assertThat(ReadInput.read("/follow " + topic + " a code")).isEqualTo(new Input.Follow(topic, "a code"));
        assertThat(ReadInput.read("/follow g-01jd3zk8x0000000000000000g")).isInstanceOf(Input.Wrong.class);
        assertThat(ReadInput.read("/follow")).isInstanceOf(Input.Wrong.class);
        assertThat(ReadInput.read("/unfollow")).isEqualTo(new Input.Unfollow());
        assertThat(ReadInput.read("/invite")).isEqualTo(new Input.Invite());
        assertThat(ReadInput.read("/topics")).isEqualTo(new Input.Topics());
    }

    @Test
    void readsWhatIsAskedOfFiles() {
        assertThat(ReadInput.read("/send my holiday.jpg")).isEqualTo(new Input.SendFile(Path.of("my holiday.jpg")));
        assertThat(ReadInput.read("/send ~/cat.png"))
                .isEqualTo(new Input.SendFile(Path.of(System.getProperty("user.home"), "cat.png")));
        assertThat(ReadInput.read("/link")).isEqualTo(new Input.Link(0));
        assertThat(ReadInput.read("/link 12")).isEqualTo(new Input.Link(12));
        assertThat(ReadInput.read("/link x")).isInstanceOf(Input.Wrong.class);
        assertThat(ReadInput.read("/send")).isInstanceOf(Input.Wrong.class);
        assertThat(ReadInput.read("/export")).isEqualTo(new Input.FetchAll(Path.of("natter-export.zip")));
        assertThat(ReadInput.read("/export all mine.zip")).isEqualTo(new Input.FetchAll(Path.of("all mine.zip")));
    }

    @Test
    void saysWhatIsWrongWithACommand() {
        assertThat(ReadInput.read("/to")).isInstanceOf(Input.Wrong.class);
        assertThat(ReadInput.read("/history many")).isInstanceOf(Input.Wrong.class);
        assertThat(ReadInput.read("/history 0")).isInstanceOf(Input.Wrong.class);
        assertThat(ReadInput.read("/dance")).isInstanceOf(Input.Wrong.class);
    }
}
