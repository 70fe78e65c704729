package chat.natter.history.personal;

import chat.natter.contract.record.PersonalNotice;
import chat.natter.history.reader.ReaderStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** What devices are told, in memory. */
public final class ToldDevices {
    private final List<PersonalNotice> notices = new ArrayList<>();
    private final TellPersonal tellPersonal;

    public ToldDevices(ReaderStore readers, Clock clock) {
        this(new InMemoryPersonal(), readers, clock);
    }

    ToldDevices(PersonalStore store, ReaderStore readers, Clock clock) {
        this.tellPersonal = new TellPersonal(store, readers, (user, notice) -> notices.add(notice), clock);
    }

    public TellPersonal tellPersonal() {
        return tellPersonal;
    }

    public List<PersonalNotice> notices() {
        return notices;
    }
}
