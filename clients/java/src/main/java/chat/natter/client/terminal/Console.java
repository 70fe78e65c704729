package chat.natter.client.terminal;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;

/** Where lines are typed and shown: a person's terminal, or a script's pipes. UTF-8 in either case. */
interface Console extends AutoCloseable {
    Screen screen();

    /** Blocks. Null at the end of the input. */
    @Nullable
    String readLine();

    /** What stands in the line that is being typed; may be called by any thread. */
    String typed();

    /** Asks for something that must not be seen; null if there is nobody to ask. */
    @Nullable
    String readSecret(String question);

    @Override
    void close();

    static Console open() {
        try {
            return new Person(TerminalBuilder.builder()
                    .system(true)
                    .dumb(false)
                    .encoding(StandardCharsets.UTF_8)
                    .build());
        } catch (IOException | IllegalStateException e) {
            // JLine finds no terminal on one of the two sides.
            return new Pipes(System.in);
        }
    }

    /** No terminal on one of the two sides. */
    final class Pipes implements Console {
        private final BufferedReader in;
        private final Screen screen;

        Pipes(InputStream in) {
            this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            this.screen = new PlainScreen(
                    new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
                    ZoneId.systemDefault());
        }

        @Override
        public Screen screen() {
            return screen;
        }

        @Override
        public @Nullable String readLine() {
            try {
                return in.readLine();
            } catch (IOException e) {
                return null;
            }
        }

        @Override
        public String typed() {
            return "";
        }

        @Override
        public @Nullable String readSecret(String question) {
            return null;
        }

        @Override
        public void close() {
            // The pipes belong to who opened them.
        }
    }

    /** A terminal with a person at it. */
    final class Person implements Console {
        private final Terminal terminal;
        private final LineReaderImpl reader;
        private final TerminalScreen screen;

        Person(Terminal terminal) {
            this.terminal = terminal;
            // A typed line vanishes when it is sent: it comes back as a message with its tick.
            reader = (LineReaderImpl) LineReaderBuilder.builder()
                    .terminal(terminal)
                    .option(LineReader.Option.ERASE_LINE_ON_FINISH, true)
                    .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                    .build();
            screen = new TerminalScreen(terminal, reader, ZoneId.systemDefault());
        }

        @Override
        public Screen screen() {
            return screen;
        }

        @Override
        public @Nullable String readLine() {
            try {
                return reader.readLine(screen.prompt());
            } catch (UserInterruptException | EndOfFileException e) {
                return null;
            }
        }

        @Override
        public String typed() {
            return reader.getBuffer().toString();
        }

        @Override
        public @Nullable String readSecret(String question) {
            try {
                return reader.readLine(question, '*');
            } catch (UserInterruptException | EndOfFileException e) {
                return null;
            }
        }

        @Override
        public void close() {
            try {
                terminal.close();
            } catch (IOException e) {
                // The process ends anyway.
            }
        }
    }
}
