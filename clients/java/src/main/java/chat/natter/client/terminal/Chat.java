package chat.natter.client.terminal;

import chat.natter.client.connection.ChatConnection;
import chat.natter.client.connection.ChatListener;
import chat.natter.client.rest.ApiRefused;
import chat.natter.client.rest.ApiUnreachable;
import chat.natter.client.rest.Profile;
import chat.natter.client.rest.StoredMessage;
import chat.natter.client.rest.UserApi;
import chat.natter.client.rest.Window;
import chat.natter.contract.CloseCode;
import chat.natter.contract.ConversationId;
import chat.natter.contract.DeviceId;
import chat.natter.contract.MediaId;
import chat.natter.contract.MessageId;
import chat.natter.contract.PresenceState;
import chat.natter.contract.SecurityEvent;
import chat.natter.contract.UserId;
import chat.natter.contract.frame.Action;
import chat.natter.contract.frame.ClientFrame;
import chat.natter.contract.frame.Content;
import chat.natter.contract.frame.LogEntry;
import chat.natter.contract.frame.Mentions;
import chat.natter.contract.frame.Recipient;
import chat.natter.contract.frame.ServerFrame;
import chat.natter.contract.frame.Target;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * One person's chat: what is typed goes out, what comes in is shown, and a message that was shown is marked as read.
 * Every method but {@link #onEventLoop} runs on one thread, which may block.
 */
final class Chat {
    private final Profile me;
    private final DeviceId device;
    private final UserApi api;
    private final Names names;
    private final SendFiles sendFiles;
    private final FetchExport fetchExport;
    private final SeenFiles seenFiles = new SeenFiles();
    private final Screen screen;
    private final Clock clock;
    private final OwnMessages<OwnLine> own = new OwnMessages<>();
    /** What history has put on the screen: delivery may bring the same messages. */
    private final Map<ConversationId, Shown> fromHistory = new HashMap<>();

    private @Nullable ChatConnection connection;
    /** What edits, retractions, answers and reactions are about. */
    private final Map<ConversationId, Newest> newestOwn = new HashMap<>();

    private final Map<ConversationId, Newest> newestOfOthers = new HashMap<>();
    private final SetForOneself setForOneself;
    private final Typing typing = new Typing();
    private final PullMissed pullMissed = new PullMissed();
    private @Nullable Profile peer;
    private @Nullable ConversationId group;
    private ServerFrame.@Nullable Presence peerPresence;
    private String state = "connecting";
    private int olderThanHistory;
    private boolean over;

    private record Newest(Target target, Content content, int forwarded) {}

    /** From seq to seq. */
    private record Shown(long lowest, long highest) {
        Shown and(Shown other) {
            return new Shown(Math.min(lowest, other.lowest), Math.max(highest, other.highest));
        }
    }

    /** A message of one's own and where it stands. */
    private static final class OwnLine {
        private ChatLine line;
        private final int shown;

        OwnLine(ChatLine line, int shown) {
            this.line = line;
            this.shown = shown;
        }
    }

    Chat(
            Profile me,
            DeviceId device,
            UserApi api,
            SendFiles sendFiles,
            FetchExport fetchExport,
            Screen screen,
            Clock clock) {
        this.me = me;
        this.device = device;
        this.api = api;
        this.names = new Names(api);
        this.names.learn(me);
        this.sendFiles = sendFiles;
        this.fetchExport = fetchExport;
        this.screen = screen;
        this.clock = clock;
        this.setForOneself = new SetForOneself(api.personal(), screen, clock);
    }

    void start(ChatConnection started) {
        connection = started;
    }

    boolean isOver() {
        return over;
    }

    boolean anyPending() {
        return own.anyPending() || anyFileOnItsWay();
    }

    boolean anyFileOnItsWay() {
        return sendFiles.anyOpen() || fetchExport.isRunning();
    }

    void handle(Input input) {
        if (input instanceof Input.Say say) {
            say(say.text());
        } else if (input instanceof Input.To to) {
            talkTo(to.username());
        } else if (input instanceof Input.InGroup in) {
            talkIn(in.group());
        } else if (input instanceof Input.Reply reply) {
            reply(reply.text());
        } else if (input instanceof Input.Edit edit) {
            act(Action.EDIT, newestOwn, MessageText.content(edit.text()));
        } else if (input instanceof Input.Retract) {
            act(Action.RETRACT, newestOwn, MessageText.ofKind("retract"));
        } else if (input instanceof Input.React react) {
            act(Action.REACT, newestOfOthers, MessageText.reaction(react.emoji()));
        } else if (isAboutGroups(input)) {
            askOfGroup(input);
        } else if (input instanceof Input.Broadcast broadcast) {
            broadcast(broadcast);
        } else if (input instanceof Input.Forward forward) {
            forward(forward.username());
        } else if (input instanceof Input.Mute || input instanceof Input.Archive || input instanceof Input.Star) {
            setForOneself(input);
        } else if (input instanceof Input.Timer timer) {
            setTimer(timer.expireAfter());
        } else if (isAboutTopics(input)) {
            askOfTopic(input);
        } else if (input instanceof Input.SendFile sending) {
            sendFile(sending.file());
        } else if (input instanceof Input.Link link) {
            link(link.number());
        } else if (input instanceof Input.History history) {
            showHistory(history.count(), false);
        } else if (input instanceof Input.Who) {
            who();
        } else if (input instanceof Input.FetchAll all) {
            fetchExport.fetch(all.file());
        } else if (input instanceof Input.Help) {
            help();
        } else if (input instanceof Input.Quit) {
            over = true;
        } else if (input instanceof Input.Wrong wrong) {
            screen.note(wrong.why());
        }
    }

    /** False if there is nobody of that name. */
    boolean talkTo(String username) {
        try {
            Profile found = names.find(username).orElse(null);
            if (found == null) {
                screen.note("there is no user " + username);
                return false;
            }
            follow(found);
            group = null;
            begin();
            showHistory(ReadInput.USUAL_HISTORY, true);
            return true;
        } catch (ApiUnreachable | ApiRefused e) {
            screen.note("cannot look up " + username + ": " + e.getMessage());
            return false;
        }
    }

    private void talkIn(ConversationId conversation) {
        group = conversation;
        peer = null;
        peerPresence = null;
        begin();
        showHistory(ReadInput.USUAL_HISTORY, true);
    }

    private void begin() {
        forgetNewest();
        showPrompt();
        ConversationId in = talkingIn();
        if (connection != null && in != null) {
            connection.viewing(List.of(in));
        }
    }

    /** The line that is being typed, as it stands now. */
    void types(String line) {
        ConversationId in = talkingIn();
        if (connection != null && in != null) {
            Boolean said = typing.mine(line, clock.millis());
            if (said != null) {
                connection.typing(in, said);
            }
        }
    }

    private void types(ServerFrame.Typing told) {
        if (told.conversation().equals(talkingIn()) && typing.begins(told.user(), told.on(), clock.millis())) {
            screen.note(names.nameOf(told.user()) + " is typing …");
        }
    }

    private void say(String text) {
        send(text, null);
    }

    private void reply(String text) {
        ConversationId in = talkingIn();
        Newest to = in == null ? null : newestOfOthers.get(in);
        if (to == null) {
            screen.note("there is nothing to answer yet");
        } else {
            send(text, to.target().seq());
        }
    }

    /** What was said here last goes to somebody else, and says so. */
    private void forward(String username) {
        ConversationId in = talkingIn();
        Newest newest = in == null ? null : newestOfOthers.get(in);
        if (newest == null) {
            screen.note("there is nothing to forward yet");
            return;
        }
        try {
            Profile to = names.find(username).orElse(null);
            if (to == null) {
                screen.note("there is no user " + username);
                return;
            }
            screen.note("to " + to.shownName() + ":");
            int forwarded = Math.min(newest.forwarded() + 1, LogEntry.MOST_TIMES);
            send(ConversationId.direct(me.userId(), to.userId()), newest.content(), null, forwarded, Mentions.NONE);
        } catch (ApiUnreachable | ApiRefused e) {
            screen.note("cannot look up " + username + ": " + e.getMessage());
        }
    }

    private void broadcast(Input.Broadcast broadcast) {
        ChatConnection line = connection;
        if (line == null) {
            screen.note("not connected yet");
            return;
        }
        List<UserId> users = new ArrayList<>();
        try {
            for (String username : broadcast.usernames()) {
                Profile found = names.find(username).orElse(null);
                if (found == null) {
                    screen.note("there is no user " + username);
                    return;
                }
                users.add(found.userId());
            }
        } catch (ApiUnreachable | ApiRefused e) {
            screen.note("cannot look up: " + e.getMessage());
            return;
        }
        Content content = MessageText.content(broadcast.text());
        line.send(new ClientFrame.Send(line.newId(), new Recipient.ToUsers(users), content, null, null));
    }

    private void spread(ServerFrame.Spread spread) {
        screen.note("said to " + spread.sent().size());
        spread.refused().forEach(one -> screen.note("not to " + names.nameOf(one.user()) + " (" + one.code() + ")"));
    }

    private void setForOneself(Input input) {
        ConversationId in = talkingIn();
        Newest newest = in == null ? null : newestOfOthers.get(in);
        if (in == null) {
            screen.note("nobody to talk to yet: /to NAME");
        } else if (input instanceof Input.Mute mute) {
            setForOneself.mute(in, mute.time());
        } else if (input instanceof Input.Archive archive) {
            setForOneself.archive(in, archive.on());
        } else if (newest == null) {
            screen.note("there is no message for that yet");
        } else {
            setForOneself.star(in, newest.target().seq());
        }
    }

    private void send(String text, @Nullable Long replyTo) {
        ConversationId to = talkingIn();
        if (to == null) {
            screen.note("nobody to talk to yet: /to NAME");
        } else {
            send(to, MessageText.content(text), replyTo, 0, mentions(text));
        }
    }

    private Mentions mentions(String text) {
        try {
            return group == null
                    ? Mentions.NONE
                    : ReadMentions.of(text, name -> names.find(name).map(Profile::userId));
        } catch (ApiUnreachable | ApiRefused e) {
            screen.note("nobody is mentioned, since names cannot be looked up: " + e.getMessage());
            return Mentions.NONE;
        }
    }

    private void send(ConversationId to, Content content, @Nullable Long replyTo, int forwarded, Mentions mentions) {
        ChatConnection line = connection;
        if (line == null) {
            screen.note("not connected yet");
            return;
        }
        MessageId id = line.newId();
        own.pending(id, showOwn(new ChatLine(clock.instant(), me.shownName(), textOf(content), Tick.PENDING)));
        line.send(new ClientFrame.Send(
                id,
                new Recipient.ToConversation(to),
                content,
                replyTo,
                null,
                Action.MESSAGE,
                null,
                forwarded,
                mentions));
    }

    /** It goes where one talks now, whomever one talks to when it is there. */
    private void sendFile(Path file) {
        ConversationId to = talkingIn();
        if (to == null) {
            screen.note("nobody to talk to yet: /to NAME");
        } else {
            sendFiles.send(file, uploaded -> send(to, uploaded.content(), null, 0, Mentions.NONE));
        }
    }

    private void link(int number) {
        MediaId file = seenFiles.file(number).orElse(null);
        if (file == null) {
            screen.note("there is no such file here");
            return;
        }
        try {
            screen.note(api.media().address(file).toString());
        } catch (ApiUnreachable | ApiRefused e) {
            screen.note("no link: " + e.getMessage());
        }
    }

    /** A file has its number before it. */
    private String textOf(Content content) {
        String text = MessageText.of(content, this::nameOf);
        return seenFiles.see(content).map(number -> "#" + number + " " + text).orElse(text);
    }

    /** Does something to the newest of these messages in the present conversation. */
    private void act(Action action, Map<ConversationId, Newest> newest, Content content) {
        ConversationId in = talkingIn();
        ChatConnection line = connection;
        Newest target = in == null ? null : newest.get(in);
        if (in == null || target == null || line == null) {
            screen.note("there is no message for that yet");
            return;
        }
        line.send(new ClientFrame.Send(
                line.newId(), new Recipient.ToConversation(in), content, null, null, action, target.target()));
    }

    private void askOfGroup(Input input) {
        ChatConnection line = connection;
        ConversationId in = group;
        if (line == null) {
            screen.note("not connected yet");
            return;
        }
        AskOfGroup ask = new AskOfGroup(names, screen, line);
        try {
            if (input instanceof Input.NewGroup made) {
                ConversationId id = ask.create(made.title(), made.usernames());
                if (id != null) {
                    talkIn(id);
                    screen.note("the group is " + id);
                }
            } else if (in == null) {
                screen.note("not in a group: /group TITLE: NAME NAME …, or /group ID");
            } else if (input instanceof Input.Add add) {
                ask.add(in, add.username());
            } else if (input instanceof Input.Remove remove) {
                ask.remove(in, remove.username());
            } else if (input instanceof Input.Rename rename) {
                ask.rename(in, rename.title());
            } else if (input instanceof Input.Leave) {
                ask.leave(in);
            }
        } catch (ApiUnreachable | ApiRefused e) {
            screen.note("cannot look up: " + e.getMessage());
        }
    }

    private void setTimer(Duration expireAfter) {
        ConversationId in = talkingIn();
        if (connection == null || in == null) {
            screen.note("nobody to talk to yet: /to NAME");
        } else {
            new AskOfGroup(names, screen, connection).timer(in, expireAfter);
        }
    }

    private void askOfTopic(Input input) {
        ChatConnection line = connection;
        ConversationId in = group;
        if (line == null) {
            screen.note("not connected yet");
            return;
        }
        AskOfTopic ask = new AskOfTopic(api, screen, line);
        try {
            if (input instanceof Input.NewTopic made) {
                ConversationId id = ask.create(made.title(), made.isPublic());
                talkIn(id);
                screen.note("the topic is " + id);
            } else if (input instanceof Input.Follow follow) {
                api.follow(follow.topic(), follow.code());
                talkIn(follow.topic());
                Shown shown = fromHistory.get(follow.topic());
                line.readTopic(follow.topic(), shown == null ? 0 : shown.highest());
                screen.note("you follow " + api.titleOf(follow.topic()));
            } else if (input instanceof Input.Topics) {
                ask.list();
            } else if (in == null || !in.isTopic()) {
                screen.note("not in a topic: /topic TITLE, or /follow ID");
            } else if (input instanceof Input.Invite) {
                ask.invite(in);
            } else if (input instanceof Input.Unfollow) {
                api.unfollow(in);
                line.unlisten(in);
                screen.note("done");
            }
        } catch (ApiUnreachable | ApiRefused e) {
            screen.note("not done: " + e.getMessage());
        }
    }

    private static boolean isAboutTopics(Input input) {
        return input instanceof Input.NewTopic
                || input instanceof Input.Follow
                || input instanceof Input.Unfollow
                || input instanceof Input.Invite
                || input instanceof Input.Topics;
    }

    private static boolean isAboutGroups(Input input) {
        return input instanceof Input.NewGroup
                || input instanceof Input.Add
                || input instanceof Input.Remove
                || input instanceof Input.Rename
                || input instanceof Input.Leave;
    }

    /** The conversation that is talked in; null before there is one. */
    private @Nullable ConversationId talkingIn() {
        Profile with = peer;
        return group != null || with == null ? group : ConversationId.direct(me.userId(), with.userId());
    }

    private void forgetNewest() {
        newestOwn.clear();
        newestOfOthers.clear();
    }

    private OwnLine showOwn(ChatLine line) {
        return new OwnLine(line, screen.show(line));
    }

    private void update(OwnMessages.@Nullable Change<OwnLine> change) {
        if (change != null && change.line().line.tick() != change.tick()) {
            OwnLine changed = change.line();
            changed.line = changed.line.with(change.tick());
            screen.update(changed.shown, changed.line);
        }
    }

    private void showHistory(int count, boolean quiet) {
        ConversationId conversation = talkingIn();
        if (conversation == null) {
            screen.note("nobody to talk to yet: /to NAME");
            return;
        }
        try {
            List<StoredMessage> messages =
                    api.messages(conversation, new Window.Latest(count)).messages();
            if (messages.isEmpty() && !quiet) {
                screen.note("no messages here yet");
            }
            for (StoredMessage message : messages) {
                fromHistory.merge(conversation, new Shown(message.seq(), message.seq()), Shown::and);
                Target target = new Target(message.seq(), message.device(), message.id());
                remember(conversation, message.from(), new Newest(target, message.content(), message.forwarded()));
                show(
                        message.conversation(),
                        message.seq(),
                        message.from(),
                        new ChatLine(message.at(), names.nameOf(message.from()), textOf(message.content()), null));
            }
        } catch (ApiUnreachable | ApiRefused e) {
            screen.note("history is not available: " + e.getMessage());
        }
    }

    private void received(ServerFrame.Message message) {
        Shown before = fromHistory.get(message.conversation());
        if (before != null && message.seq() < before.lowest()) {
            // Shown now it would stand behind newer ones.
            olderThanHistory++;
        } else if (before == null || message.seq() > before.highest()) {
            showNew(message);
        }
        if (connection != null) {
            connection.ack(message.position());
        }
    }

    private void showNew(ServerFrame.Message message) {
        typing.over(message.from());
        String who = names.nameOf(message.from());
        String text = textOf(message.content());
        switch (message.action()) {
            case MESSAGE -> {
                Target target = new Target(message.seq(), message.device(), message.id());
                remember(
                        message.conversation(),
                        message.from(),
                        new Newest(target, message.content(), message.forwarded()));
                show(
                        message.conversation(),
                        message.seq(),
                        message.from(),
                        new ChatLine(message.at(), who, marks(message) + text, null));
            }
            case EDIT -> happened(message, who + " edited a message: " + text);
            case RETRACT -> happened(message, who + " took a message back");
            case REACT -> happened(message, who + " reacted " + text);
            case UNREACT -> happened(message, who + " took a reaction back");
            case PIN, UNPIN, VOTE ->
                happened(message, who + ": " + message.action().word());
            case GROUP -> happened(message, who + " " + text);
        }
    }

    /** Whether it answers, was passed on (twice for many times), or mentions the one who reads it. */
    private String marks(ServerFrame.Message message) {
        Mentions mentions = message.mentions();
        boolean mentioned = mentions.all() || mentions.users().contains(me.userId());
        int forwarded = message.forwarded();
        return (message.replyTo() == null ? "" : "↪ ")
                + (forwarded == 0 ? "" : forwarded < LogEntry.MANY_TIMES ? "↷ " : "↷↷ ")
                + (mentioned ? "(@you) " : "");
    }

    private void happened(ServerFrame.Message message, String what) {
        screen.note(what);
        if (connection != null && !message.from().equals(me.userId())) {
            connection.read(message.conversation(), message.seq());
        }
    }

    private void remember(ConversationId conversation, UserId from, Newest newest) {
        (from.equals(me.userId()) ? newestOwn : newestOfOthers).put(conversation, newest);
    }

    private String nameOf(String user) {
        return names.nameOf(new UserId(user));
    }

    private void show(ConversationId conversation, long seq, UserId from, ChatLine line) {
        if (from.equals(me.userId())) {
            OwnLine ownLine = showOwn(line.with(Tick.SENT));
            update(own.stored(conversation, seq, ownLine));
            return;
        }
        screen.show(line);
        if (connection != null) {
            connection.read(conversation, seq);
        }
    }

    private void sent(ClientFrame.Send send, ServerFrame.Sent sent) {
        if (send.action() == Action.MESSAGE) {
            Target target = new Target(sent.seq(), device, sent.re());
            remember(sent.conversation(), me.userId(), new Newest(target, send.content(), send.forwarded()));
        }
        update(own.sent(sent.re(), sent.conversation(), sent.seq()));
    }

    private void refused(ClientFrame.Send send, ServerFrame.Failure failure) {
        update(own.refused(send.id()));
        screen.note("not sent (" + failure.code() + "): " + failure.message());
    }

    private void refused(ServerFrame.Failure failure) {
        screen.note("not done (" + failure.code() + "): " + failure.message());
    }

    private void receipt(ServerFrame.Receipt receipt) {
        if (!receipt.user().equals(me.userId())) {
            Long delivered = receipt.delivered();
            Long read = receipt.read();
            own.receipt(receipt.conversation(), delivered == null ? 0 : delivered, read == null ? 0 : read)
                    .forEach(this::update);
        }
        if (connection != null) {
            connection.ack(receipt.position());
        }
    }

    private void missed(ServerFrame.Missed missed) {
        screen.note((missed.last() - missed.first() + 1) + " older messages waited too long");
        if (connection != null) {
            screen.note("the last " + pullMissed.begin(missed, connection) + " of them are:");
            connection.ack(missed.position());
        }
    }

    private void page(ServerFrame.Page page) {
        for (LogEntry entry : page.messages()) {
            if (entry.action() == Action.MESSAGE) {
                String who = names.nameOf(entry.from());
                ChatLine line = new ChatLine(entry.at(), who, textOf(entry.content()), null);
                show(page.conversation(), entry.seq(), entry.from(), line);
            }
        }
        if (connection != null) {
            pullMissed.goOn(page, connection);
        }
    }

    private void security(ServerFrame.Security security) {
        String name = security.deviceName();
        String what =
                SecurityEvent.ofCode(security.event()).map(SecurityEvent::text).orElse(security.event());
        screen.note("security: " + what + (name == null ? "" : " (" + name + ")"));
        if (connection != null) {
            connection.ack(security.position());
        }
    }

    private void personal(ServerFrame.Personal set) {
        if (set.conversation().equals(talkingIn())) {
            setForOneself.show(set);
        }
        if (connection != null) {
            connection.ack(set.position());
        }
    }

    private void presence(ServerFrame.Presence told) {
        Profile of = peer;
        if (of != null && of.userId().equals(told.user()) && !told.equals(peerPresence)) {
            peerPresence = told;
            showPrompt();
            screen.note(of.shownName() + " is " + describe(told));
        }
    }

    private void follow(Profile next) {
        Profile before = peer;
        peer = next;
        peerPresence = null;
        ChatConnection line = connection;
        if (line != null) {
            if (before != null) {
                line.unwatch(List.of(before.userId()));
            }
            line.watch(List.of(next.userId()));
        }
    }

    private String describe(ServerFrame.Presence presence) {
        if (isOnline(presence) || presence.lastSeen() == null) {
            return presence.state().word();
        }
        Duration ago = Duration.between(presence.lastSeen(), clock.instant());
        String time = ago.toMinutes() < 1
                ? "a moment"
                : ago.toHours() < 1
                        ? ago.toMinutes() + " min"
                        : ago.toDays() < 1 ? ago.toHours() + " h" : ago.toDays() + " days";
        return presence.state().word() + ", last seen " + time + " ago";
    }

    private static boolean isOnline(ServerFrame.Presence presence) {
        return presence.state() == PresenceState.ONLINE;
    }

    private void showPrompt() {
        ServerFrame.Presence presence = peerPresence;
        String mark = presence == null ? "" : isOnline(presence) ? " ●" : " ○";
        String to = peer != null ? " → " + peer.shownName() + mark : group != null ? " → " + group : "";
        screen.prompt(me.shownName() + to);
    }

    private void who() {
        screen.note("you are " + me.shownName() + " (" + me.displayName() + "), device " + device + ", " + state);
        ServerFrame.Presence presence = peerPresence;
        if (peer != null) {
            screen.note("talking to " + peer.username() + " (" + peer.displayName() + ")"
                    + (presence == null ? "" : ", " + describe(presence)));
        }
    }

    private void help() {
        screen.note("type to say something; … pending  ✓ sent  ✓✓ delivered  blue ✓✓ or (read): read");
        screen.note("/to NAME  talk to somebody   /history [N]  earlier messages   /who  who is here   /quit");
        screen.note("/reply TEXT   /edit TEXT   /retract   /react EMOJI: to the newest message");
        screen.note("/broadcast NAME NAME …: TEXT  to each of them, if they have ever written to you");
        screen.note(
                "/forward NAME: the newest message   /star   /mute 8h|off   /archive   /unarchive; @NAME or @all in groups");
        screen.note("/timer 7d|12h|5m|30s|off  for how long what is said here stays");
        screen.note("/send PATH  send a file   /link [N]  where a file can be loaded, for some minutes");
        screen.note("/export [PATH]  all your messages as one file, for reading and for programs");
        screen.note("/group TITLE: NAME NAME …   /group ID   /add NAME   /remove NAME   /rename TITLE   /leave");
        screen.note("/topic TITLE[: public]  publish   /invite   /follow ID [CODE]  read   /unfollow   /topics");
    }

    private void connected(ServerFrame.Welcome welcome) {
        state = "connected to " + welcome.gatewayId();
        screen.note(state);
    }

    private void synced() {
        if (olderThanHistory > 0) {
            screen.note(olderThanHistory + " older unread messages: /history N shows them");
            olderThanHistory = 0;
        }
    }

    private void disconnected(String cause) {
        if (!state.equals("disconnected")) {
            state = "disconnected";
            screen.note(cause + "; reconnecting …");
        }
    }

    private void givenUp(CloseCode why) {
        over = true;
        screen.note("the server ended the session: " + why.reason());
    }

    /** What the connection tells, handed over to the chat's own thread by {@code run}. */
    ChatListener onEventLoop(Executor run) {
        return new ChatListener() {
            @Override
            public void onWelcome(ServerFrame.Welcome welcome) {
                run.execute(() -> connected(welcome));
            }

            @Override
            public void onSynced(ServerFrame.Synced synced) {
                run.execute(Chat.this::synced);
            }

            @Override
            public void onMessage(ServerFrame.Message message) {
                run.execute(() -> received(message));
            }

            @Override
            public void onPresence(ServerFrame.Presence presence) {
                run.execute(() -> Chat.this.presence(presence));
            }

            @Override
            public void onTyping(ServerFrame.Typing typing) {
                run.execute(() -> types(typing));
            }

            @Override
            public void onReceipt(ServerFrame.Receipt receipt) {
                run.execute(() -> receipt(receipt));
            }

            @Override
            public void onMissed(ServerFrame.Missed missed) {
                run.execute(() -> missed(missed));
            }

            @Override
            public void onPage(ServerFrame.Page page) {
                run.execute(() -> Chat.this.page(page));
            }

            @Override
            public void onRefused(ClientFrame.Pull pull, ServerFrame.Failure failure) {
                run.execute(() -> refused(failure));
            }

            @Override
            public void onPersonal(ServerFrame.Personal personal) {
                run.execute(() -> Chat.this.personal(personal));
            }

            @Override
            public void onSecurity(ServerFrame.Security security) {
                run.execute(() -> security(security));
            }

            @Override
            public void onSent(ClientFrame.Send send, ServerFrame.Sent sent) {
                run.execute(() -> sent(send, sent));
            }

            @Override
            public void onSpread(ClientFrame.Send send, ServerFrame.Spread spread) {
                run.execute(() -> Chat.this.spread(spread));
            }

            @Override
            public void onSent(ClientFrame.Group asked, ServerFrame.Sent sent) {
                run.execute(() -> screen.note("done"));
            }

            @Override
            public void onRefused(ClientFrame.Group asked, ServerFrame.Failure failure) {
                run.execute(() -> refused(failure));
            }

            @Override
            public void onRefused(ClientFrame.Send send, ServerFrame.Failure failure) {
                run.execute(() -> refused(send, failure));
            }

            @Override
            public void onDisconnected(String cause, Duration comesBackIn) {
                run.execute(() -> disconnected(cause));
            }

            @Override
            public void onGivenUp(CloseCode why) {
                run.execute(() -> givenUp(why));
            }
        };
    }
}
