package chat.natter.stack.process;

import chat.natter.stack.report.StackFailure;
import java.time.Duration;

/** Of a container that a process holds: what is done to it goes through its engine, and the process ends with it. */
record ContainerControls(String container, ContainerEngine engine, ProcessControls holder) implements Controls {
    /** Whoever holds a container takes it along, unless it was killed. */
    @Override
    public void stop(Duration grace) {
        if (!holder.process().isAlive()) {
            engine.remove(container);
        }
        holder.stop(grace);
    }

    @Override
    public void kill() {
        if (holder.process().isAlive()) {
            engine.kill(container);
        }
        holder.kill();
    }

    @Override
    public void pause() {
        engine.pause(container);
    }

    @Override
    public void resume() {
        engine.resume(container);
    }

    @Override
    public void fillDisk() {
        throw new StackFailure("The disk of a container cannot be filled; use servers that are processes.");
    }
}
