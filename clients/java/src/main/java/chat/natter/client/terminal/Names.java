package chat.natter.client.terminal;

import chat.natter.client.rest.ApiRefused;
import chat.natter.client.rest.ApiUnreachable;
import chat.natter.client.rest.Profile;
import chat.natter.client.rest.UserApi;
import chat.natter.contract.UserId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Who is behind an id. Asks the server once per user; while it cannot be asked, the id stands for the name. */
final class Names {
    private static final int SHORT = 6;

    private final UserApi api;
    private final Map<UserId, Profile> known = new HashMap<>();

    Names(UserApi api) {
        this.api = api;
    }

    Optional<Profile> find(String username) {
        Optional<Profile> found = api.findUser(username);
        found.ifPresent(this::learn);
        return found;
    }

    void learn(Profile profile) {
        known.put(profile.userId(), profile);
    }

    String nameOf(UserId user) {
        Profile profile = known.get(user);
        if (profile != null) {
            return profile.shownName();
        }
        try {
            api.findUser(user).ifPresent(this::learn);
        } catch (ApiRefused | ApiUnreachable e) {
            // The next message of this user asks again.
        }
        profile = known.get(user);
        String id = user.value();
        return profile != null ? profile.shownName() : "user-" + id.substring(id.length() - SHORT);
    }
}
