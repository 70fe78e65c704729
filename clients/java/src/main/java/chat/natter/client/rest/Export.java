package chat.natter.client.rest;

/**
 * A package of messages that was asked for.
 *
 * @param state {@code waiting}, {@code running}, {@code ready}, or one of those that mean that there is none
 * @param messages that were written
 * @param about how many it will be
 */
public record Export(String id, String state, long messages, long about) {
    public boolean isReady() {
        return state.equals("ready");
    }

    public boolean isOpen() {
        return state.equals("waiting") || state.equals("running");
    }
}
