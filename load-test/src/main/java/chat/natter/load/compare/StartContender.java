package chat.natter.load.compare;

import chat.natter.load.compare.natter.NatterContender;
import chat.natter.load.compare.trial.Contender;
import chat.natter.load.compare.xmpp.XmppContenders;
import chat.natter.load.process.StackProcesses;
import chat.natter.stack.LocalStack;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Brings a contender up; Natter is the stack that runs already. */
record StartContender(XmppContenders others) {
    Contender start(ContenderName name) throws IOException {
        return switch (name) {
            case NATTER -> natter();
            case EJABBERD_DURABLE -> others.durableEjabberd();
            case EJABBERD -> others.ejabberd();
            case PROSODY_DURABLE -> others.durableProsody();
            case PROSODY -> others.prosody();
        };
    }

    private static Contender natter() throws IOException {
        LocalStack stack = LocalStack.current();
        List<URI> edges = IntStream.rangeClosed(1, stack.gateways())
                .mapToObj(stack::gatewayUrl)
                .toList();
        Map<String, Long> pids = new LinkedHashMap<>();
        stack.services().forEach(service -> pids.put(service.name(), service.pid()));
        try {
            return new NatterContender(edges, new StackProcesses(pids), stack.signingKeyFile());
        } catch (GeneralSecurityException e) {
            throw new IOException("the stack's signing key cannot be used: " + e.getMessage(), e);
        }
    }
}
