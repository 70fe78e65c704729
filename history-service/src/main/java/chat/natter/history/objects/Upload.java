package chat.natter.history.objects;

import java.io.OutputStream;

/**
 * An object that is being written; whoever closes it without having completed it gives it up. Nothing but the part that
 * is being filled is held in memory.
 */
public abstract class Upload extends OutputStream {
    /** From here on the object is there. Nothing can be written any more. */
    public abstract void complete();

    /** How many were written. */
    public abstract long bytes();

    /** Never throws: what cannot be given up now is swept later. */
    @Override
    public abstract void close();
}
