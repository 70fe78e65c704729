package chat.natter.stack.process;

import java.time.Duration;

/** Of a process that is the part itself. */
record ProcessControls(ProcessId process) implements Controls {
    private static final Signals SIGNALS = new Signals();
    private static final StopProcess STOP = new StopProcess();
    private static final FillDisk FILL_DISK = new FillDisk();

    @Override
    public void stop(Duration grace) {
        STOP.stop(process, grace);
    }

    @Override
    public void kill() {
        STOP.kill(process);
    }

    @Override
    public void pause() {
        SIGNALS.pause(process);
    }

    @Override
    public void resume() {
        SIGNALS.resume(process);
    }

    @Override
    public void fillDisk() {
        FILL_DISK.of(process);
    }
}
