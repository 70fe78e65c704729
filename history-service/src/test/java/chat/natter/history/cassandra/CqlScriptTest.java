package chat.natter.history.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CqlScriptTest {
    @Test
    void cutsAtSemicolonsAndLeavesCommentsOut() {
        assertThat(CqlScript.statements("-- first; not a statement\nA x;\n/* ; */ B // y;\n y;;\n -- end"))
                .containsExactly("A x", "B \n y");
    }

    @Test
    void keepsWhatIsQuoted() {
        assertThat(CqlScript.statements("A 'x;--''y' \"z;/*\"; B")).containsExactly("A 'x;--''y' \"z;/*\"", "B");
    }

    @Test
    void bearsAnUnfinishedText() {
        assertThat(CqlScript.statements("A 'x;")).containsExactly("A 'x;");
        assertThat(CqlScript.statements("A /* x;")).containsExactly("A");
        assertThat(CqlScript.statements("")).isEmpty();
    }
}
