package chat.natter.client.connection;

import chat.natter.contract.CloseCode;
import chat.natter.contract.frame.ClientFrame;
import chat.natter.contract.frame.ServerFrame;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps everything that it is told. */
final class RecordingListener implements ChatListener {
    final List<ServerFrame.Welcome> welcomes = new CopyOnWriteArrayList<>();
    final List<ServerFrame.Message> messages = new CopyOnWriteArrayList<>();
    final List<ServerFrame.Page> pages = new CopyOnWriteArrayList<>();
    final List<ServerFrame.Sent> sent = new CopyOnWriteArrayList<>();
    final List<ServerFrame.Failure> refused = new CopyOnWriteArrayList<>();
    final List<ServerFrame.Failure> postponed = new CopyOnWriteArrayList<>();
    final List<String> disconnected = new CopyOnWriteArrayList<>();
    final List<CloseCode> givenUp = new CopyOnWriteArrayList<>();

    @Override
    public void onWelcome(ServerFrame.Welcome welcome) {
        welcomes.add(welcome);
    }

    @Override
    public void onMessage(ServerFrame.Message message) {
        messages.add(message);
    }

    @Override
    public void onPage(ServerFrame.Page page) {
        pages.add(page);
    }

    @Override
    public void onSent(ClientFrame.Send send, ServerFrame.Sent answer) {
        sent.add(answer);
    }

    @Override
    public void onRefused(ClientFrame.Send send, ServerFrame.Failure failure) {
        refused.add(failure);
    }

    @Override
    public void onPostponed(ClientFrame.Send send, ServerFrame.Failure failure) {
        postponed.add(failure);
    }

    @Override
    public void onDisconnected(String cause, Duration comesBackIn) {
        disconnected.add(cause);
    }

    @Override
    public void onGivenUp(CloseCode why) {
        givenUp.add(why);
    }
}
