package chat.natter.client.terminal;

import chat.natter.client.rest.ApiRefused;
import chat.natter.client.rest.ApiUnreachable;
import chat.natter.client.rest.NatterApi;
import chat.natter.contract.Problem;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command: options in, one line for whatever goes wrong. */
@Command(
        name = "natter chat",
        mixinStandardHelpOptions = true,
        version = "0.1.0",
        description = "Chats in a terminal. Without a terminal, each line of the input is a message.")
public final class NatterChat implements Callable<Integer> {
    @Option(
            names = "--as",
            required = true,
            paramLabel = "NAME",
            description = "User name, phone number or e-mail address to sign in with. The latter two get a code.")
    private String as = "";

    @Option(
            names = "--password",
            paramLabel = "PASSWORD",
            description = "Its password. Default: the variable NATTER_PASSWORD, else asked for.")
    private @Nullable String password;

    @Option(names = "--to", paramLabel = "NAME", description = "User name to talk to.")
    private @Nullable String to;

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:8080",
            description = "The server. Default: ${DEFAULT-VALUE}")
    private URI url = URI.create("http://127.0.0.1:8080");

    @Option(
            names = "--device",
            paramLabel = "NAME",
            defaultValue = "terminal",
            description = "Name of this device in the list of your devices. Default: ${DEFAULT-VALUE}")
    private String device = "terminal";

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "Where the device is remembered. Default: ~/.config/natter")
    private Path state = Path.of(System.getProperty("user.home"), ".config", "natter");

    @Option(names = "--sign-up", description = "Make the account first.")
    private boolean signUp;

    @Option(
            names = "--display-name",
            paramLabel = "NAME",
            description = "What others see, for --sign-up. Default: the user name.")
    private @Nullable String displayName;

    /** Ends the process with 0, or with 1 after one line on standard error. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new NatterChat()).execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        try (Console console = Console.open()) {
            chat(console);
            return 0;
        } catch (ChatFailure e) {
            return fail(e.sentence());
        } catch (ApiUnreachable e) {
            return fail(e.getMessage() + ". Is the server up? ./natter up starts one on this machine.");
        } catch (ApiRefused e) {
            return fail(describe(e));
        }
    }

    private void chat(Console console) throws InterruptedException {
        NatterApi api = new NatterApi(url);
        boolean byCode = Credentials.isContact(as);
        Supplier<String> secret = byCode ? new ProveByCode(api, as, console) : () -> password(console);
        if (signUp && byCode) {
            api.signUpByProof(secret.get(), displayName == null ? "New user" : displayName);
        } else if (signUp) {
            api.signUp(as, secret.get(), displayName == null ? as : displayName);
        }
        String name = as + "@" + url.getHost() + "-" + url.getPort() + "-" + device;
        try (RememberedDevice remembered = RememberedDevice.claim(state, name)) {
            Credentials credentials = new Credentials(as, secret, password != null, device);
            SignedInDevice signedIn = SignedInDevice.open(api, credentials, remembered, Clock.systemUTC());
            new RunChat(url, api, signedIn, console, state).run(to);
        }
    }

    private String password(Console console) {
        if (password == null) {
            String fromEnvironment = System.getenv("NATTER_PASSWORD");
            password = fromEnvironment != null ? fromEnvironment : console.readSecret("Password of " + as + ": ");
        }
        if (password == null) {
            throw new ChatFailure("no password: give --password or set NATTER_PASSWORD");
        }
        return password;
    }

    private String describe(ApiRefused refused) {
        if (refused.code().equals(Problem.USER_UNKNOWN.code()) && Credentials.isContact(as)) {
            return "there is no account with " + as + "; --sign-up makes one";
        }
        if (refused.code().equals(Problem.UNAUTHENTICATED.code())) {
            return "wrong user name or password for " + as;
        }
        return refused.code().equals(Problem.CONFLICT.code())
                ? as + " has an account already, or the user name is taken"
                : String.valueOf(refused.getMessage());
    }

    private static int fail(String sentence) {
        System.err.println("natter chat: " + sentence);
        return 1;
    }
}
