package chat.natter.load.ledger;

import chat.natter.client.connection.ChatListener;
import chat.natter.contract.DeviceId;
import chat.natter.contract.frame.ClientFrame;
import chat.natter.contract.frame.ServerFrame;
import java.time.Clock;

/**
 * Writes what a device is told of messages to a ledger; marks too only where that is added. Whoever wants to know
 * something as well overrides, and calls this.
 */
public class RecordingListener implements ChatListener {
    private final DeviceId device;
    private final DeliveryLedger ledger;
    private final Clock clock;

    public RecordingListener(DeviceId device, DeliveryLedger ledger) {
        this(device, ledger, Clock.systemUTC());
    }

    public RecordingListener(DeviceId device, DeliveryLedger ledger, Clock clock) {
        this.device = device;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public void onMessage(ServerFrame.Message message) {
        ledger.delivered(device, message, clock.instant());
    }

    @Override
    public void onSent(ClientFrame.Send send, ServerFrame.Sent sent) {
        ledger.answered(sent);
    }

    @Override
    public void onSent(ClientFrame.Group group, ServerFrame.Sent sent) {
        ledger.answered(sent);
    }

    @Override
    public void onRefused(ClientFrame.Send send, ServerFrame.Failure failure) {
        ledger.refused(send.id());
    }

    @Override
    public void onRefused(ClientFrame.Group group, ServerFrame.Failure failure) {
        ledger.refused(group.id());
    }

    @Override
    public void onPostponed(ClientFrame.Send send, ServerFrame.Failure failure) {
        ledger.postponed(send.id());
    }
}
