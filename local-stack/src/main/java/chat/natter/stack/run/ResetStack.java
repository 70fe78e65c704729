package chat.natter.stack.run;

import chat.natter.stack.build.DeleteTree;
import chat.natter.stack.plan.StackLayout;
import chat.natter.stack.process.ContainerEngine;
import chat.natter.stack.report.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** {@code reset}: stops the stack and deletes everything that belongs to it. Unpacked servers and builds stay. */
public final class ResetStack {
    private final StackLayout layout;

    public ResetStack(StackLayout layout) {
        this.layout = layout;
    }

    public void reset() {
        StackLock.holding(layout.base(), () -> {
            int stopped = new StopStack(layout).stopLocked();
            new ContainerEngine().deleteVolumes(volumes());
            layout.disposable().forEach(DeleteTree::delete);
            return stopped;
        });
    }

    private List<String> volumes() {
        if (!Files.isDirectory(layout.volumes())) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(layout.volumes())) {
            return folders.map(folder -> folder.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new StackFailure(layout.volumes() + " cannot be read: " + e.getMessage(), e);
        }
    }
}
