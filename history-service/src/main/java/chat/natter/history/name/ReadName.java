package chat.natter.history.name;

import chat.natter.contract.InvalidId;
import chat.natter.contract.UserId;
import chat.natter.contract.record.Account;
import chat.natter.history.name.NameStore.NameChange;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a record of {@code chat.accounts} says about somebody's name. */
public final class ReadName {
    private ReadName() {}

    /** Empty for what cannot be read: who follows accounts for their erasure sets it aside. */
    public static Optional<NameChange> read(byte @Nullable [] account) {
        if (account == null) {
            return Optional.empty();
        }
        try {
            Account read = Account.parseFrom(account);
            return Optional.of(new NameChange(new UserId(read.getUser()), read.getVersion(), name(read)));
        } catch (InvalidProtocolBufferException | InvalidId e) {
            return Optional.empty();
        }
    }

    private static String name(Account account) {
        if (account.getStatus() == Account.Status.ERASED) {
            return "";
        }
        return account.getDisplayName().isBlank() ? account.getUsername() : account.getDisplayName();
    }
}
