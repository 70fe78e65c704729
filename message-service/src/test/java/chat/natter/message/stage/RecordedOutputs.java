package chat.natter.message.stage;

import chat.natter.contract.record.Command;
import chat.natter.contract.record.Delivery;
import chat.natter.contract.record.Event;
import chat.natter.contract.record.InboxRecord;
import chat.natter.contract.record.MemberMarks;
import chat.natter.contract.record.Notification;
import java.util.ArrayList;
import java.util.List;

/** Keeps what a stage wrote. */
public final class RecordedOutputs implements Outputs {
    public record News(String topic, long seq) {}

    public record Copy(String user, InboxRecord entry) {}

    public final List<Event> events = new ArrayList<>();
    public final List<Copy> copies = new ArrayList<>();
    public final List<Command> commands = new ArrayList<>();
    public final List<Delivery> deliveries = new ArrayList<>();
    public final List<News> news = new ArrayList<>();
    public final List<MemberMarks> marks = new ArrayList<>();
    public final List<Notification> notifications = new ArrayList<>();

    @Override
    public void event(Event event) {
        events.add(event);
    }

    @Override
    public void inbox(String user, InboxRecord entry, long at) {
        copies.add(new Copy(user, entry));
    }

    @Override
    public void command(String conversation, Command command, long at) {
        commands.add(command);
    }

    @Override
    public void news(String topic, long seq, long at) {
        news.add(new News(topic, seq));
    }

    @Override
    public void deliver(String gateway, Delivery delivery, long at) {
        deliveries.add(delivery);
    }

    @Override
    public void marks(MemberMarks moved) {
        marks.add(moved);
    }

    @Override
    public void notification(Notification notification) {
        notifications.add(notification);
    }

    public Delivery lastDelivery() {
        return deliveries.get(deliveries.size() - 1);
    }
}
