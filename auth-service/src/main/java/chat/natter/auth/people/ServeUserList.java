package chat.natter.auth.people;

import chat.natter.auth.database.Database;
import chat.natter.auth.problem.ProblemBody;
import chat.natter.auth.publish.PublishAccount;
import chat.natter.auth.userlist.UserList;
import chat.natter.auth.userlist.UserListStore;
import chat.natter.contract.InvalidId;
import chat.natter.contract.Problem;
import chat.natter.contract.UserId;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/** What the calls of every list have in common. A change is answered once the other services can know it. */
@Singleton
class ServeUserList {
    private final Database database;
    private final UserListStore lists;
    private final ChangeUserList changeUserList;
    private final PublishAccount publishAccount;

    ServeUserList(
            Database database, UserListStore lists, ChangeUserList changeUserList, PublishAccount publishAccount) {
        this.database = database;
        this.lists = lists;
        this.changeUserList = changeUserList;
        this.publishAccount = publishAccount;
    }

    List<String> list(UserList list, UserId user) {
        return database.query(connection -> lists.list(connection, list, user)).stream()
                .map(UserId::value)
                .toList();
    }

    Response add(UserList list, UserId user, String other) {
        Optional<UserId> wanted = parse(other);
        if (wanted.isEmpty()) {
            return ProblemBody.response(Problem.USER_UNKNOWN, Problem.USER_UNKNOWN.title());
        }
        return changeUserList
                .add(list, user, wanted.get())
                .fold(
                        added -> {
                            publishAccount.publish(user);
                            return Response.noContent().build();
                        },
                        ProblemBody::response);
    }

    /** Also for who was not on it. */
    Response remove(UserList list, UserId user, String other) {
        parse(other).ifPresent(named -> changeUserList.remove(list, user, named));
        publishAccount.publish(user);
        return Response.noContent().build();
    }

    private static Optional<UserId> parse(String id) {
        try {
            return Optional.of(new UserId(id));
        } catch (InvalidId e) {
            return Optional.empty();
        }
    }
}
