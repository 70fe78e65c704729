package chat.natter.history.marks;

import java.util.List;

/**
 * Who has got a message and who has read it.
 *
 * @param audience to how many it went, its author left out
 */
record ReceiptsJson(int audience, List<String> delivered, List<String> read) {
    ReceiptsJson {
        delivered = List.copyOf(delivered);
        read = List.copyOf(read);
    }
}
