package chat.natter.history.search;

import chat.natter.history.message.MessageKey;

/** A message that the index proposes. */
record Candidate(Reach reach, Posting posting) implements Comparable<Candidate> {
    MessageKey messageKey() {
        return new MessageKey(reach.conversation(), posting.seq());
    }

    SearchCursor.Key key() {
        return new SearchCursor.Key(posting.at(), reach.conversation(), posting.seq());
    }

    @Override
    public int compareTo(Candidate other) {
        return key().compareTo(other.key());
    }
}
