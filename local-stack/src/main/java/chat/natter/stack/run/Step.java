package chat.natter.stack.run;

import java.util.Set;

/** Something to do once everything it needs is done. */
record Step(String name, Set<String> needs, Runnable action) {}
