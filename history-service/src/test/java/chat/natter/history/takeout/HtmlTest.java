package chat.natter.history.takeout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlTest {
    @Test
    void leavesNothingThatMeansSomethingToABrowser() {
        assertThat(new Html().text("<script>alert(\"1\" & '2')</script>").toString())
                .isEqualTo("&lt;script&gt;alert(&quot;1&quot; &amp; &#39;2&#39;)&lt;/script&gt;");
        assertThat(new Html().attribute("href", "\" onclick='x' <").toString())
                .isEqualTo(" href=\"&quot; onclick=&#39;x&#39; &lt;\"");
    }

    @Test
    void leavesNothingThatHtmlDoesNotAllowOrThatTurnsTheTextAround() {
        assertThat(new Html().text("a\u0000b\u0007c\r\n\td\u0085").toString())
                .isEqualTo("a\ufffdb\ufffdc\ufffd\n\td\ufffd");
        assertThat(new Html().text("\ud83d!").toString()).isEqualTo("\ufffd!");
        assertThat(new Html().text("\u202egpj.exe\u2066").toString()).isEqualTo("\ufffdgpj.exe\ufffd");
    }

    @Test
    void keepsEveryScript() {
        assertThat(new Html().text("héllo 👋🏽 你好 שלום").toString()).isEqualTo("héllo 👋🏽 你好 שלום");
    }
}
