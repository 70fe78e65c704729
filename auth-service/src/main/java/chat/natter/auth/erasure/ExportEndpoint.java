package chat.natter.auth.erasure;

import chat.natter.auth.account.AccountStore;
import chat.natter.auth.account.OwnAccount;
import chat.natter.auth.account.ProfileAnswer;
import chat.natter.auth.audit.AuditEntry;
import chat.natter.auth.audit.ReadTrail;
import chat.natter.auth.caller.Caller;
import chat.natter.auth.caller.SignedIn;
import chat.natter.auth.database.Database;
import chat.natter.auth.device.ExportedDevice;
import chat.natter.auth.device.ListDevices;
import chat.natter.auth.method.MethodStore;
import chat.natter.auth.method.SignInMethod;
import chat.natter.auth.privacy.Privacy;
import chat.natter.auth.privacy.PrivacyStore;
import chat.natter.auth.userlist.UserList;
import chat.natter.auth.userlist.UserListStore;
import chat.natter.contract.UserId;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** {@code GET /v1/me/export}: everything that this service knows about the caller, as one JSON document. */
@Path("/v1/me/export")
@Produces(MediaType.APPLICATION_JSON)
@SignedIn
public class ExportEndpoint {
    /** Far more events than an account has; older ones are on {@code /v1/me/audit}. */
    private static final int EVENTS = 10_000;

    private final Database database;
    private final ReadTrail readTrail;
    private final Parts parts;

    ExportEndpoint(Database database, ReadTrail readTrail, Parts parts) {
        this.database = database;
        this.readTrail = readTrail;
        this.parts = parts;
    }

    /** Where the parts of an export are. */
    @Singleton
    static final class Parts {
        private final AccountStore accounts;
        private final MethodStore methods;
        private final ListDevices devices;
        private final PrivacyStore privacies;
        private final UserListStore lists;

        Parts(
                AccountStore accounts,
                MethodStore methods,
                ListDevices devices,
                PrivacyStore privacies,
                UserListStore lists) {
            this.accounts = accounts;
            this.methods = methods;
            this.devices = devices;
            this.privacies = privacies;
            this.lists = lists;
        }

        List<String> list(Connection connection, UserList list, UserId user) throws SQLException {
            return lists.list(connection, list, user).stream()
                    .map(UserId::value)
                    .toList();
        }
    }

    record Export(
            ProfileAnswer profile,
            boolean discoverable,
            boolean password,
            List<SignInMethod> signInMethods,
            List<ExportedDevice> devices,
            Privacy privacy,
            List<String> contacts,
            List<String> blocked,
            List<AuditEntry> audit) {}

    @GET
    public Response export(@Context SecurityContext security) {
        UserId user = Caller.of(security).user();
        List<AuditEntry> audit = readTrail.page(user, null, EVENTS);
        Export export = database.query(connection -> {
            OwnAccount account = parts.accounts.findOwn(connection, user).orElseThrow(NotFoundException::new);
            return new Export(
                    ProfileAnswer.of(account.profile()),
                    account.discoverable(),
                    parts.accounts.hasPassword(connection, user),
                    parts.methods.list(connection, user),
                    parts.devices.list(connection, user),
                    parts.privacies.find(connection, user),
                    parts.list(connection, UserList.CONTACTS, user),
                    parts.list(connection, UserList.BLOCKED, user),
                    audit);
        });
        return Response.ok(export)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"natter-account.json\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
