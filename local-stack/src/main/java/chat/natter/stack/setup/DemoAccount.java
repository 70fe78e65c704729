package chat.natter.stack.setup;

import java.util.List;
import java.util.Optional;

/** Somebody to be in a two-minute tour. The passwords are no secret: this is a stack on 127.0.0.1. */
public record DemoAccount(String username, String password, String displayName) {
    public static final List<DemoAccount> ALL =
            List.of(new DemoAccount("alice", "wonderland", "Alice"), new DemoAccount("bob", "can-we-fix-it", "Bob"));

    public static Optional<DemoAccount> of(String username) {
        return ALL.stream()
                .filter(account -> account.username().equals(username))
                .findFirst();
    }
}
